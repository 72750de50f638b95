import { doctorHandler } from '../../../functions/doctor/handler.ts';
import type { Examination, Occasion } from '../../../shared/doctor/examination.ts';
import { readMemory, writeMemory } from '../../../shared/doctor/kept-memory.ts';
import { checkSites } from '../../../shared/jira/check-sites.ts';
import { unmappedOf } from '../../../shared/store/inbox/unmapped-values.ts';
import { hiddenIn } from '../../../shared/store/queues/hiding-projects.ts';
import { CONTEXT, type World } from './world.ts';

/** The world, as the doctor finds it. */
export function examined(
  world: World,
  occasion: Occasion = 'by hand',
  context: Pick<typeof CONTEXT, 'getRemainingTimeInMillis'> = CONTEXT,
): Promise<Examination> {
  const doctor = doctorHandler({
    ...world,
    sources: ['jira'],
    checkAddresses: () => checkSites(world.config, world.now()),
    unmappedOf: (source) => unmappedOf(world.table, source),
    hiddenIn: (place) => hiddenIn(world.table, place),
    memory: { read: () => readMemory(world.table), write: (memory) => writeMemory(world.table, memory) },
  });
  return doctor({ occasion }, { ...CONTEXT, ...context });
}

/** Its problems, as a person reads them. */
export const problemsIn = ({ looks }: Examination): string[] =>
  looks.flatMap(({ what, problems }) => problems.map(({ problem, advice }) => `${what}: ${problem} → ${advice}`));

export const notesIn = ({ looks }: Examination): string[] =>
  looks.flatMap(({ what, notes }) => notes.map((note) => `${what}: ${note}`));

export const unseenIn = ({ looks }: Examination): string[] =>
  looks.flatMap(({ system, what, unseen }) => (unseen === undefined ? [] : [`${system}, ${what}: ${unseen}`]));
