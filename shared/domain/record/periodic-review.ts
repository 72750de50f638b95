import type { TicketRef } from '../ticket/incident-ticket.ts';
import type { Period } from '../words/calendar.ts';
import type { PostMortemId } from '../words/identifiers.ts';
import { Severity } from '../words/severity.ts';
import { stricterTlp } from '../words/tlp.ts';
import type { TimeAsKnown } from './content/timeline.ts';
import { courseOf } from './course.ts';
import { reviewDueAt } from './decide/open-record.ts';
import type { RecordEvent } from './events/record-events.ts';
import { type PeriodicReview, slugOf } from './periodic-review-policy.ts';
import type { PostMortem } from './post-mortem.ts';
import type { PostMortemPolicy } from './record-policy.ts';
import type { RecordSummary } from './record-summary.ts';
import { recordUrlOf } from './record-url.ts';

/**
 * Ids that a review is named by for ever: there is one of its name for each period, whoever opens it and whenever.
 *
 *     Quarterly review, 2026-Q3        QUARTERLY-REVIEW-2026-Q3
 */
export function reviewTicket({ name }: PeriodicReview, period: Period): TicketRef {
  const key = `${slugOf(name)}-${period.name}`;
  return { source: 'holdfast', site: 'holdfast', ticketId: key, key };
}

/**
 * Lines of the records that it looks at, the worst first. What ended in another record is seen there. What is marked more strictly than the
 * review is not told by it.
 */
export function coveredBy(
  { tlp }: PeriodicReview,
  { postMortem }: Rules,
  lines: readonly RecordSummary[],
): RecordSummary[] {
  const mark = tlp ?? postMortem.tlp;
  return lines
    .filter((line) => line.kind !== 'periodic review' && line.status !== 'merged')
    .filter((line) => stricterTlp(line.tlp, mark) === mark)
    .toSorted((a, b) => Severity.options.indexOf(a.severity) - Severity.options.indexOf(b.severity));
}

type Rules = { postMortem: PostMortemPolicy };

/**
 * The review of a period, with its records and its figures.
 *
 * @param lines of all records that it looks at
 * @param named those of them that it names, as they are now: `REVIEWED_AT_MOST`, the worst first
 */
export function openPeriodicReview(
  id: PostMortemId,
  review: PeriodicReview,
  period: Period,
  { lines, named }: Reviewed,
  now: string,
  rules: Rules,
): RecordEvent[] {
  const { severity } = review;
  const kind = 'periodic review' as const;
  const incident = {
    ...reviewTicket(review, period),
    url: recordUrlOf(rules.postMortem, id),
    title: `${review.name}, ${period.name}`,
    description: figuresOf({ lines, named }),
    severity,
    openedAt: period.from,
    closedAt: period.to,
    people: [],
    techniques: [],
  };
  const data = {
    postMortemId: id,
    incident,
    timeline: [],
    openedAt: now,
    dueAt: reviewDueAt({ kind, severity }, now, rules),
    kind,
    tlp: review.tlp ?? rules.postMortem.tlp,
    scope: { from: period.from, to: period.to, covers: named.map((one) => one.id) },
  };
  return [{ type: 'Post-Mortem Opened', data }];
}

/** What a review looks at. */
export type Reviewed = { readonly lines: readonly RecordSummary[]; readonly named: readonly ReviewedRecord[] };

/** Of a record, what the figures are made from. */
export type ReviewedRecord = Pick<
  PostMortem,
  'id' | 'carriedOn' | 'milestones' | 'sections' | 'rootCauses' | 'recommendations' | 'lessons'
>;

/** Figures of a period, in lines of text. */
export function figuresOf({ lines, named }: Reviewed): string {
  const causes = named.flatMap(({ rootCauses }) => rootCauses);
  const recommendations = named.flatMap((one) => one.recommendations);
  const lessons = named.flatMap((one) => one.lessons);
  const unreviewed = lines.filter(({ status }) => status === 'open' || status === 'in review').length;
  const told = [
    `Records that were opened in the period: ${lines.length}${of(lines, ({ kind }) => kind)}.`,
    `By severity${of(lines, ({ severity }) => severity)}.`,
    `By category${of(lines, ({ category }) => category ?? 'none')}.`,
    `Reviews that are not approved yet: ${unreviewed}.`,
    named.length < lines.length
      ? `The review names the ${named.length} worst of them. The figures below are of these.`
      : undefined,
    `Root causes: ${causes.length}${of(causes, ({ kind }) => kind)}.`,
    `Noticed by${of(named, ({ sections }) => sections.detection?.by?.kind ?? 'not told')}.`,
    spanLine('From the beginning to the notice', named, 'began', 'detected'),
    spanLine('From the notice to the containment', named, 'detected', 'contained'),
    `Recommendations: ${recommendations.length}${of(recommendations, ({ status }) => status)}.`,
    `Lessons: ${lessons.length}${of(lessons, ({ status }) => status)}.`,
    `Incidents that came back after their review had begun: ${named.filter(({ carriedOn }) => carriedOn > 0).length}.`,
  ];
  return told.filter((line) => line !== undefined).join('\n');
}

/** ": phishing 3, fraud 1", the most frequent first; nothing of nothing. */
function of<Thing>(things: readonly Thing[], wordOf: (thing: Thing) => string): string {
  const counts = new Map<string, number>();
  for (const word of things.map(wordOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted.length === 0 ? '' : `: ${sorted.map(([word, count]) => `${word} ${count}`).join(', ')}`;
}

const HOUR_MS = 3_600_000;

/** The middle of the spans that are known to the hour at least: others would make it up. */
function spanLine(
  what: string,
  records: readonly ReviewedRecord[],
  from: 'began' | 'detected',
  to: 'detected' | 'contained',
): string | undefined {
  const hours = records.flatMap((record) => {
    const course = courseOf(record);
    const [first, last] = [course[from], course[to]];
    if (first === undefined || last === undefined || !isKnownWell(first) || !isKnownWell(last)) return [];
    const ms = Date.parse(last.at) - Date.parse(first.at);
    return ms < 0 ? [] : [ms / HOUR_MS];
  });
  const sorted = hours.toSorted((a, b) => a - b);
  const [shortest, longest] = [sorted.at(0), sorted.at(-1)];
  if (shortest === undefined || longest === undefined) return undefined;
  const [lower = shortest, upper = longest] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  const ends = sorted.length === 1 ? '' : `, from ${lengthOf(shortest)} to ${lengthOf(longest)}`;
  return `${what}: ${lengthOf((lower + upper) / 2)} in the middle${ends}, known of ${sorted.length} of ${records.length}.`;
}

const lengthOf = (hours: number): string =>
  hours < 1 ? 'less than an hour' : hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;

const isKnownWell = ({ precision = 'minute' }: TimeAsKnown): boolean => precision === 'minute' || precision === 'hour';
