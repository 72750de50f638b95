/**
 * Time of a verdict, in milliseconds since 1970. Rules ask it in one way only, so that none can forget to tell when the verdict
 * may change: the nearest time that was asked for in vain is when to look again.
 */
export type VerdictClock = {
  readonly now: number;
  /** True when `at` has come. */
  reached: (at: number) => boolean;
  /** Nearest time that has not come yet; Infinity when none was asked for. */
  nextChange: () => number;
};

export function clockAt(now: number): VerdictClock {
  let next = Number.POSITIVE_INFINITY;
  return {
    now,
    reached(at) {
      if (at <= now) return true;
      if (at < next) next = at;
      return false;
    },
    nextChange: () => next,
  };
}
