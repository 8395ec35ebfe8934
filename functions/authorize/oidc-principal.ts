/** The principal that a token's subject stands for, told apart from IAM's, which begin with `arn:`. */
export const oidcPrincipal = (subject: string): string => `oidc:${subject}`;
