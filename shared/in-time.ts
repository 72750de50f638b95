/**
 * Does the work, or throws when its share of the time that the run has left is over.
 *
 * @param share from 0 to 1; without one, all of that time
 */
export type InTime = <Result>(work: () => Promise<Result>, share?: number) => Promise<Result>;

/** For parts of a whole that has all of the time: half is left to answer for those that had an answer. */
export const halfOf =
  (inTime: InTime): InTime =>
  (work, share = 1) =>
    inTime(work, share / 2);

/** For whoever has all the time there is. */
export const withoutLimit: InTime = (work) => work();
