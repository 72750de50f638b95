import { counted } from '../document/counted.ts';
import { type Inline, minute } from '../document/document.ts';
import { durationInWords, instantInWords } from '../document/time-in-words.ts';
import type { TimeAsKnown, TimePrecision } from '../domain/record/content/timeline.ts';
import { courseOf } from '../domain/record/course.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';

/** When the incident began, was noticed and came to its end, and how long each took, no more exactly than it is known. */
export function courseTerms(record: PostMortem): [name: string, value: Inline | undefined][] {
  const { began, detected, contained, eradicated, recovered } = courseOf(record);
  return [
    ['Began', began && timeAsKnown(began)],
    ['Noticed', detected && timeAsKnown(detected)],
    ['Contained', contained && timeAsKnown(contained)],
    ['Eradicated', eradicated && timeAsKnown(eradicated)],
    ['Recovered', recovered && timeAsKnown(recovered)],
    ['Unnoticed for', spanInWords(began, detected)],
    ['From notice to containment', spanInWords(detected, contained)],
    ['From notice to recovery', spanInWords(detected, recovered)],
  ];
}

/** No more exact than it is known. */
export function timeAsKnown({ at, precision = 'minute' }: TimeAsKnown): Inline {
  switch (precision) {
    case 'minute':
      return minute(at);
    case 'hour':
      return `about ${instantInWords(at)}`;
    case 'day':
      return instantInWords(at, 'day');
    case 'month':
      return instantInWords(at, 'day').replace(/^\d+ /, '');
    case 'year':
      return at.slice(0, 4);
  }
}

const MS: Record<TimePrecision, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
};

/** A span is as uncertain as the less certain of its ends: "about 3 days". @returns undefined where it would end before it begins */
function spanInWords(from: TimeAsKnown | undefined, to: TimeAsKnown | undefined): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const ms = Date.parse(to.at) - Date.parse(from.at);
  const [{ precision: a = 'minute' }, { precision: b = 'minute' }] = [from, to];
  const coarser = MS[a] > MS[b] ? a : b;
  // Within what is not known, the second may be after the first all the same.
  if (ms < 0 && (coarser === 'minute' || -ms >= MS[coarser])) return undefined;
  if (coarser === 'minute') return ms < MS.minute ? 'less than a minute' : durationInWords(ms);
  return ms < MS[coarser]
    ? `less than ${coarser === 'hour' ? 'an' : 'a'} ${coarser}`
    : `about ${counted(Math.round(ms / MS[coarser]), coarser)}`;
}
