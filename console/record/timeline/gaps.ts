import type { Entry } from './entries.ts';

const MINUTE_MS = 60_000;
/** A silence of this long is asked about. */
const LONG_MS = 4 * 3_600_000;

type Gap = { words: string; isLong: boolean };

/** An entry that is shown, with the one before it, shown or not, and the silence between the two. */
export type TimelineRow = { entry: Entry; last: Entry | undefined; gap: Gap | undefined; isNewDay: boolean };

/** The entries of the kinds that are shown. Of a silence is told where there is one: an entry that is hidden is no silence. */
export function rowsOf(
  entries: readonly Entry[],
  hidden: readonly string[],
  dayOf: (at: string) => string,
): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const [at, entry] of entries.entries()) {
    if (hidden.includes(entry.kind)) continue;
    const last = entries[at - 1];
    const gap = last === undefined ? undefined : gapBetween(last, entry);
    const shown = rows.at(-1)?.entry;
    rows.push({
      entry,
      last,
      // A short one is told of two that stand one below the other.
      gap: gap?.isLong === true || last === shown ? gap : undefined,
      isNewDay: shown === undefined || dayOf(shown.at) !== dayOf(entry.at),
    });
  }
  return rows;
}

/** The time between two entries in words: `+4 min`, and whether it is long enough to ask what happened then. */
function gapBetween(before: Entry, after: Entry): Gap | undefined {
  if (isRough(before) || isRough(after)) return undefined;
  const ms = Date.parse(after.at) - Date.parse(before.at);
  if (ms < MINUTE_MS) return undefined;
  return { words: spanInWords(ms), isLong: ms >= LONG_MS };
}

/** The middle of two times, to the minute; where no full minute lies between them, to the second or as exactly as it goes. */
export function between(before: Pick<Entry, 'at'>, after: Pick<Entry, 'at'>): string {
  const [from, to] = [Date.parse(before.at), Date.parse(after.at)];
  const middle = (from + to) / 2;
  const rounded = [MINUTE_MS, 1_000, 1].map((unit) => Math.floor(middle / unit) * unit);
  return new Date(rounded.find((ms) => ms > from && ms < to) ?? from).toISOString();
}

const isRough = ({ precision }: Entry) => precision === 'day' || precision === 'month' || precision === 'year';

export function spanInWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  const rest = minutes % 60;
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
