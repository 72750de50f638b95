import * as z from 'zod';

/**
 * Schedules as EventBridge Scheduler takes them: it refuses others only when the stack is deployed.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */

type Field = { name: string; least: number; most: number; words?: readonly string[]; special?: RegExp };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const FIELDS: readonly Field[] = [
  { name: 'minutes', least: 0, most: 59 },
  { name: 'hours', least: 0, most: 23 },
  // The last day (of the month, or its last working day), and the working day nearest to a day.
  { name: 'day of month', least: 1, most: 31, special: /^(\?|LW?|L-([1-9]|[12]\d|30)|([1-9]|[12]\d|3[01])W)$/ },
  { name: 'month', least: 1, most: 12, words: MONTHS },
  // The last such weekday of the month, and the first to the fifth.
  {
    name: 'day of week',
    least: 1,
    most: 7,
    words: WEEKDAYS,
    special: /^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$/,
  },
  { name: 'year', least: 1970, most: 2199 },
];

const RATE = /^rate\((1 (minute|hour|day)|([2-9]|[1-9]\d+) (minutes|hours|days))\)$/;
const CRON = /^cron\((\S+(?: \S+){5})\)$/;

export const ScheduleExpression = z.string().superRefine((text, { addIssue }) => {
  const problem = RATE.test(text) ? undefined : problemOfCron(text);
  if (problem !== undefined) addIssue({ code: 'custom', message: problem, input: text });
});

function problemOfCron(text: string): string | undefined {
  const fields = CRON.exec(text)?.[1]?.split(' ');
  if (fields === undefined) {
    return 'expected an EventBridge Scheduler expression: rate(1 hour), rate(15 minutes), or cron(six fields)';
  }
  const wrong = FIELDS.find((field, index) => !isField(fields[index] ?? '', field));
  if (wrong !== undefined) {
    const { name, least, most, words } = wrong;
    return `expected ${name} of ${least} to ${most}${words === undefined ? '' : ` or ${words[0]} to ${words.at(-1)}`} in the cron expression`;
  }
  const isOpen = (index: number) => fields[index] === '?';
  return isOpen(2) === isOpen(4)
    ? 'expected exactly one ? in the cron expression: for the day of month or for the day of week'
    : undefined;
}

function isField(text: string, field: Field): boolean {
  return text.split(',').every((part, _, parts) => {
    if (field.special?.test(part) === true) return part !== '?' || parts.length === 1;
    const [range = '', step, ...more] = part.split('/');
    return more.length === 0 && (step === undefined || /^[1-9]\d*$/.test(step)) && isRange(range, field);
  });
}

function isRange(text: string, { least, most, words = [] }: Field): boolean {
  if (text === '*') return true;
  const ends = text.split('-').map((end) => {
    if (words.includes(end)) return words.indexOf(end) + 1;
    return /^\d{1,4}$/.test(end) ? Number(end) : Number.NaN;
  });
  return ends.length <= 2 && ends.every((end) => end >= least && end <= most);
}
