import type { RemediationCommon } from './remediation.ts';

/**
 * When the pull request was merged that did the work of a fix, where that is a claim by itself.
 *
 *     signal, attestation   its merge claims, and they are looked at
 *     ticket state          somebody moves the ticket to done: nothing else says that it is
 *
 * @returns undefined where only the ticket claims, and for what was merged already when the fix failed
 */
export function mergeThatClaims({
  existingWork,
  checks,
  followsUp,
}: Pick<RemediationCommon, 'existingWork' | 'checks' | 'followsUp'>): string | undefined {
  const mergedAt = existingWork?.kind === 'pull request' ? existingWork.mergedAt : undefined;
  if (mergedAt === undefined || checks.some(({ kind }) => kind === 'ticket state')) return undefined;
  const wasThere = followsUp !== undefined && Date.parse(mergedAt) <= Date.parse(followsUp.at);
  return wasThere ? undefined : mergedAt;
}
