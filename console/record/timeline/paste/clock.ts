/** A time of day as it was written, and the zone where one stands beside it. */
export type Clock = {
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of UTC. */
  offset?: number;
};

/** Abbreviations that mean one offset wherever chats write them; others, such as CST or IST, mean several and say nothing. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  WEST: 60,
  EST: -300,
  EDT: -240,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** A time in a line: 08:12, 8:12:33, 8.12 pm, 08:12Z, 08:12 +01:00, 08:12 CET. */
export const CLOCK = String.raw`\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?:\s?[AaPp]\.?[Mm]\.?(?![A-Za-z]))?(?:\s?(?:Z|UTC|GMT|CES?T|EES?T|WEST|[EMP][SD]T)(?![A-Za-z])|\s?[+-]\d{2}:?\d{2})?`;

const PARTS =
  /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?:\s?([AaPp])\.?[Mm]\.?)?(?:\s?([A-Z]{1,4})|\s?([+-])(\d{2}):?(\d{2}))?$/;

/** @returns undefined for what is no time of a day */
export function clockOf(written: string): Clock | undefined {
  const parts = PARTS.exec(written.trim());
  if (parts === null) return undefined;
  const [, hours, minutes, seconds = '0', half, zone, sign, zoneHours, zoneMinutes] = parts;
  const isHalf = half !== undefined;
  const asWritten = Number(hours);
  if (isHalf && (asWritten < 1 || asWritten > 12)) return undefined;
  const hour = isHalf ? (asWritten % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : asWritten;
  const [minute, second] = [Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const named = zone === undefined ? undefined : ZONES[zone];
  const offset = sign === undefined ? named : (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  return { hour, minute, second, ...(offset === undefined ? {} : { offset }) };
}
