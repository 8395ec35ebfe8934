import type { Right } from './wiring.ts';

/** Whether any of the rights covers an action on a resource. Actions compare without case, as IAM does. */
export function allows(rights: readonly Right[], action: string, resourceArn: string): boolean {
  return rights.some(
    ({ actions, resources }) =>
      actions.some((pattern) => fits(pattern.toLowerCase(), action.toLowerCase())) &&
      resources.some((pattern) => fits(pattern, resourceArn)),
  );
}

/** IAM's patterns: `*` is anything, `?` one character. */
function fits(pattern: string, text: string): boolean {
  const shape = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]');
  return new RegExp(`^${shape}$`, 'u').test(text);
}
