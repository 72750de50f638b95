import { isFailed, isWatched, Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { ClaimTally } from '../../../shared/report/claims/claim-tally.ts';
import { settledStandingOf } from '../../../shared/report/claims/claims-now.ts';
import { PREFIX } from '../../../shared/store/keys.ts';

/** Where the tally of a report says something else than the fixes themselves. */
export function tallyMistakes(written: unknown, items: readonly { sk: string; remediation?: unknown }[]): Error[] {
  const { at, records } = ClaimTally.parse(written);
  const tallied = Object.entries(records).flatMap(([record, fixes]) =>
    Object.entries(fixes).map(([fix, standing]) => `${record} ${fix} ${standing}`),
  );
  const standing = items
    .filter(({ sk }) => sk.startsWith(PREFIX.remediation))
    .map(({ remediation }) => Remediation.parse(remediation))
    .filter((fix) => isWatched(fix) || isFailed(fix))
    .map((fix) => `${fix.postMortemId} ${fix.id} ${settledStandingOf(fix)}`);
  const wrong = [...new Set(tallied).symmetricDifference(new Set(standing))];
  return wrong.map((one) => new Error(`the tally of ${at} and the fixes differ: ${one}`));
}
