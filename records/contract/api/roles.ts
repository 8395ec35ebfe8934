/**
 * Who may use the API. A reader reads everything; a reviewer decides on findings as well; an approver also corrects
 * readings and writes letters; an office hands reports in and sees its own.
 */
export const ROLES = ['reader', 'reviewer', 'approver', 'office'] as const;
export type Role = (typeof ROLES)[number];

/** What of the data an operation shows to a role: everything, or what came from the caller's own office. */
export type Scope = 'all' | 'own-office';

/** By role, how far an operation reaches; a role that is not named is refused. */
export type Access = Readonly<Partial<Record<Role, Scope>>>;

const STAFF = { reader: 'all', reviewer: 'all', approver: 'all' } as const satisfies Access;

export const ACCESS = {
  everybody: { ...STAFF, office: 'own-office' },
  staff: STAFF,
  reviewers: { reviewer: 'all', approver: 'all' },
  approvers: { approver: 'all' },
  senders: { reviewer: 'all', approver: 'all', office: 'own-office' },
} as const satisfies Record<string, Access>;
