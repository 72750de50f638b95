import type { Verdict } from '../../verification/verdict/verdict-of.ts';
import type { AcceptedRemediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { ids } from './rules.ts';

/**
 * Shows a fail of a claim while its risk is accepted, and that it is gone again. Nothing else follows from the verdict before the
 * time is over.
 */
export function showWhileAccepted(state: AcceptedRemediation, verdict: Verdict, now: string): RemediationEvent[] {
  const before = state.kept?.doubt;
  const [fail] = [...verdict.failing, ...verdict.standing];
  if (fail === undefined) {
    return before === undefined ? [] : [{ type: 'Remediation Doubt Ended', data: { ...ids(state), at: now } }];
  }
  const { source, resource } = fail;
  const check = state.checks[fail.check];
  const observedAt = new Date(fail.from).toISOString();
  const isKnown = before?.at === observedAt && before.source === source && before.resource === resource;
  if (isKnown || check?.kind !== 'signal') return [];
  const data = { ...ids(state), at: now, subject: check.subject, source, resource, observedAt };
  return [{ type: 'Remediation Doubted', data }];
}
