/**
 * What Jira's wiki would take for markup: braces, brackets and bars; a sign of a mark in front of a word; signs for small pictures
 * such as `:)`, `(x)` and `(*r)`; an entity; and the backslash, of which two would break the line.
 * https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
const MARKUP =
  /[{}[\]|\\]|!(?=\S)|(?<![\p{L}\p{N}])[*_\-+^~?](?=\S)|[:;](?=[)(PDp])|\((?=(?:[yni/x!?+-]|on|off|flag|flagoff|\*[rgby]?)\))|&(?=#?\w+;)/gu;

const ENTITIES: Record<string, string> = { '\\': '&#92;', '&': '&amp;' };

/** Escapes words so that the wiki shows each character as it is. */
export const asWords = (words: string): string => words.replace(MARKUP, (sign) => ENTITIES[sign] ?? `\\${sign}`);
