/** Why a write did not go through, as far as it decides what is done next. */
export type Failure =
  /** It is not what was read, or not there: it is read again. */
  | { kind: 'changed' }
  | { kind: 'signed out' }
  | { kind: 'later'; afterMs: number }
  /** The API says what is wrong with what was written. */
  | { kind: 'unfinished'; words: string; fields: readonly { pointer: string; detail: string }[] }
  | { kind: 'refused'; words: string }
  /** It may have been written, or not. */
  | { kind: 'unanswered' };
