import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { createTally } from './draw.ts';
import type { Day } from './live-day.ts';

/** Prints how many of what there were, by kind. */
export function tellDay(day: Day, fixes: readonly Remediation[]): void {
  console.info('edits in Jira', day.edits.all());
  console.info('decisions of ours', day.decisions.all());
  console.info('our writes in Jira', counted(day.writes.map(({ kind }) => kind)));
  console.info('events', counted(day.log.map(({ type }) => type).filter((type) => /^R(emediation|isk) /.test(type))));
  console.info('fixes', counted(fixes.map(({ state }) => state)));
  const { rounds, calls, writes, edits } = day;
  console.info({ edits: edits.total(), writes: writes.length, calls, writesInRoundsToRest: rounds.join(', ') });
}

function counted(names: readonly string[]): Record<string, number> {
  const tally = createTally();
  for (const name of names) tally.count(name);
  return tally.all();
}
