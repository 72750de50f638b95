/** Lets one run at a time say something at a site: two who look at once both find it unsaid. */
export type Turns = {
  /** Takes the turn, unless somebody has it. @param until milliseconds since 1970 @returns whether it is ours */
  readonly take: (name: string, now: number, until: number) => Promise<boolean>;
  /** Gives it back. @param until as it was taken: by now it may be another's */
  readonly end: (name: string, until: number) => Promise<void>;
};
