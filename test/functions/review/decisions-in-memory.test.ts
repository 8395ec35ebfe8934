import { openMemoryWorld } from '../ingest/memory-world.ts';
import { describeDecisions } from './describe-decisions.ts';

describeDecisions(async () => openMemoryWorld());
