/** A command could not do its work: what happened, and what to do about it. */
export class CommandFailure extends Error {
  readonly advice: string;

  constructor(what: string, advice: string, options?: ErrorOptions) {
    super(what, options);
    this.name = 'CommandFailure';
    this.advice = advice;
  }
}
