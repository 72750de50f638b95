import type { EventData } from '../domain/events/events.ts';
import { judge } from '../domain/remediation/decide/judge.ts';
import { isWatched, type WatchedRemediation } from '../domain/remediation/remediation.ts';
import type { StandingFail } from '../domain/verification/verdict/verdict-of.ts';
import { watchedFixes } from '../store/queues/watched.ts';
import type { Table } from '../store/table.ts';
import { assessWatched, type EvidenceStore } from './assess-fix.ts';
import type { JudgeFixDependencies } from './judge-fix.ts';

/** Result of the first verdict on a fix from before the upgrade, to come or had. */
export type Prospect = {
  fix: WatchedRemediation;
  /** Undefined when there is nothing to regrade: it was regraded already, or not called verified before. */
  found: EventData<'Remediation Regraded'>['found'] | undefined;
  /** Fails from before the upgrade that wait for a person. */
  waiting: StandingFail[];
};

export type ProspectDependencies = Pick<JudgeFixDependencies, 'config'> & {
  table: Table;
  store: Pick<JudgeFixDependencies['store'], 'remediation'>;
  evidence: Pick<EvidenceStore, 'historiesAbout' | 'intakeDowns'>;
};

/**
 * Goes through all watched fixes and tells what a verdict makes of each now. Reads only.
 *
 * @param upgradedAt when verdicts began; before the upgrade: now
 */
export async function* prospects(
  deps: ProspectDependencies,
  { at, upgradedAt }: { at: string; upgradedAt: string },
): AsyncGenerator<Prospect> {
  for await (const { postMortemId, remediationId } of watchedFixes(deps.table)) {
    const fix = await deps.store.remediation(postMortemId, remediationId);
    if (fix === undefined || !isWatched(fix)) continue;
    const { verdict } = await assessWatched(deps, fix, { at, upgradedAt, earlierFails: 'wait' });
    const regraded = judge(fix, verdict, [], at, upgradedAt).find(({ type }) => type === 'Remediation Regraded');
    yield {
      fix,
      found: regraded?.type === 'Remediation Regraded' ? regraded.data.found : undefined,
      waiting: verdict.standing.filter(({ check }) => verdict.checks[check] === 'for a person'),
    };
  }
}
