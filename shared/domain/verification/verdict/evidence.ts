import type { Check } from '../plan.ts';
import type { SourceHistory } from './stretches.ts';

export type SignalCheck = Extract<Check, { kind: 'signal' }>;

/** A person's word on a check, in milliseconds since 1970. `check`: index in the plan. */
export type PersonsWord = { readonly check: number; readonly outcome: 'pass' | 'fail'; readonly at: number };

/** Evidence about a fix at the time of a verdict. */
export type Known = {
  /** For each check of the plan, by index: all that sources said of its subject. Empty for checks of other kinds. */
  readonly histories: readonly (readonly SourceHistory[])[];
  readonly attestations: readonly PersonsWord[];
};

/** Histories of those who have judged: who has only said that it did not has said nothing that counts. */
export const thatJudged = (histories: readonly SourceHistory[]): SourceHistory[] =>
  histories.filter(({ stretches }) => stretches.length > 0);

/** True when the plan lets this source speak of this resource. A plan that names neither takes all that are seen. */
export const isAccepted = ({ sources, resources }: SignalCheck, { source, resource }: SourceHistory): boolean =>
  (sources === undefined || sources.includes(source)) && (resources === undefined || resources.includes(resource));

/** Number of sources that have to pass. They say how many must pass, never how many must fail: any standing fail is a fail. */
export function neededOf({ sources, need }: SignalCheck): number {
  if (sources === undefined || need === 'any') return 1;
  return need === undefined || need === 'all' ? sources.length : Math.min(need, sources.length);
}

/** History of a source that the plan accepts. `check`: index in the plan. */
export type Accepted = { readonly check: number; readonly history: SourceHistory };

/** In an order of its own, so that the order in which histories are read changes nothing. */
export function acceptedOf(checks: readonly Check[], { histories }: Known): Accepted[] {
  return checks.flatMap((check, index) =>
    check.kind === 'signal'
      ? (histories[index] ?? [])
          .filter((one) => isAccepted(check, one))
          .toSorted(byName)
          .map((history) => ({ check: index, history }))
      : [],
  );
}

function byName(a: SourceHistory, b: SourceHistory): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.resource < b.resource ? -1 : Number(a.resource > b.resource);
}

/** Evidence without the words of sources that the plan does not accept. */
export const accepts = ({ histories, attestations }: Known, accepted: readonly Accepted[]): Known => ({
  attestations,
  histories: histories.map((_, index) => accepted.filter(({ check }) => check === index).map(({ history }) => history)),
});
