import type { Check } from '../plan.ts';
import type { SourceHistory } from './stretches.ts';

export type SignalCheck = Extract<Check, { kind: 'signal' }>;

/** A person's word on a check, in milliseconds since 1970. `check`: index in the plan. */
export type PersonsWord = { readonly check: number; readonly outcome: 'pass' | 'fail'; readonly at: number };

/** What is known of a fix at the time of a verdict. */
export type Known = {
  /** For each check of the plan, by index: all that sources said of its subject. Empty for checks of other kinds. */
  readonly histories: readonly (readonly SourceHistory[])[];
  readonly attestations: readonly PersonsWord[];
};

/** True when the plan lets this source speak of this resource. A plan that names neither takes all that are seen. */
export const isAccepted = ({ sources, resources }: SignalCheck, { source, resource }: SourceHistory): boolean =>
  (sources === undefined || sources.includes(source)) && (resources === undefined || resources.includes(resource));

/** Number of sources that have to pass. They say how many must pass, never how many must fail: any standing fail is a fail. */
export function neededOf({ sources, need }: SignalCheck): number {
  if (sources === undefined || need === 'any') return 1;
  return need === undefined || need === 'all' ? sources.length : Math.min(need, sources.length);
}
