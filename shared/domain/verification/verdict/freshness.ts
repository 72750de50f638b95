import type { Check } from '../plan.ts';
import { type Known, neededOf, type SignalCheck } from './evidence.ts';
import { lastOutcomeOf, lastPassOf, type SourceHistory } from './stretches.ts';

/**
 * Time since which a check has all that it needs: the newest pass of the source that is the last one needed. -Infinity when
 * something is missing; Infinity for a check that evidence does not age.
 *
 * @param since attestations from before it say nothing of the claim
 */
export function freshSince(check: Check, index: number, known: Known, since: number): number {
  switch (check.kind) {
    case 'ticket state':
      // The remediation follows its ticket: a claim whose ticket is not done any more is none.
      return Number.POSITIVE_INFINITY;
    case 'attestation': {
      const passes = known.attestations.filter(
        (one) => one.check === index && one.outcome === 'pass' && one.at > since,
      );
      return Math.max(Number.NEGATIVE_INFINITY, ...passes.map(({ at }) => at));
    }
    case 'signal': {
      const histories = known.histories[index] ?? [];
      const units = unitsOf(check, histories).map((ofUnit) => nthNewestPass(ofUnit, neededOf(check)));
      return Math.min(...units);
    }
  }
}

/**
 * Histories that have to be fresh together: all of them, or those of each resource that the plan names. A named resource that is
 * gone is not asked for any more, unless nothing is left to ask for: that all is gone proves nothing.
 */
function unitsOf({ resources }: SignalCheck, histories: readonly SourceHistory[]): (readonly SourceHistory[])[] {
  if (resources === undefined) return [histories];
  const of = (resource: string) => histories.filter((one) => one.resource === resource);
  const here = resources.filter((resource) => !isGone(of(resource)));
  return (here.length > 0 ? here : resources).map(of);
}

/** The newest word about a resource decides whether it is there. */
export function isGone(histories: readonly SourceHistory[]): boolean {
  const newest = histories.toSorted((a, b) => lastTimeOf(a) - lastTimeOf(b)).at(-1);
  return newest !== undefined && lastOutcomeOf(newest) === 'gone';
}

const lastTimeOf = ({ stretches }: SourceHistory): number => stretches.at(-1)?.to ?? Number.NEGATIVE_INFINITY;

/** The n-th newest of the sources' newest passes, each on any of the resources. */
function nthNewestPass(histories: readonly SourceHistory[], needed: number): number {
  const bySource = Map.groupBy(histories, ({ source }) => source);
  const newest = [...bySource.values()].map((ofSource) => Math.max(...ofSource.map(lastPassOf)));
  return newest.toSorted((a, b) => b - a)[needed - 1] ?? Number.NEGATIVE_INFINITY;
}
