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

/** A change by the place that differs, and by the revision with it: the same place may change again. */
type ChangeOfPlace = { path: string; key: string };

/** A change since the reading before, as the arming knows it. */
export type ArmingChange = Pick<ChangeOfPlace, 'path'> & { isOwnDecision: boolean };

/** The first reading: all that changed since the reader's last word stands on the page. */
export const firstReading = (revision: number): Arming => ({ revision, isStale: false, toPass: [] });

/** The API says that the content is another one by now. */
export const wentStale = (state: Arming): Arming => ({ ...state, isStale: true });

/**
 * The changes that stand on the page after it was read again, one of each place: what differs since the reader's word, what differs
 * since the reading before, and what was not passed then. The last two may have been changed back since.
 */
export function changesOnPage<Change extends ChangeOfPlace>(
  sinceWord: readonly Change[],
  sinceReading: readonly Change[],
  before: { turns: readonly Change[]; toPass: readonly string[] },
): Change[] {
  const unpassed = before.turns.filter(({ key }) => before.toPass.includes(key));
  const known = new Set(sinceWord.map(({ path }) => path));
  const back: Change[] = [];
  for (const change of [...sinceReading, ...unpassed]) {
    if (!known.has(change.path)) back.push(change);
    known.add(change.path);
  }
  return [...back, ...sinceWord];
}

/**
 * The record was read again. To be passed are the changes on the page whose place others changed since the reading before, or whose
 * place was to be passed then: nothing else, so that whoever has passed the page has passed all.
 *
 * @param before the changes that stood on the page then, and how it was armed
 */
export function readAnew(
  before: { turns: readonly ChangeOfPlace[]; arming: Arming },
  revision: number,
  sinceReading: readonly ArmingChange[],
  onPage: readonly ChangeOfPlace[],
): Arming {
  const unread = new Set([
    ...sinceReading.filter(({ isOwnDecision }) => !isOwnDecision).map(({ path }) => path),
    ...before.turns.filter(({ key }) => before.arming.toPass.includes(key)).map(({ path }) => path),
  ]);
  return { revision, isStale: false, toPass: onPage.filter(({ path }) => unread.has(path)).map(({ key }) => key) };
}

/** The person looked at a change. */
export const passedChange = (state: Arming, key: string): Arming => ({
  ...state,
  toPass: state.toPass.filter((one) => one !== key),
});

/** The revision for which the button is armed; undefined: it is not. */
export const armedFor = ({ revision, isStale, toPass }: Arming): number | undefined =>
  isStale || toPass.length > 0 ? undefined : revision;
