/** A day as it was written. Where two numbers stand with a slash, which of them is the day is for a person to say. */
export type WrittenDay =
  | { year?: number; month: number; day: number }
  | { year?: number; first: number; second: number };

export type DayOrder = 'day first' | 'month first';

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'jänner'],
  ['feb', 'february', 'februar'],
  ['mar', 'march', 'märz', 'mär'],
  ['apr', 'april'],
  ['may', 'mai'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october', 'okt', 'oktober'],
  ['nov', 'november'],
  ['dec', 'december', 'dez', 'dezember'],
];

const WORD = '[A-Za-zäÄ]{3,9}';

/** A day in a line. */
export const DAY = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?|\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?|\d{1,2}\.? ${WORD}\.?,?(?: \d{4})?|${WORD}\.? \d{1,2}(?:st|nd|rd|th)?,?(?: \d{4})?)`;

const century = (year: string | undefined): { year?: number } => {
  if (year === undefined || year === '') return {};
  return { year: year.length === 2 ? 2_000 + Number(year) : Number(year) };
};

/** @returns undefined for what is no day */
export function dayOf(written: string): WrittenDay | undefined {
  const text = written.trim();
  const iso = /^(\d{4})([-/])(\d{2})\2(\d{2})$/.exec(text);
  if (iso !== null) return real({ year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) });
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?$/.exec(text);
  if (dotted !== null) return real({ ...century(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) });
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(text);
  if (slashed !== null) return slashedDay(Number(slashed[1]), Number(slashed[2]), century(slashed[3]));
  const dayFirst = new RegExp(`^(\\d{1,2})\\.? (${WORD})\\.?,?(?: (\\d{4}))?$`).exec(text);
  if (dayFirst !== null) return named(dayFirst[2], dayFirst[1], dayFirst[3]);
  const monthFirst = new RegExp(`^(${WORD})\\.? (\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4}))?$`).exec(text);
  return monthFirst === null ? undefined : named(monthFirst[1], monthFirst[2], monthFirst[3]);
}

function named(word = '', day = '', year?: string): WrittenDay | undefined {
  const month = MONTHS.findIndex((names) => names.includes(word.toLowerCase())) + 1;
  return month === 0 ? undefined : real({ ...century(year), month, day: Number(day) });
}

function slashedDay(first: number, second: number, year: { year?: number }): WrittenDay | undefined {
  if (first === second) return real({ ...year, month: first, day: first });
  if (first > 12) return real({ ...year, month: second, day: first });
  if (second > 12) return real({ ...year, month: first, day: second });
  return first < 1 || second < 1 ? undefined : { ...year, first, second };
}

function real(day: { year?: number; month: number; day: number }): WrittenDay | undefined {
  const last = new Date(Date.UTC(day.year ?? 2_024, day.month, 0)).getUTCDate();
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= last ? day : undefined;
}

/**
 * @param order what a person said of days with a slash
 * @param year where none is written; undefined while nobody said it
 * @returns `YYYY-MM-DD`; undefined until it is known
 */
export function calendarDay(
  day: WrittenDay,
  order: DayOrder | undefined,
  year: number | undefined,
): string | undefined {
  const of = 'first' in day ? inOrder(day.first, day.second, order) : day;
  const ofYear = day.year ?? year;
  if (of === undefined || ofYear === undefined) return undefined;
  const two = (one: number) => String(one).padStart(2, '0');
  return `${ofYear}-${two(of.month)}-${two(of.day)}`;
}

const inOrder = (first: number, second: number, order: DayOrder | undefined) => {
  if (order === undefined) return undefined;
  return order === 'day first' ? { day: first, month: second } : { day: second, month: first };
};

const WEEKDAYS: readonly RegExp[] = [
  /^(?:sun(?:day)?|sonntag)$/i,
  /^(?:mon(?:day)?|montag)$/i,
  /^(?:tues?(?:day)?|dienstag)$/i,
  /^(?:wed(?:nes)?(?:day)?|mittwoch)$/i,
  /^(?:thu(?:rs)?(?:day)?|donnerstag)$/i,
  /^(?:fri(?:day)?|freitag)$/i,
  /^(?:sat(?:ur)?(?:day)?|samstag)$/i,
];

const weekdayOf = (word: string): number | undefined => {
  const found = WEEKDAYS.findIndex((pattern) => pattern.test(word));
  return found === -1 ? undefined : found;
};

/** A day that is said without its date: a weekday, from Sunday at 0, or another day than before, such as Today. */
export type LooseDay = { weekday?: number };

export const isWritten = (day: WrittenDay | LooseDay): day is WrittenDay => 'month' in day || 'first' in day;

/** A line that says the day of what follows: `Thursday, November 19th`, `--- 19 Nov 2026 ---`; loosely: Today, or a weekday alone. */
export function dayLine(line: string): WrittenDay | LooseDay | undefined {
  const text = line.replace(/^[\s\-–—=*#_]+|[\s\-–—=*#_:]+$/g, '');
  if (text.length > 40) return undefined;
  if (/^(?:today|yesterday|heute|gestern)$/i.test(text)) return {};
  const weekday = weekdayOf(text);
  if (weekday !== undefined) return { weekday };
  return dayOf(withoutWeekday(text));
}

/** Within what somebody said, `10/12` is a part of that, unless it is set apart: by a word, a year, or signs on both sides. */
export function dayLineWithin(line: string): WrittenDay | LooseDay | undefined {
  const said = dayLine(line);
  if (said === undefined || !isWritten(said) || said.year !== undefined) return said;
  return /\p{L}|^\s*[-–—=*#_].*[-–—=*#_]\s*$/u.test(line) ? said : undefined;
}

/** `Thu, 19 Nov 2026` says its day also without the Thursday. */
export function withoutWeekday(day: string): string {
  const [, first = '', rest = ''] = /^(\p{L}+)\.?,? (?:the |den )?(.*)$/u.exec(day) ?? [];
  return weekdayOf(first) === undefined ? day : rest;
}

/** The day before. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The day that a loose one means, after a day that is known. */
export function looseDayAfter(day: string, { weekday }: LooseDay): string {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms)) return day;
  const days = weekday === undefined ? 1 : (weekday - new Date(ms).getUTCDay() + 7) % 7;
  return new Date(ms + days * 86_400_000).toISOString().slice(0, 10);
}
