import type { BodyLevel } from '../../checks/reading.ts';

/** A public body, as far as the roster or the table of divisions knows it. */
export interface Body {
  /** What its reports are filed under. */
  readonly bodyKey: string;
  /** As the roster names it, or as it was written. */
  readonly name: string;
  /** Code of the division that it belongs to. */
  readonly division?: string | undefined;
  readonly level?: BodyLevel | undefined;
  /** Key of the body above it, by the roster. */
  readonly parent?: string | undefined;
  /** The 政务公开办 that oversees it, by the roster. */
  readonly office?: string | undefined;
  /** How it was told: by the roster, by the table of divisions, or by its name alone. */
  readonly kind: 'roster' | 'division' | 'name';
}
