/** Exit codes of the command. Of several, the highest that applies. */
export const EXIT = { clean: 0, findings: 1, unreadable: 2, usage: 2 } as const;
