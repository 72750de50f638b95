const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk[-_](?:live|test|proj|ant)?[-_]?)[\w-]{16,}/,
  /\b(?:password|passwd|pwd|passphrase|secret|token|api[ _-]?key|access[ _-]?key)\b\s*(?:is\s+|[:=]\s*)["'`]?[^\s"'`]{4,}/i,
  /\b(?:bearer|basic) [\w+/.~-]{16,}=*/i,
  /:\/\/[^\s/:@]+:[^\s/@]+@/,
];

/** Whether a text seems to hold a key, a token or a password. Errs towards yes: a person looks at it before it is sent. */
export function looksSecret(text: string): boolean {
  return SECRETS.some((pattern) => pattern.test(text));
}
