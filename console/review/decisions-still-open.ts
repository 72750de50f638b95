import type { Schemas } from '../data/api.ts';

/** A risk that is to be accepted, as it is typed. */
export type Risk = { until: string; reason: string; compensatingControl: string };

/** What the reader chose for a recommendation. Nothing chosen: it goes with the approval. */
export type Decision = { is: 'decline'; reason: string } | { is: 'put off'; risk: Risk };
export type Decisions = Readonly<Record<string, Decision>>;

/** Choices that can still be sent: their recommendation is there, and is not approved by now. */
export function decisionsStillOpen(
  decisions: Decisions,
  recommendations: readonly Pick<Schemas['Recommendation'], 'id' | 'status'>[],
): Decisions {
  const open = new Set(recommendations.filter(({ status }) => status !== 'approved').map(({ id }) => id));
  return Object.fromEntries(Object.entries(decisions).filter(([id]) => open.has(id)));
}
