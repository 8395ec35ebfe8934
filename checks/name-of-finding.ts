/** Names a finding, or a check, within its report: no two of one report have the same rule and scope. */
export const nameOfFinding = ({ rule, scope }: { readonly rule: string; readonly scope: string }): string =>
  `${rule} ${scope}`;
