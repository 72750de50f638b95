import type { Attestation } from '../attestation.ts';
import type { CheckResult } from '../check-result.ts';
import type { Check } from '../plan.ts';
import { type Signal, WHOLE_SUBJECT } from '../signal.ts';
import { isAccepted, type Known, type SignalCheck } from './evidence.ts';
import { lastOutcomeOf, lastPassOf, type SourceHistory, type WordOutcome } from './stretches.ts';
import type { CheckVerdict, ClaimedFix, Verdict } from './verdict-of.ts';

/** Word that a verdict rests on, by which its signal is found. `at`: milliseconds since 1970. */
export type Grounds = {
  readonly check: number;
  readonly source: string;
  readonly resource: string;
  readonly at: number;
  readonly outcome: WordOutcome;
};

/** Words of one check that are named in a result. Others count, and are not listed. */
const MOST_NAMED = 10;

/** Words that a verdict rests on: fails where it fails, the newest pass of each source where it passes, and what is too old. */
export function groundsOf({ checks }: ClaimedFix, known: Known, verdict: Verdict): Grounds[] {
  return checks.flatMap((check, index) =>
    check.kind === 'signal' ? groundsOfCheck(check, index, known, verdict).slice(0, MOST_NAMED) : [],
  );
}

function groundsOfCheck(check: SignalCheck, index: number, known: Known, verdict: Verdict): Grounds[] {
  const histories = (known.histories[index] ?? []).filter((one) => isAccepted(check, one));
  const outcome = verdict.checks[index];
  if (outcome === 'fail' || outcome === 'unsettled' || outcome === 'held back' || outcome === 'for a person') {
    return [...verdict.failing, ...verdict.standing]
      .filter((one) => one.check === index)
      .map(({ source, resource, from }) => ({ check: index, source, resource, at: from, outcome: 'fail' as const }));
  }
  const bySource = Map.groupBy(histories, ({ source }) => source);
  return [...bySource.values()].flatMap((ofSource) => {
    const newest = ofSource.toSorted((a, b) => lastPassOf(b) - lastPassOf(a))[0];
    if (newest === undefined) return [];
    const at = outcome === 'lacking' ? newestOf(newest) : lastPassOf(newest);
    const said = outcome === 'lacking' ? lastOutcomeOf(newest) : 'pass';
    return said === undefined || at === Number.NEGATIVE_INFINITY
      ? []
      : [{ ...named(index, newest), at, outcome: said }];
  });
}

const named = (check: number, { source, resource }: SourceHistory) => ({ check, source, resource });

const newestOf = ({ stretches }: SourceHistory): number => stretches.at(-1)?.to ?? Number.NEGATIVE_INFINITY;

/** Results of all checks, in the order of the plan, in words. `signals`: those found of the grounds, in their order. */
export function resultsOf(
  fix: ClaimedFix,
  verdict: Verdict,
  grounds: readonly (Grounds & { readonly signal: Signal | undefined })[],
  attestations: readonly Attestation[],
): CheckResult[] {
  return fix.checks.map((check, index) => {
    const found = verdict.checks[index] ?? 'lacking';
    const evidence =
      check.kind === 'attestation'
        ? attested(index, attestations, found)
        : grounds.filter((one) => one.check === index).map(seen);
    return {
      check,
      outcome: OUTCOMES[found] === 'stale' && evidence.length === 0 ? 'unknown' : OUTCOMES[found],
      because: because(check, found, evidence, verdict),
      evidence,
    };
  });
}

type Evidence = CheckResult['evidence'];

const OUTCOMES: Record<CheckVerdict, CheckResult['outcome']> = {
  pass: 'pass',
  fail: 'fail',
  unsettled: 'unsettled',
  'held back': 'unsettled',
  'for a person': 'unsettled',
  lacking: 'stale',
  untested: 'untested',
};

function because(check: Check, found: CheckVerdict, evidence: Evidence, verdict: Verdict): string {
  const words = evidence.map(({ what }) => what).join('; ');
  switch (found) {
    case 'pass':
      return check.kind === 'ticket state' ? 'the ticket is done' : words;
    case 'fail':
      return words;
    case 'unsettled':
      return `${words}: not confirmed yet`;
    case 'held back':
      return `${words}: the source has said nothing else since`;
    case 'for a person':
      return `${words}: from before the upgrade, so a person reopens the ticket`;
    case 'untested':
      return `never seen failing before the fix; ${words}`;
    case 'lacking': {
      const expected = `expected by ${new Date(verdict.expectedAt).toISOString()}`;
      const newest = evidence
        .map(({ at }) => at)
        .toSorted()
        .at(-1);
      return newest === undefined ? `no evidence, ${expected}` : `newer evidence than of ${newest} is ${expected}`;
    }
  }
}

function seen({ source, resource, at, outcome, signal }: Grounds & { signal: Signal | undefined }): Evidence[number] {
  const where = resource === WHOLE_SUBJECT ? '' : ` on ${resource}`;
  const detail = signal?.detail === undefined || signal.detail === '' ? '' : `, ${signal.detail}`;
  return {
    what: `${source}${where}: ${outcome}${detail}`,
    at: new Date(at).toISOString(),
    ...(signal?.url === undefined ? {} : { url: signal.url }),
  };
}

/** The newest attestation that says what the verdict says; where evidence is wanted, the newest there is. */
function attested(index: number, attestations: readonly Attestation[], found: CheckVerdict): Evidence {
  const wanted = found === 'lacking' ? undefined : found === 'for a person' ? 'fail' : found;
  const newest = attestations
    .filter(({ check, outcome }) => check === index && (wanted === undefined || outcome === wanted))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .at(-1);
  if (newest === undefined) return [];
  return [{ what: `${newest.by.name} attests ${newest.outcome}: ${newest.note}`, at: newest.at }];
}
