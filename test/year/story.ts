import type { FixBooks } from './books.ts';
import { inWords, type Violation } from './promises/violation.ts';
import { DAY } from './truth/spans.ts';

const DAYS_BEFORE = 45;
const LINES = 60;

/** The story of the fix that a promise was broken about, until a while after that: truth, people, sources and Holdfast in one line of time. */
export function storyOf({ promise, because, fix, at }: Violation): string {
  const head = `✗ ${promise}: ${because}`;
  if (fix === undefined) return head;
  const { plan, priority } = fix;
  const sources = plan.watchers.map(({ source: { name, every }, isBlind, isAccepted, stopsAt }) =>
    [
      name,
      `every ${every / 3_600_000} h`,
      ...(isBlind ? ['blind'] : []),
      ...(isAccepted ? [] : ['not accepted']),
      ...(Number.isFinite(stopsAt) ? [`stops ${inWords(stopsAt)}`] : []),
    ].join(', '),
  );
  const resources = `${plan.resources.length} resources${plan.namesResources ? ', named' : ''}`;
  const lines = entriesOf(fix)
    .filter((one) => one.at >= at - DAYS_BEFORE * DAY && one.at <= at + 3 * DAY)
    .toSorted((a, b) => a.at - b.at)
    .slice(-LINES);
  return [
    head,
    `  fix ${fix.id}, ${priority}, need ${plan.need} of: ${sources.join('; ')}; ${resources}`,
    ...lines.map((one) => `  ${inWords(one.at)}  ${one.who.padEnd(9)} ${one.what}`),
  ].join('\n');
}

function entriesOf({ truth, words, events }: FixBooks): { at: number; who: string; what: string }[] {
  const changes = words.filter((word, index) => {
    const before = words
      .slice(0, index)
      .findLast((one) => one.source === word.source && one.resource === word.resource);
    return word.outcome === 'fail' || before?.outcome !== 'pass' || word.arrivedAt - word.observedAt > DAY;
  });
  return [
    ...truth.spells().map(({ from, to, resources }) => ({
      at: from,
      who: 'truth',
      what: `bad until ${inWords(to)} on ${resources.join(', ')}`,
    })),
    ...truth.repairs().map(({ at, repair }) => ({ at, who: 'people', what: `close it: ${repair}` })),
    ...changes.map(({ observedAt, arrivedAt, takenUpAt, source, resource, outcome, isFalse }) => ({
      at: observedAt,
      who: 'source',
      what: `${source} on ${resource}: ${outcome}${isFalse ? ' (false)' : ''}, arrived ${inWords(arrivedAt)}, taken up ${inWords(takenUpAt)}`,
    })),
    ...events.map(({ at, event: { type, data } }) => ({ at, who: 'Holdfast', what: `${type} ${detailOf(data)}` })),
  ];
}

function detailOf(data: object): string {
  const { watch, failure } = Object(data);
  return JSON.stringify(watch ?? (failure === undefined ? {} : { step: failure.step }));
}
