import type { Body } from '../../records/bodies/body.ts';
import { resolveBody } from '../../records/bodies/resolve-body.ts';
import type { Roster } from '../../records/bodies/roster.ts';
import type { Head } from '../../records/head.ts';

/** Whose report a head is of: as it was filed, by the roster, else by the name that it has. */
export const bodyOfHead = ({ bodyKey, body }: Pick<Head, 'bodyKey' | 'body'>, roster: Roster): Body =>
  roster.byKey.get(bodyKey) ?? resolveBody(body ?? bodyKey, roster);
