import pc from 'picocolors';
import type { Severity } from '../../checks/finding.ts';

/** Colours by meaning; none where the terminal has none. */
export const paint = {
  error: pc.red,
  explain: pc.yellow,
  hint: pc.dim,
  good: pc.green,
  warn: pc.yellow,
  bad: pc.red,
  strong: pc.bold,
  quiet: pc.dim,
} as const;

export const paintSeverity = (severity: Severity, text: string) => paint[severity](text);
