/**
 * What arms the button that approves: it names the revision that the person has read, and nothing else.
 *
 *     read 57, its changes are on the page ── armed for 57 ── refused as stale ── disarmed
 *     ── read again, 59: two changes of others ── disarmed ── passed the first, passed the second ── armed for 59
 *     ── own decision sent, read again, 60: nothing but it changed ── armed for 60
 */
export type Arming = {
  /** The revision that was read last. */
  revision: number;
  /** Something changed that was not read yet. */
  isStale: boolean;
  /** Changes on the page that were not passed yet, by their key. */
  toPass: readonly string[];
};

/** A change as the arming knows it. */
export type ArmingChange = { key: string; isOwnDecision: boolean };

/** The first reading: all that changed since the reader's last word stands on the page. */
export const firstReading = (revision: number): Arming => ({ revision, isStale: false, toPass: [] });

/** The API says that the content is another one by now. */
export const wentStale = (state: Arming): Arming => ({ ...state, isStale: true });

/**
 * The record was read again, with what changed since the reading before. A record that went back in its revisions was not read
 * anew: nothing is taken from it.
 */
export function readAnew(state: Arming, revision: number, changes: readonly ArmingChange[]): Arming {
  if (revision < state.revision) return state;
  const unread = changes.filter(({ isOwnDecision }) => !isOwnDecision).map(({ key }) => key);
  return { revision, isStale: false, toPass: [...new Set([...state.toPass, ...unread])] };
}

/** The person looked at a change. */
export const passedChange = (state: Arming, key: string): Arming => ({
  ...state,
  toPass: state.toPass.filter((one) => one !== key),
});

/** The revision for which the button is armed; undefined: it is not. */
export const armedFor = ({ revision, isStale, toPass }: Arming): number | undefined =>
  isStale || toPass.length > 0 ? undefined : revision;
