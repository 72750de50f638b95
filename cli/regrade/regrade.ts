import config from '#config';
import { backOff } from '../../runtime/back-off.ts';
import { evidenceStore } from '../../runtime/evidence-store.ts';
import { newId } from '../../runtime/identity.ts';
import { runAll } from '../../shared/run-all.ts';
import { verdictsSinceThen } from '../../shared/store/queues/verdicts-since.ts';
import { recordStore } from '../../shared/store/records/record-store.ts';
import { type Prospect, prospects } from '../../shared/verification/earlier-fails.ts';
import { judgeFix } from '../../shared/verification/judge-fix.ts';
import type { CommandDependencies } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import type { Installation } from '../installation.ts';
import { whileBusy } from '../terminal.ts';
import { type Found, type RegradeReport, regradeText, type WaitingFix } from './regrade-text.ts';

export type RegradeDependencies = Omit<CommandDependencies, 'installation'> & {
  installation: Pick<Installation, 'table'>;
};

/** Tells what the first verdict finds of each fix that was called verified, and whose fails wait. @returns whether none waits */
export async function listRegrading(deps: RegradeDependencies): Promise<boolean> {
  const report = await whileBusy(deps.terminal, 'judging the fixes', async (say) => {
    const upgradedAt = await verdictsSinceThen(deps.installation.table);
    return reportOf(deps, upgradedAt, say);
  });
  print(deps, report);
  return report.waiting.length === 0;
}

/**
 * Reopens fixes whose fail from before the upgrade waits, those that have failed for longest first. Each is in its log, with who
 * decided it. Their tickets follow as at every reopening.
 *
 * @returns whether none waits any more
 * @throws CommandFailure before the upgrade, AggregateError with those that could not be reopened
 */
export async function reopenEarlier(
  deps: RegradeDependencies,
  { atMost, by }: { atMost: number; by: string },
): Promise<boolean> {
  const { installation, terminal, now } = deps;
  const { table } = installation;
  const report = await whileBusy(terminal, 'judging the fixes', async (say) => {
    const upgradedAt = await verdictsSinceThen(table);
    if (upgradedAt === undefined) {
      throw new CommandFailure(
        'this installation has judged nothing yet by the new rules',
        'deploy this version first; its schedule begins within the hour',
      );
    }
    const found = await reportOf(deps, upgradedAt, say);
    const portion = found.waiting.slice(0, atMost);
    const judging = {
      store: recordStore({ table, rules: config, now, newId, backOff }),
      evidence: evidenceStore(table, config),
      config,
      now,
    };
    const cause = {
      actor: { kind: 'machine' as const, id: 'holdfast regrade', owner: by },
      correlationId: `regrade:${newId()}`,
      hops: 0,
    };
    const reopened: WaitingFix[] = [];
    await runAll(
      portion.map((fix) => ({
        name: `remediation ${fix.remediationId}`,
        run: async () => {
          say(`reopening: ${reopened.length + 1} of ${portion.length}`);
          const events = await judgeFix(judging, fix, cause, 'count');
          if (events.some(({ type }) => type === 'Remediation Regressed')) reopened.push(fix);
        },
      })),
    );
    return { ...found, waiting: found.waiting.filter((fix) => !reopened.includes(fix)), reopened };
  });
  print(deps, report);
  return report.waiting.length === 0;
}

async function reportOf(
  { installation: { table }, now }: RegradeDependencies,
  upgradedAt: string | undefined,
  say: (text: string) => void,
): Promise<RegradeReport> {
  const at = now();
  const store = recordStore({ table, rules: config, now, newId, backOff });
  const found = new Map<Found, number>();
  const waiting: WaitingFix[] = [];
  let looked = 0;
  const all = prospects(
    { table, store, evidence: evidenceStore(table, config), config },
    { at, upgradedAt: upgradedAt ?? at },
  );
  for await (const prospect of all) {
    looked += 1;
    say(`judging the fixes: ${looked}`);
    if (prospect.found !== undefined) found.set(prospect.found, (found.get(prospect.found) ?? 0) + 1);
    if (prospect.waiting.length > 0) waiting.push(waitingFix(prospect));
  }
  const byAge = waiting.toSorted((a, b) => Date.parse(a.failingSince) - Date.parse(b.failingSince));
  return { upgradedAt, looked, found: Object.fromEntries(found), waiting: byAge, reopened: [] };
}

function waitingFix({ fix, waiting }: Prospect): WaitingFix {
  return {
    ticket: fix.ticket.key,
    ownerTeam: fix.ownerTeam,
    priority: fix.priority,
    postMortemId: fix.postMortemId,
    remediationId: fix.id,
    failingSince: new Date(Math.min(...waiting.map(({ from }) => from))).toISOString(),
    fails: waiting.map(({ source, resource }) => ({ source, resource })),
  };
}

function print({ terminal, asJson }: RegradeDependencies, report: RegradeReport): void {
  terminal.out(asJson ? `${JSON.stringify(report, undefined, 2)}\n` : regradeText(report));
}
