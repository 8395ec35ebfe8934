import { openMemoryWorld } from './memory-world.ts';
import { describeIngest } from './scenarios/scenarios.ts';

describeIngest(async () => openMemoryWorld());
