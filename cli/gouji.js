#!/usr/bin/env node
// The sources run as they are: tsx strips their types, so no build step can be stale.
import { register } from 'tsx/esm/api';

// The SDK would greet everybody on Node 20 with a page about Node 22; the functions run on Node 24.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

register();
await import('./main.ts');
