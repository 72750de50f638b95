import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countUnmapped, unmappedOf } from '../../../shared/store/inbox/unmapped-values.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { examined, notesIn, problemsIn } from '../../support/world/examined.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), { incidents: { jira: { severityByPriority: { Low: 'low' } } } });
});
afterEach(() => world.close());

async function closeWith(priority: string): Promise<void> {
  const issue = world.simulator.createIssue({
    ...{ project: 'SEC', issueType: 'Security Incident', summary: 'Phished' },
    priority,
  });
  world.simulator.transition(issue.key, 'Done');
  const ticket = {
    source: 'jira' as const,
    site: new URL(world.simulator.url).host,
    ticketId: issue.id,
    key: issue.key,
  };
  const closed = world.event({ type: 'Incident Ticket Closed', data: { ticket, closedAt: world.now() } });
  await world.handOver(closed);
  await world.handOver(closed);
}

describe('a priority that the configuration does not map', () => {
  it('is counted once for each record, and named by the doctor', async () => {
    await closeWith('High');
    await closeWith('Low');
    world.clock.advance('P1D');
    await closeWith('High');
    const examination = await examined(world);
    const notes = notesIn(examination).filter((note) => note.startsWith('values of'));
    expect([world.counted().IncidentValueUnmapped, notes, problemsIn(examination), world.failures]).toEqual([
      2,
      [
        'values of its tickets: the severity "High" is in no list of the configuration: 2 incidents, the last one read on 2026-11-22',
      ],
      [],
      [],
    ]);
  });
});

describe('a priority that nobody mapped, and that is too low for a record because of it', () => {
  it('is named by the doctor, once for each closure', async () => {
    await world.close();
    world = await startWorld(endpoint(), {
      incidents: { minimumSeverity: 'high', jira: { severityByPriority: { Low: 'low' } } },
    });
    await closeWith('High');
    const notes = notesIn(await examined(world)).filter((note) => note.startsWith('values of'));
    expect([world.counted().IncidentValueUnmapped, notes]).toEqual([1, [expect.stringContaining('"High"')]]);
  });
});

describe('values that the configuration maps to nothing', () => {
  it('are all counted when two openings count at the same time', async () => {
    const values = ['P1', 'P2', 'P3'].map((value) => ({ what: 'severity' as const, value }));
    await Promise.all(values.map((value) => countUnmapped(world.table, 'jira', [value], world.now())));
    expect((await unmappedOf(world.table, 'jira')).map(({ value, count }) => [value, count]).toSorted()).toEqual([
      ['P1', 1],
      ['P2', 1],
      ['P3', 1],
    ]);
  });

  it('are kept up to fifty of a source, those that came last', async () => {
    for (let number = 1; number <= 51; number += 1) {
      await countUnmapped(world.table, 'jira', [{ what: 'severity', value: `P${number}` }], world.now());
    }
    const kept = await unmappedOf(world.table, 'jira');
    expect([kept.length, kept.at(0)?.value, kept.at(-1)?.value]).toEqual([50, 'P51', 'P2']);
  });
});
