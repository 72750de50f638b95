const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

/** What a clock on the wall of a zone shows: `2026-11-19T08:12`, with seconds where there are some. */
export function wallTime(at: string, zone: string): string {
  const wall = format(zone).format(Date.parse(at)).replace(' ', 'T');
  return wall.endsWith(':00') ? wall.slice(0, 16) : wall;
}

type Placed = {
  /** ISO 8601, in UTC. */
  at: string;
  /** The clocks were put back: this time was there twice, and the earlier one is taken. */
  isRepeated?: true;
  /** The clocks were put forward: no clock showed it, and the one that it would have been is taken. */
  isMissing?: true;
};

const LONGEST_SHIFT_MS = 2 * 3_600_000;

/** The instant at which a clock on the wall of a zone shows a time. @returns undefined for what is no time, or not yet */
export function instantOf(wall: string, zone: string): Placed | undefined {
  // A field says 0002 after the first digit of 2026; the API takes no time before 1970.
  if (!/^(19[7-9]\d|[2-9]\d{3})-/.test(wall)) return undefined;
  const naive = Date.parse(`${wall}Z`);
  // Parsing takes the 31 February for a day of March.
  if (Number.isNaN(naive) || !new Date(naive).toISOString().startsWith(wall)) return undefined;
  // The offsets on both sides of a change of the clocks, applied to the time that was asked for.
  const candidates = [-LONGEST_SHIFT_MS, LONGEST_SHIFT_MS]
    .map((shift) => naive - offsetMs(naive + shift - offsetMs(naive, zone), zone))
    .toSorted((a, b) => a - b);
  const [before = naive, after = naive] = candidates;
  const shown = (ms: number) => ms + offsetMs(ms, zone) === naive;
  const iso = (ms: number) => new Date(ms).toISOString();
  if (shown(before))
    return before !== after && shown(after) ? { at: iso(before), isRepeated: true } : { at: iso(before) };
  if (shown(after)) return { at: iso(after) };
  return { at: iso(after), isMissing: true };
}

function offsetMs(ms: number, zone: string): number {
  const whole = Math.floor(ms / 1_000) * 1_000;
  return Date.parse(`${format(zone).format(whole).replace(' ', 'T')}Z`) - whole;
}
