import { instantOf, wallTime } from '../../record/timeline/wall-time.ts';

/** The instant of what is typed into a field of day and time; the text itself while its year is not typed out. */
export function timeIn(typed: string, zone: string): string | undefined {
  if (typed === '') return undefined;
  // The field says 0002 after the first digit of 2026; the API takes no time before 1970.
  return isWhole(typed) ? (instantOf(typed, zone)?.at ?? typed) : typed;
}

/** What the field shows of a value. Undefined: it is no time that it can show. */
export function shownTime(value: string, zone: string): string | undefined {
  if (Number.isNaN(Date.parse(value))) return undefined;
  return isWhole(value) && /(Z|[+-]\d\d:?\d\d)$/.test(value) ? wallTime(value, zone) : value;
}

/** What there is to know of a typed time on a day on which the clocks are changed. */
export function changeOfClocks(typed: string, zone: string): string | undefined {
  const placed = isWhole(typed) ? instantOf(typed, zone) : undefined;
  if (placed?.isRepeated) return 'The clocks were put back: this time was there twice. The earlier one is taken.';
  if (placed?.isMissing) return 'The clocks were put forward: no clock showed this time.';
  return undefined;
}

const isWhole = (time: string): boolean => /^(19[7-9]\d|[2-9]\d{3})-/.test(time);
