/** A command could not do its work: what happened, and what to do about it. */
export class CommandFailure extends Error {
  readonly mend: string;

  constructor(what: string, mend: string, options?: ErrorOptions) {
    super(what, options);
    this.name = 'CommandFailure';
    this.mend = mend;
  }
}
