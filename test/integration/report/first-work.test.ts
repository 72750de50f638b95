import { afterEach, describe, expect, it } from 'vitest';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { WITHHELD } from '../../../shared/domain/words/without-words.ts';
import { firstWork } from '../../../shared/report/gather-first-work.ts';
import { gatherReportInput } from '../../../shared/report/gather-report-input.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { aCause, approvedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const restrict = ({ id: postMortemId }: PostMortem) =>
  world.store.changePostMortem(
    postMortemId,
    () => [{ type: 'Record Classified', data: { postMortemId, tlp: 'RED', by: BEN } }],
    aCause(BEN),
  );

const first = async () => overdueReport(await gatherReportInput(world, world.now())).first;

describe('what a report says to work on first', () => {
  it('is read from the lists: of each team, also what ranks behind ten of another, and no word of a restricted record', async () => {
    world = await startWorld(endpoint());
    const best = { impact: 5, feasibility: 5 };
    const ten = Array.from({ length: 11 }, (_, index) => ({ title: `Of messaging ${index}`, ...best }));
    await approvedRecord(world, ...ten, { title: 'Of endpoint', impact: 1, feasibility: 1, ownerTeam: 'endpoint' });
    world.clock.advance('PT1M');
    const secret = await approvedRecord(world, { title: 'Of the secret', ownerTeam: 'network', ...best });
    await world.deliver();
    await restrict(secret);
    const told = await first();
    expect(world.failures).toEqual([]);
    const teams = told?.teams.map(({ ownerTeam, fixes }) => [ownerTeam, fixes.length, fixes.at(-1)?.title]);
    expect([told?.overall.length, teams]).toEqual([
      10,
      [
        ['endpoint', 1, 'Of endpoint'],
        ['messaging', 5, expect.stringContaining('Of messaging')],
        // The configuration does not name it, so it is a word of somebody's.
        [WITHHELD, 1, `Restricted record ${secret.id} (TLP:RED)`],
      ],
    ]);
    expect(JSON.stringify(told)).not.toContain('Of the secret');
  });

  it('has all to show of a team in the first ten, and counts the teams that it did not read', async () => {
    world = await startWorld(endpoint());
    const best = { impact: 5, feasibility: 5 };
    const many = Array.from({ length: 12 }, (_, index) => ({ title: `Of messaging ${index}`, ...best }));
    const least = { impact: 1, feasibility: 1 };
    const two = [
      { title: 'Of endpoint, first', ownerTeam: 'endpoint', ...best },
      { title: 'Of endpoint, last', ownerTeam: 'endpoint', ...least },
    ];
    await approvedRecord(world, ...two, ...many, { title: 'Of network', ownerTeam: 'network', ...least });
    await world.deliver();
    const { lines, teamsLeftOut } = await firstWork(world.table, 1);
    const ofOthers = lines.filter(({ ownerTeam }) => ownerTeam !== 'messaging').map(({ title }) => title);
    expect([ofOthers, lines.length, teamsLeftOut]).toEqual([['Of endpoint, first', 'Of endpoint, last'], 11, 1]);
  });

  it('leaves out what is claimed', async () => {
    world = await startWorld(endpoint());
    const { id } = await approvedRecord(world);
    await world.deliver();
    const before = await first();
    const [fix] = await world.store.remediations(id);
    world.simulator.transition(fix?.state === 'open' ? fix.ticket.key : '', 'Done');
    await world.sweep();
    await world.deliver();
    expect([before?.overall.map(({ remediationId }) => remediationId), await first()]).toEqual([
      [fix?.id],
      { overall: [], teams: [] },
    ]);
  });
});
