import type { FieldRecord } from '../../forms/binding/field-value.ts';
import type { Failure } from './failure.ts';
import type { Version } from './kept.ts';
import type { Lack } from './lacks-of.ts';

/** The API, as far as one section or part is written in. */
export type Door = {
  /** Undefined value: it is not there. */
  read: (base: Version) => Promise<Version>;
  /** Writes over a version; over one without an ETag for the first time, under `key`, by which a repeat makes nothing. */
  write: (value: FieldRecord, base: Version, key: string) => Promise<Version>;
  /** What is there with these very words: a first write of them may have come through. Without an ETag: nothing. */
  find: (value: FieldRecord) => Promise<Version>;
  lacks: (value: FieldRecord) => Lack[];
  failureOf: (error: unknown) => Failure;
};
