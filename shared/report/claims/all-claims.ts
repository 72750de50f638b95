import { isWatched, type Remediation } from '../../domain/remediation/remediation.ts';
import { subtractDuration } from '../../domain/words/duration.ts';
import { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { dueActions } from '../../store/queues/due.ts';
import { readTogether, type TallyDependencies, tallyClaims } from './claim-tally.ts';
import { type ClaimsNow, claimsNow, LOOKED_AT_WITHIN, wantsAttention } from './claims-now.ts';

/**
 * Where all claims stand now. They are counted by the tally; read whole are those that want attention, and those at which the
 * schedule has not looked in time.
 */
export async function allClaims(deps: TallyDependencies, now: string): Promise<ClaimsNow> {
  const { table, store } = deps;
  const { records } = await tallyClaims(deps, now);
  const tallied = Object.entries(records).flatMap(([record, fixes]) =>
    Object.entries(fixes).map(([fix, counted]) => ({ record, fix, counted })),
  );

  async function* unlooked() {
    const due = dueActions(table, 'verify', subtractDuration(now, LOOKED_AT_WITHIN));
    for await (const { postMortemId, remediationId } of due) {
      const counted = records[postMortemId]?.[remediationId];
      const claim = await store.remediation(postMortemId, remediationId);
      if (counted !== undefined && claim !== undefined && isWatched(claim)) yield { counted, claim };
    }
  }

  async function* attention(): AsyncGenerator<Remediation> {
    const wanted = tallied.filter(({ counted }) => wantsAttention(counted));
    const read = ({ record, fix }: { record: string; fix: string }) =>
      store.remediation(PostMortemId.parse(record), RecommendationId.parse(fix));
    for await (const claim of readTogether(wanted, read)) if (claim !== undefined) yield claim;
  }

  const settled = tallied.map(({ counted }) => counted);
  return claimsNow({ settled, unlooked: unlooked(), attention: attention() }, now);
}
