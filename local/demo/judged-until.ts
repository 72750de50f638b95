import { isWatched, type Remediation } from '../../shared/domain/remediation/remediation.ts';
import type { LocalStack } from '../local-stack.ts';
import { waitUntil } from '../wait-until.ts';

/**
 * Runs the schedule of verification whenever a fix is due, as it would run all day, until the fix stands as wanted. A single run may
 * come too early: a fail that arrived a moment before it has to stand for a while, and is due again after that.
 *
 * @throws WaitedInVain with the fix as it was seen last
 */
export function judgedUntil(
  { invoke, outputs }: Pick<LocalStack, 'invoke' | 'outputs'>,
  fix: () => Promise<Remediation>,
  ...wanted: Remediation['state'][]
): Promise<Remediation> {
  return waitUntil(
    `the fix is ${wanted.join(' or ')}`,
    async () => {
      const seen = await fix();
      if (!wanted.includes(seen.state) && isDueNow(seen)) await invoke(outputs.VerifyRemediationFunctionName);
      return seen;
    },
    ({ state }) => wanted.includes(state),
  );
}

function isDueNow(fix: Remediation): boolean {
  return isWatched(fix) && fix.nextCheckAt !== undefined && Date.parse(fix.nextCheckAt) <= Date.now();
}
