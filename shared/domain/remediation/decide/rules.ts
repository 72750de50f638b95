import type { VerificationPolicy } from '../../verification/verification-policy.ts';
import type { Remediation } from '../remediation.ts';
import type { RemediationPolicy } from '../remediation-policy.ts';
import type { TeamDirectory } from '../team-directory.ts';

export type Rules = { remediation: RemediationPolicy; verification: VerificationPolicy };

/** Rules of the beginning, which also needs to know the teams. */
export type BeginningRules = Rules & { teams: TeamDirectory };

export const ids = ({ id, postMortemId }: Pick<Remediation, 'id' | 'postMortemId'>) => ({
  postMortemId,
  remediationId: id,
});
