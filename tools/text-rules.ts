/** Calls that cut a string which is no text of anybody's, by what it is. `npm run check:text` finds all others. */
export const CUTS_OF_NO_TEXT: Record<string, readonly string[]> = {
  'a time in ISO 8601': [
    'at.slice(0, 10)',
    "at.slice(0, 'YYYY-MM-DD'.length)",
    'at.slice(0, 4)',
    'expectedAt.slice(0, 16)',
    'generatedAt.slice(0, 10)',
    'iso.slice(11, 16)',
    'iso.slice(11, 19)',
    'openedAt.slice(0, 7)',
    "sk.slice(0, sk.indexOf('#'))",
  ],
  'a hash in hexadecimal digits': [
    'hash.slice(0, 12)',
    'found.sha256.slice(0, 16)',
    'sha256(id).slice(0, 16)',
    'digits.slice(0, 12)',
    'sha256(canonicalJson(cells)).slice(0, 16)',
    'sha256(text).slice(0, DIGITS)',
    'sha256(canonicalJson(question)).slice(0, 12)',
    'sha256(statement).slice(0, 32)',
    'sha256(JSON.stringify(line)).slice(0, HASH_LENGTH)',
    'mark.slice(0, HASH_LENGTH)',
    'sha256(sk).slice(0, 16)',
  ],
  'the words before a match, which a pattern looks at and nobody reads': ['text.slice(Math.max(0, at - 60), at)'],
};

/** Files with a `JSON.parse` of their own, and why what they read needs no repair. */
export const READERS_OF_OWN_JSON: Record<string, string> = {
  'shared/domain/words/well-formed.ts': 'it is the repair',
  'shared/api/description/json-schema.ts': 'our own schemas',
  'shared/import/veris/facts.ts': 'asks only whether a text is JSON; what is kept is the text',
  'functions/publish-events/handler.ts': 'items of the table, which takes no half of a character',
};
