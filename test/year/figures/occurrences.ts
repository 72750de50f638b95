import type { SaidWord, YearBooks } from '../books.ts';
import { wordsByKey } from '../promises/evidence.ts';
import { HOUR } from '../truth/spans.ts';
import { acceptedSources, type FixPlan } from '../world/plan.ts';
import { type Counts, countsOf } from './counts.ts';

/** What plans meet, as they are drawn, and what is met while a year is lived through. */
const PLANNED = [
  'plans that need any',
  'plans that need all',
  'plans that need two of three',
  'sources that stop',
] as const;
const LIVED = ['questions without answer', 'answers that judge nothing', 'evidence that is late'] as const;
const OF_NOISE = ['noise that lasts'] as const;

export function plannedIn(plans: readonly FixPlan[], end: number): Counts {
  const found = plans.flatMap((plan): (typeof PLANNED)[number][] => {
    const { length } = acceptedSources(plan);
    const stops = plan.watchers.filter(({ isAccepted, stopsAt }) => isAccepted && stopsAt < end);
    const quorum =
      typeof plan.need === 'number' ? (length === 3 ? 'two of three' : undefined) : length > 1 ? plan.need : undefined;
    return [
      ...stops.map(() => 'sources that stop' as const),
      ...(quorum === undefined ? [] : [`plans that need ${quorum}` as const]),
    ];
  });
  return countsOf(PLANNED, found);
}

/** How often a year met what it is to be trusted with. */
export function occurrencesOf({ fixes, end, isHonest }: YearBooks): Counts {
  const plans = fixes.map(({ plan }) => plan);
  const answers = fixes.flatMap(({ questions }) => questions.map(({ answer }) => answer));
  const lasting = fixes.flatMap((fix) => [...wordsByKey(fix).values()].flatMap(lastingNoise));
  const late = fixes.flatMap(({ events }) => events.filter(({ event }) => event.type === 'Remediation Evidence Late'));
  return {
    ...plannedIn(plans, end),
    ...countsOf(LIVED, [
      ...answers.flatMap((answer) => (answer === 'none' ? ['questions without answer' as const] : [])),
      ...answers.flatMap((answer) => (answer === 'not judged' ? ['answers that judge nothing' as const] : [])),
      ...late.map(() => 'evidence that is late' as const),
    ]),
    ...(isHonest ? {} : countsOf(OF_NOISE, lasting)),
  };
}

/** False fails of one source about one resource, without a pass between them, over about a day or more. */
function lastingNoise(words: readonly SaidWord[]): 'noise that lasts'[] {
  let since: number | undefined;
  let isCounted = false;
  return words.flatMap(({ outcome, isFalse, observedAt }) => {
    if (outcome !== 'fail' || !isFalse) {
      since = undefined;
      isCounted = false;
      return [];
    }
    since ??= observedAt;
    if (isCounted || observedAt - since < 20 * HOUR) return [];
    isCounted = true;
    return ['noise that lasts' as const];
  });
}

/** Names of what did not occur at all. */
export const missingIn = (occurrences: Counts): string[] =>
  Object.entries(occurrences).flatMap(([name, count]) => (count === 0 ? [name] : []));
