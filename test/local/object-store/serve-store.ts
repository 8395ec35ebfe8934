import { startObjectStore } from '../../../local/object-store/object-store.ts';
import { BUCKET } from './bucket-name.ts';

// Run as a process of its own, to be killed.
const [, , directory = ''] = process.argv;
const store = await startObjectStore({ directory });
await store.createBucket(BUCKET, { versioned: true });
console.log(store.endpoint);
