import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { apiServer } from '../../support/api/api-server.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { approvedAs, ticketedRemediation } from '../../support/world/stories.ts';

const { world, anna, ben } = apiForEachTest();
let server: Awaited<ReturnType<typeof apiServer>>;
beforeEach(async () => {
  server = await apiServer({ anna, ben });
});
afterEach(async () => {
  await server.close();
});

async function open(with_: Record<string, unknown> = {}, by = anna): Promise<string> {
  world().clock.advance('PT1M');
  const body = { kind: 'incident', title: 'Told by phone', severity: 'high', ...with_ };
  const answer = await by('POST', '/post-mortems', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return Object(answer.body).id;
}

/** What a command prints, once the lists have followed what was done. */
async function printed(who: string, ...args: string[]): Promise<string> {
  await world().deliver();
  expect(world().failures).toEqual([]);
  const { exitCode, out, err } = await server.as(who, ...args);
  expect([exitCode, err]).toEqual([0, '']);
  return out;
}

describe('holdfast record list', () => {
  it('finds a technique, and the records in which one takes part', async () => {
    const [annas, bens] = [await open(), await open({}, ben)];
    const attack = { vectors: ['phishing'], techniques: [{ id: 'T1566.002' }] };
    await anna('PUT', `/post-mortems/${annas}/sections/attack`, attack);
    const [technique, mine] = [
      await printed('ben', 'record', 'list', '--technique', 'T1566'),
      await printed('ben', 'record', 'list', '--mine'),
    ];
    expect([technique, mine]).toEqual([
      expect.stringMatching(new RegExp(`^ID .+TITLE\n${annas} [^\n]+\n$`)),
      expect.stringMatching(new RegExp(`^ID .+TITLE\n${bens} [^\n]+\n$`)),
    ]);
  });

  it('prints a page as CSV as the API gives it, and tells beside it how it goes on', async () => {
    await open({ title: '=HYPERLINK("http://evil")' });
    await open();
    const whole = await anna('GET', '/post-mortems?format=csv');
    const { next } = Object((await anna('GET', '/post-mortems?limit=1')).body);
    const page = await server.as('anna', 'record', 'list', '--csv', '--limit', '1');
    expect(await printed('anna', 'record', 'list', '--csv')).toBe(whole.body);
    expect([page.out.split('\r\n').length, page.err]).toEqual([3, `there are more: --cursor ${next}\n`]);
  });

  it('prints CSV or JSON, not both', async () => {
    const { exitCode, err } = await server.as('anna', 'record', 'list', '--csv', '--json');
    expect([exitCode, err, server.calls]).toEqual([2, expect.stringContaining('--csv or --json, not both'), []]);
  });
});

describe('holdfast remediation list', () => {
  it('lists the fixes of all records, and finds those of a state, a team, a priority or a proof', async () => {
    const { id, ownerTeam, priority, dueAt, ticket, title, postMortemId } = await ticketedRemediation(world());
    const record = await world().store.postMortem(postMortemId);
    const all = await printed('anna', 'remediation', 'list');
    const filtered = [
      await printed('anna', 'remediation', 'list', '--state', 'open', '--team', ownerTeam, '--priority', priority),
      await printed('anna', 'remediation', 'list', '--grade', 'proven'),
      await printed('anna', 'remediation', 'list', '--overdue'),
      await printed('anna', 'remediation', 'list', '--mine'),
      await printed('anna', 'remediation', 'list', '--due-before', dueAt),
    ];
    const [day] = dueAt.split('T');
    expect(all.split('\n')[1]?.split(/ {2,}/)).toEqual([
      ...[id, 'open', priority, day, ownerTeam, ticket.key, record?.incident.key, title],
    ]);
    expect(filtered).toEqual([all, 'no fixes\n', 'no fixes\n', 'no fixes\n', 'no fixes\n']);
  });

  it('says which ones are late', async () => {
    const fix = await ticketedRemediation(world());
    world().clock.advance('P400D');
    await world().verify();
    await world().sweep();
    expect(await printed('anna', 'remediation', 'list', '--overdue')).toMatch(
      new RegExp(`^ID .+\n${fix.id} [^\n]+ \\(overdue\\) `),
    );
  });

  it('shows of a restricted record that a fix is there', async () => {
    const record = await world().store.postMortem(PostMortemId.parse(await open({ tlp: 'AMBER+STRICT' })));
    if (record === undefined) throw new Error('it was opened just now');
    await approvedAs(world(), record);
    const out = await printed('ben', 'remediation', 'list');
    const [fix] = await world().store.remediations(record.id);
    expect(out.split('\n')[1]?.split(/ {2,}/)).toEqual([fix?.id, fix?.state, record.id, '(restricted)']);
  });

  it('lists the fixes of one record without a filter, and says so', async () => {
    const { exitCode, err } = await server.as('anna', 'remediation', 'list', 'SEC-1', '--overdue');
    expect([exitCode, err]).toEqual([
      2,
      expect.stringContaining('--overdue is for the fixes of all records: leave the record out'),
    ]);
  });
});
