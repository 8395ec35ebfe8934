import { createContext } from 'preact';
import type { Me } from '../../records/contract/api/overview.ts';

/** Who asks; null until the API has said so. */
export const MeContext = createContext<Me | null>(null);
