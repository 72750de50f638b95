import type { FieldRecord } from '../../forms/binding/field-value.ts';
import type { Conflict } from './merge.ts';

/** A section or part as it is in the record; without value and ETag it is not there yet. */
export type Version = {
  value: FieldRecord | undefined;
  etag: string | undefined;
  /** Of a part that is there. */
  id?: string;
  /** Of the record in which it was so: the older of two versions is no change of the newer one. */
  revision?: number;
};

/** Neither there nor written yet. */
export const NOTHING: Version = { value: undefined, etag: undefined };

/** Of a new part that was sent without an answer: what was sent, under which key. Only the very same may be sent again. */
export type FirstWrite = { key: string; value: FieldRecord; sentAt?: number };

/** A draft that others see: its place, and the version of it that this device left or took up. */
export type SharedAs = { place: string; etag: string };

/** What somebody typed and the API does not have yet, with all that is needed to send it later. */
export type Kept = {
  mine: FieldRecord | undefined;
  /** What it was typed on. */
  base: Version;
  conflicts: readonly Conflict[];
  creating?: FirstWrite;
  /** What was sent over the base without an answer so far. */
  unanswered?: readonly FieldRecord[];
  /** The draft of it that others see. */
  shared?: SharedAs;
  /** Tells it from what another tab kept in the same place. */
  mark: string;
  /** Milliseconds since 1970. */
  at: number;
};

/** Where that is kept: on the device, or in memory alone. */
export type Keep = {
  /** Whether it outlives the page. */
  isOnDevice: () => boolean;
  /** Of each tab that left something there. */
  get: (path: string) => Promise<Kept[]>;
  set: (path: string, kept: Kept) => Promise<void>;
  /** @param marks of what goes; without them all that is kept there */
  drop: (path: string, marks?: readonly string[]) => Promise<void>;
  all: () => Promise<{ path: string; kept: Kept }[]>;
};
