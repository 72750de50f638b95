import type { VerificationPolicy } from '../../verification/verification-policy.ts';
import type { Remediation } from '../remediation.ts';
import type { RemediationPolicy } from '../remediation-policy.ts';

export type Rules = { remediation: RemediationPolicy; verification: VerificationPolicy };

export const ids = ({ id, postMortemId }: Pick<Remediation, 'id' | 'postMortemId'>) => ({
  postMortemId,
  remediationId: id,
});
