/** A required thing that is not there: where in the record, and what to do about it. */
export type Missing = { path: string; message: string };

/**
 * A command that the rules do not allow. `reason` is for programs, the message for people; `missing` lists what an
 * incomplete record still wants.
 */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly missing: readonly Missing[];

  constructor(reason: RefusalReason, message: string, missing: readonly Missing[] = []) {
    super(message);
    this.name = 'Refusal';
    this.reason = reason;
    this.missing = missing;
  }
}

export type RefusalReason =
  | 'wrong state'
  | 'four eyes'
  | 'not the author'
  | 'incomplete'
  | 'open hints'
  | 'unknown part'
  | 'limit'
  | 'stale revision'
  | 'tlp mark'
  | 'unknown program';
