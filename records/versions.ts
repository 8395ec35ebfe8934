import { RULES_VERSION } from '../checks/catalogue.ts';
import { FORMS_VERSION } from '../forms/catalogue.ts';

/** Raised whenever reading the same bytes may give another result. */
const PARSER_VERSION = '2026.11.4';

/** Raised whenever what is kept of a report changes its shape. */
export const REPORT_SCHEMA = 'gouji.report/2';

/** What a record was made with; stamped on every revision. */
export const VERSIONS = { parser: PARSER_VERSION, forms: FORMS_VERSION, rules: RULES_VERSION } as const;
