import type { Schemas } from '../data/api.ts';
import { type MarkName, markOf } from '../marks/standings.ts';

type Fix = Schemas['Remediation'];

/**
 * Where a fix stands now, as its line in the lists has it, and more exactly where its evidence was looked at. A claim counts as one
 * whatever became of an earlier one, and is taken for nothing else by what its log says.
 *
 * @param standing undefined: it could not be read
 */
export function markOfFix(fix: Fix, standing: Schemas['FixStanding'] | undefined): MarkName {
  const { silence, doubt } = standing ?? ('claim' in fix ? fix : {});
  return markOf({
    state: fix.state,
    grade: fix.state === 'verified' ? fix.grade : undefined,
    cameBackAt: cameBackAt(fix),
    standing: silence?.rung ?? (doubt === undefined ? undefined : 'in doubt'),
  });
}

/** When it came back, until somebody says again that it is done. A claim that was taken back since makes what evidence said old. */
function cameBackAt(fix: Fix): string | undefined {
  if (!isToBeDone(fix)) return undefined;
  if (fix.state !== 'open' && fix.followsUp !== undefined) return fix.followsUp.at;
  const last = fix.evidenceReopenedAt?.at(-1);
  // Fixes from before the last claim was kept have the time of the one that ended alone.
  const claimAt = fix.lastClaimAt ?? (fix.state === 'open' ? fix.endedClaimAt : undefined);
  return last === undefined || (claimAt !== undefined && claimAt > last) ? undefined : last;
}

const isToBeDone = (fix: Fix): fix is Extract<Fix, { state: 'requested' | 'ambiguous' | 'open' }> =>
  fix.state === 'requested' || fix.state === 'ambiguous' || fix.state === 'open';

/** Whether evidence said of an earlier claim of a fix that it did not hold. */
export const didNotHoldBefore = ({ evidenceReopenedAt = [], followsUp }: Fix): boolean =>
  evidenceReopenedAt.length > 0 || followsUp !== undefined;
