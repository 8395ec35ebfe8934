import { describe } from 'vitest';
import { describePublishing } from './describe-publishing.ts';
import { openInMemory } from './publish-world.ts';

describe('events', () => describePublishing(async () => openInMemory()));
