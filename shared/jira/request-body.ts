/** Escapes, from left to right, so that the backslash of a text is no beginning of one. */
const ESCAPE = /\\(?:u[\da-f]{4}|.)/g;

/**
 * The JSON of a request. Characters that Jira cannot keep become U+FFFD: NUL (PostgreSQL has no text with it), the other
 * control characters (https://www.w3.org/TR/xml/#charsets, Jira's exports), and halves of surrogate pairs. With one of them
 * in a text, whatever it stands in would never be created. `JSON.stringify` writes just these as escapes, beside the
 * quotes, backslashes, tabs and line breaks that every text may have.
 */
export function requestBody(body: unknown): string {
  return JSON.stringify(body).replace(ESCAPE, (escaped) => (/^\\[ubf]/.test(escaped) ? '\\ufffd' : escaped));
}
