/** Texts that are keys, tokens or passwords more often than not. */
const SECRETS: readonly RegExp[] = [
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/,
  /\bgh[pousr]_\w{30,}\b|\bgithub_pat_\w{20,}\b/,
  /\bxox[abeoprs]-[\w-]{10,}/,
  /\b(password|passwd|pwd|secret|token|api[_-]?key|passwort|kennwort)\s*(is|[:=])\s*\S{4,}/i,
  /\b(Bearer|Basic) [\w+/=-]{16,}/,
  /:\/\/[^\s/:@]+:[^\s/@]{3,}@/,
  /(?<![\w/+])(?=[\w/+]*\d)(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])[\w/+]{40,}={0,2}(?![\w/+])/,
];

/** Whether a text seems to hold a secret, so that a person has to look before it is sent. */
export const looksSecret = (text: string): boolean => SECRETS.some((pattern) => pattern.test(text));
