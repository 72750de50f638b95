/** DynamoDB takes items of 400 KB; a section is one item, and its event another. */
export const BODY_LIMIT_BYTES = 256 * 1_024;

/** Entries on a page of a list. */
export const PAGE_LIMIT = 100;
export const PAGE_DEFAULT = 50;

export const IDEMPOTENCY_KEY_LIMIT = 200;

/**
 * Pages of a record's log or timeline, each of 500 items or 1 MB at the most, that one call reads. What is longer is answered in several calls:
 * a call has 15 s.
 */
export const PAGES_IN_A_CALL = 8;
