/** DynamoDB takes items of 400 KB; a section is one item, and its event another. */
export const BODY_LIMIT_BYTES = 256 * 1_024;

/** Entries on a page of a list. */
export const PAGE_LIMIT = 100;
export const PAGE_DEFAULT = 50;

export const IDEMPOTENCY_KEY_LIMIT = 200;
