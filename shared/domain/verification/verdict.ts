import * as z from 'zod';
import { type Duration, subtractDuration } from '../words/duration.ts';
import { Instant, PartId } from '../words/identifiers.ts';
import { Person } from '../words/person.ts';
import { STORED, WRITTEN } from '../words/words.ts';
import { Check } from './plan.ts';
import type { Signal, Subject } from './signal.ts';

/** A person's word that a statement holds. `check` is the index of the plan's check that it answers. */
export const Attestation = z.object({
  id: PartId,
  check: z.int().nonnegative(),
  outcome: z.enum(['pass', 'fail']),
  note: STORED.prose(1, 4_000),
  by: Person,
  at: Instant,
});
export type Attestation = z.infer<typeof Attestation>;

export const AttestationDraft = z.strictObject({
  ...Attestation.pick({ check: true, outcome: true }).shape,
  note: WRITTEN.prose(1, 4_000),
});

/** `stale`: there is evidence, but it is older than what it should prove. */
export const CheckResult = z.object({
  check: Check,
  outcome: z.enum(['pass', 'fail', 'unknown', 'stale']),
  because: z.string(),
  evidence: z.array(z.object({ what: z.string(), at: Instant, url: z.string().optional() })),
});
export type CheckResult = z.infer<typeof CheckResult>;

/** Evidence at the time a step is due. `undefined` ticket: Jira could not be asked. */
export type CheckEvidence = {
  signals: readonly Signal[];
  attestations: readonly Attestation[];
  ticket: { isDone: boolean; status: string } | undefined;
};

export type CheckWindow = {
  /** The claim. A source whose last word since then is a fail refutes it, however old that is. */
  claimedAt: string;
  /** Evidence counts from here: the claim, or the step before. A fix is not proven by what was seen before it. */
  since: string;
  now: string;
  maxAge: Duration;
};

type Dated = { outcome: 'pass' | 'fail'; at: string; what: string; url: string | undefined };

/** The outcome of one check: a function of the plan, the evidence and the time, and of nothing else. */
export function runCheck(check: Check, index: number, evidence: CheckEvidence, window: CheckWindow): CheckResult {
  switch (check.kind) {
    case 'signal':
      return judgeSignals(check, window, signalsOf(check.subject, evidence.signals));
    case 'attestation':
      return judge(check, window, attestationsOf(index, evidence.attestations));
    case 'ticket state':
      return judgeTicket(check, evidence.ticket, window.now);
  }
}

/** One fail is a fail; all passes are a pass; anything between leaves the question open. */
export function overallOutcome(results: readonly CheckResult[]): 'pass' | 'fail' | 'inconclusive' {
  if (results.some((result) => result.outcome === 'fail')) return 'fail';
  return results.length > 0 && results.every((result) => result.outcome === 'pass') ? 'pass' : 'inconclusive';
}

/** One source does not overrule another: where one says fail, and has not spoken again, the others do not count. */
function judgeSignals(check: Check, window: CheckWindow, found: readonly FromSource[]): CheckResult {
  const refutation = refutationIn(
    found.filter(({ at }) => isBetween(at, window.claimedAt, window.now)),
    byTimeFailLast,
  );
  return refutation === undefined ? judge(check, window, found) : result(check, 'fail', refutation.what, refutation);
}

/** The newest of the last words of each source that are a fail: one source does not overrule another. */
function refutationIn<Word extends { source: string; outcome: 'pass' | 'fail' }>(
  words: readonly Word[],
  order: (a: Word, b: Word) => number,
): Word | undefined {
  const lastWords = [...Map.groupBy(words, ({ source }) => source).values()].flatMap(
    (ofSource) => ofSource.toSorted(order).at(-1) ?? [],
  );
  return lastWords
    .filter(({ outcome }) => outcome === 'fail')
    .toSorted(order)
    .at(-1);
}

/** The signal that refutes a claim; undefined while none does. `signals`: about one subject, since the claim. */
export const refutingSignal = (signals: readonly Signal[]): Signal | undefined =>
  refutationIn(
    signals,
    (a, b) =>
      Date.parse(a.observedAt) - Date.parse(b.observedAt) ||
      Number(a.outcome === 'fail') - Number(b.outcome === 'fail'),
  );

type FromSource = Dated & { source: string };

/** Orders words by time. Of two at the same instant the fail counts as the later one. */
const byTimeFailLast = (a: Dated, b: Dated): number =>
  Date.parse(a.at) - Date.parse(b.at) || Number(a.outcome === 'fail') - Number(b.outcome === 'fail');

function signalsOf(subject: Subject, signals: readonly Signal[]): FromSource[] {
  return signals
    .filter((signal) => signal.subject.type === subject.type && signal.subject.id === subject.id)
    .map((signal) => ({
      source: signal.source,
      outcome: signal.outcome,
      at: signal.observedAt,
      what: `${signal.source}: ${signal.outcome}${signal.detail === undefined ? '' : `, ${signal.detail}`}`,
      url: signal.url,
    }));
}

function attestationsOf(index: number, attestations: readonly Attestation[]): Dated[] {
  return attestations
    .filter((attestation) => attestation.check === index)
    .map((attestation) => ({
      outcome: attestation.outcome,
      at: attestation.at,
      what: `${attestation.by.name} attests ${attestation.outcome}: ${attestation.note}`,
      url: undefined,
    }));
}

/** The newest piece of evidence inside the window decides. */
function judge(check: Check, window: CheckWindow, found: readonly Dated[]): CheckResult {
  const tooOld = subtractDuration(window.now, window.maxAge);
  const inOrder = found.toSorted(byTimeFailLast);
  const newest = inOrder.findLast((one) => isWithin(one.at, window, tooOld));
  if (newest !== undefined) return result(check, newest.outcome, newest.what, newest);
  const latest = inOrder.findLast((one) => Date.parse(one.at) <= Date.parse(window.now));
  return latest === undefined
    ? result(check, 'unknown', `no evidence since ${window.since}`)
    : result(check, 'stale', `the latest evidence is from ${latest.at}; it must be newer than ${window.since}`, latest);
}

function isWithin(at: string, window: CheckWindow, tooOld: string): boolean {
  return isBetween(at, window.since, window.now) && Date.parse(at) >= Date.parse(tooOld);
}

const isBetween = (at: string, from: string, until: string): boolean =>
  Date.parse(at) >= Date.parse(from) && Date.parse(at) <= Date.parse(until);

function judgeTicket(check: Check, ticket: CheckEvidence['ticket'], now: string): CheckResult {
  if (ticket === undefined) return result(check, 'unknown', 'Jira could not be asked');
  const seen = { what: `Jira says ${ticket.status}`, at: now, url: undefined };
  return ticket.isDone
    ? result(check, 'pass', `the ticket is ${ticket.status}`, seen)
    : result(check, 'fail', `the ticket is ${ticket.status}, not done`, seen);
}

function result(
  check: Check,
  outcome: CheckResult['outcome'],
  because: string,
  seen?: { what: string; at: string; url: string | undefined },
): CheckResult {
  const evidence = seen === undefined ? [] : [{ what: seen.what, at: seen.at, ...(seen.url && { url: seen.url }) }];
  return { check, outcome, because, evidence };
}
