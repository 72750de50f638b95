import type { VerificationPolicy } from '../../verification/verification-policy.ts';
import type { TicketPlanRules } from '../planned-ticket.ts';
import type { Remediation } from '../remediation.ts';
import type { RemediationPolicy } from '../remediation-policy.ts';

export type Rules = { remediation: RemediationPolicy; verification: VerificationPolicy };

/** Rules of the beginning, which also plans the ticket. */
export type BeginningRules = Rules & TicketPlanRules;

export const ids = ({ id, postMortemId }: Pick<Remediation, 'id' | 'postMortemId'>) => ({
  postMortemId,
  remediationId: id,
});
