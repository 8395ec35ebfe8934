#!/usr/bin/env node
// The sources run as they are: tsx strips their types, so no build step can be stale.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
