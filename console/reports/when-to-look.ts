const FIRST_MS = 1_500;
const MOST_MS = 15_000;
/** A report is made in seconds; after this, nobody waits in front of the page. */
const GIVE_UP_MS = 600_000;

/** In how many milliseconds to look again whether something is made, the later the longer it takes; undefined: no more. */
export const whenToLook = (waitedMs: number): number | undefined =>
  waitedMs >= GIVE_UP_MS ? undefined : Math.min(MOST_MS, Math.max(FIRST_MS, waitedMs / 4));
