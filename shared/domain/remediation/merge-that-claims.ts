import type { RemediationCommon } from './remediation.ts';

/**
 * When the pull request was merged that did the work of a fix, where that is a claim by itself.
 *
 *     signal, attestation   its merge claims, and they are looked at
 *     ticket state          somebody moves the ticket to done: nothing else says that it is
 *
 * @returns undefined where only the ticket claims
 */
export function mergeThatClaims({
  existingWork,
  checks,
}: Pick<RemediationCommon, 'existingWork' | 'checks'>): string | undefined {
  const mergedAt = existingWork?.kind === 'pull request' ? existingWork.mergedAt : undefined;
  return checks.some(({ kind }) => kind === 'ticket state') ? undefined : mergedAt;
}
