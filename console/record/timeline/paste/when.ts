import type { PastedDay, PastedTime } from './pasted.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NUMBER = '\\d{1,2}(?:st|nd|rd|th)?';

/** Sources of the patterns of a day, a time and a zone, for the formats to be built from. Case does not matter. */
export const DAY = `(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}(?:[./](?:\\d{4}|\\d{2}))?\\.?|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?(?:${MONTH} ${NUMBER}|${NUMBER} ${MONTH})(?:,? \\d{4})?)`;
export const TIME = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]\\.?m\\b\\.?)?';
export const ZONE =
  '(?:Z|UTC|GMT|CEST|CET|EEST|EET|WEST|WET|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|[+-]\\d{2}:?\\d{2})(?![\\w])';

const TIME_PARTS = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)? ?([ap])?/i;
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const NUMBERS = /^(\d{1,2})([./])(\d{1,2})(?:[./](\d{2,4}))?\.?$/;
const WORDS = new RegExp(
  `(?:(${MONTH}) (\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)? (${MONTH}))(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`,
  'i',
);
const WHOLE = new RegExp(`^${DAY}$`, 'i');

/** @returns undefined for what no clock shows */
export function timeIn(text: string): PastedTime | undefined {
  const [, hours, minutes, seconds = '0', half] = TIME_PARTS.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const shown = Number(hours);
  if (half !== undefined && (shown < 1 || shown > 12)) return undefined;
  const hour = half === undefined ? shown : (shown % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const time = { hour, minute: Number(minutes), second: Number(seconds) };
  return time.hour < 24 && time.minute < 60 && time.second < 60 ? time : undefined;
}

/** @returns undefined for what no calendar has */
export function dayIn(text: string): PastedDay | undefined {
  if (!WHOLE.test(text)) return undefined;
  const iso = ISO_DAY.exec(text);
  if (iso !== null) return valid({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const [, first, mark, second, year] = NUMBERS.exec(text) ?? [];
  if (first !== undefined && second !== undefined) return ofNumbers(Number(first), Number(second), mark === '/', year);
  const [, monthBefore, dayAfter, dayBefore, monthAfter, wordYear] = WORDS.exec(text) ?? [];
  const month = MONTHS.indexOf((monthBefore ?? monthAfter ?? '').slice(0, 3).toLowerCase()) + 1;
  return valid({ ...yearIn(wordYear), month, day: Number(dayAfter ?? dayBefore) });
}

/** Dots are written with the day first; slashes with either, which only a number above 12 tells. */
function ofNumbers(first: number, second: number, isSlash: boolean, year?: string): PastedDay | undefined {
  if (isSlash && second > 12) return valid({ ...yearIn(year), month: first, day: second });
  const isAmbiguous = isSlash && first <= 12 && first !== second;
  return valid({ ...yearIn(year), month: second, day: first, ...(isAmbiguous && { isAmbiguous }) });
}

function yearIn(text: string | undefined): { year?: number } {
  if (text === undefined) return {};
  return { year: text.length === 2 ? 2000 + Number(text) : Number(text) };
}

function valid(day: PastedDay): PastedDay | undefined {
  const { year = 2000, month } = day;
  if (!(month >= 1 && month <= 12 && day.day >= 1)) return undefined;
  return day.day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? day : undefined;
}
