import { instantOf } from '../wall-time.ts';
import type { PastedDay, PastedEntry, PasteReading } from './pasted.ts';

type Choices = {
  /** Day of what has none, `2026-11-19`. */
  day: string;
  zone: string;
  dayOrder: 'day first' | 'month first';
};

export type PlacedEntry = PastedEntry & {
  /** ISO 8601, in UTC, to the minute. */
  at: string;
  isRepeated?: true;
  isMissing?: true;
  /** The time ran backwards, so the next day is taken. */
  isNextDay?: true;
};

const HOURS: Record<string, number> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
const DAY_MS = 86_400_000;
/** Messages of a chat are minutes out of order, never half a day. */
const BACKWARDS_MINUTES = 12 * 60;

/** Instants of what was read. An entry without a day gets the one that was chosen; a day without a year gets its year. */
export function placeInTime(reading: PasteReading, choices: Choices): PlacedEntry[] {
  let added = 0;
  let last: number | undefined;
  let lastDay: PastedDay | undefined;
  return reading.entries.map((entry) => {
    const day = entry.day === undefined ? choices.day : dayOf(entry.day, choices);
    const minutes = entry.time.hour * 60 + entry.time.minute;
    // Entries below one day line share its object; a day in an entry's own head is exact and is never moved.
    if (entry.day !== lastDay) added = 0;
    else if (last !== undefined && last - minutes > BACKWARDS_MINUTES) added += 1;
    [last, lastDay] = [minutes, entry.day];
    const date = new Date(Date.parse(`${day}T00:00Z`) + added * DAY_MS).toISOString().slice(0, 10);
    const wall = `${date}T${two(entry.time.hour)}:${two(entry.time.minute)}`;
    const placed = entry.zoneInText === undefined ? instantOf(wall, choices.zone) : withOffset(wall, entry.zoneInText);
    if (placed === undefined) throw new RangeError(`${wall} is no time`);
    return { ...entry, ...placed, ...(added > 0 && { isNextDay: true as const }) };
  });
}

function dayOf({ year, month, day, isAmbiguous }: PastedDay, { day: chosen, dayOrder }: Choices): string {
  const [m, d] = isAmbiguous && dayOrder === 'month first' ? [day, month] : [month, day];
  return `${year === undefined ? chosen.slice(0, 4) : String(year).padStart(4, '0')}-${two(m)}-${two(d)}`;
}

function withOffset(wall: string, zone: string): { at: string } {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset =
    sign === undefined
      ? (HOURS[zone.toUpperCase()] ?? 0) * 60
      : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  return { at: new Date(Date.parse(`${wall}Z`) - offset * 60_000).toISOString() };
}

const two = (count: number): string => String(count).padStart(2, '0');
