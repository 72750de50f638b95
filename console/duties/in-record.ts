import type { Schemas } from '../data/api.ts';

/** A part of a record, and the record. */
export type InRecord<Part> = { part: Part; record: Schemas['Record'] };
/** A record as a list names it. */
export type NamedRecord = { id: string; incident: { key: string; title?: string } };
/** Said of a list that does not have all that it is to have. */
export type NotAll = { notAll: string };
/** A record that a list names, and that was not to be read. */
export type UnreadRecord = { unread: NamedRecord; because: string };
