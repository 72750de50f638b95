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
  const last = fix.state === 'open' ? fix.evidenceReopenedAt?.at(-1) : undefined;
  if (last === undefined || fix.state !== 'open') return undefined;
  return fix.endedClaimAt !== undefined && fix.endedClaimAt > last ? undefined : last;
}

/** Whether evidence said of an earlier claim of a fix that it did not hold. */
export const didNotHoldBefore = ({ evidenceReopenedAt = [], followsUp }: Fix): boolean =>
  evidenceReopenedAt.length > 0 || followsUp !== undefined;
