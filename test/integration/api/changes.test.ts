import { describe, expect, it } from 'vitest';
import { LOG_PAGES } from '../../../shared/api/routes/difference-routes.ts';
import { ANYTHING, apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { fullRecord } from '../../support/world/full-record.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, api, as, anna, ben } = apiForEachTest();
const recordOf = async () => `/post-mortems/${(await openedRecord(world())).id}`;
const revisionOf = async (record: string) => Number(Object((await anna('GET', record)).body).revision);
const changes = async (record: string, query = '') => Object((await anna('GET', `${record}/changes?${query}`)).body);
const told = async (record: string, query: string) =>
  (await changes(record, query)).changes.map(
    ({ path, before, after, hands }: { path: string; before?: unknown; after?: unknown; hands: object[] }) => [
      path,
      before,
      after,
      hands.map((hand) => Object(hand).by.id).join(),
    ],
  );

describe('the changes of a record', () => {
  it('are the fields that differ between two revisions, each with who changed that field', async () => {
    const record = await recordOf();
    await anna('PUT', `${record}/sections/impact`, { description: 'One mailbox', usersAffected: 1 }, FIRST);
    const from = await revisionOf(record);
    await anna('PUT', `${record}/sections/impact`, { description: 'Two mailboxes', usersAffected: 1 }, ANYTHING);
    await ben('PUT', `${record}/sections/impact`, { description: 'Two mailboxes', usersAffected: 2 }, ANYTHING);
    await ben('PATCH', record, { severity: 'critical' }, ANYTHING);
    expect(await told(record, `from=${from}`)).toEqual([
      ['sections.impact.description', 'One mailbox', 'Two mailboxes', 'anna'],
      ['sections.impact.usersAffected', 1, 2, 'ben'],
      ['severity', 'high', 'critical', 'ben'],
    ]);
    expect(await told(record, `from=${from}&to=${from + 1}`)).toEqual([
      ['sections.impact.description', 'One mailbox', 'Two mailboxes', 'anna'],
    ]);
    expect((await changes(record, `from=${from + 1}&to=${from + 2}`)).changes[0].hands).toMatchObject([
      { by: { id: 'ben' }, at: expect.stringContaining('T'), revision: from + 2 },
    ]);
  });

  it('tell that a record was found to be of another kind', async () => {
    const { id } = await openedRecord(world());
    await anna('PATCH', `/post-mortems/${id}`, { kind: 'near miss' }, ANYTHING);
    const { body } = await anna('GET', `/post-mortems/${id}/changes?from=1`);
    expect(Object(body).changes).toContainEqual(
      expect.objectContaining({ path: 'kind', before: 'incident', after: 'near miss' }),
    );
  });

  it('show what is new and what is gone as a whole, under the names of all who had a hand in it', async () => {
    const record = await recordOf();
    const from = await revisionOf(record);
    const cause = { kind: 'human', statement: 'Nobody was trained' };
    const path = (await anna('POST', `${record}/root-causes`, cause)).headers.location ?? '';
    const added = await revisionOf(record);
    await ben('PUT', path, { ...cause, statement: 'Nobody was trained in time' }, ANYTHING);
    const rewritten = await revisionOf(record);
    await anna('DELETE', path, undefined, ANYTHING);
    const id = path.split('/').at(-1) ?? '';
    const whole = { ...cause, id, statement: 'Nobody was trained in time' };
    expect([
      await told(record, `from=${from}&to=${rewritten}`),
      await told(record, `from=${added}&to=${rewritten}`),
      await told(record, `from=${rewritten}`),
      await told(record, `from=${from}`),
    ]).toMatchObject([
      [[`rootCauses.${id}`, undefined, whole, 'ben,anna']],
      [[`rootCauses.${id}.statement`, 'Nobody was trained', 'Nobody was trained in time', 'ben']],
      [[`rootCauses.${id}`, whole, undefined, 'anna']],
      [],
    ]);
  });

  it('tell of the timeline entry by entry', async () => {
    const record = await recordOf();
    const entry = { at: '2026-11-20T09:00:00.000Z', what: 'Seen', kind: 'detection' };
    const written = Object((await anna('POST', `${record}/timeline`, entry)).body);
    const from = await revisionOf(record);
    await ben('PUT', written.self, { ...entry, what: 'Seen by the proxy' }, ANYTHING);
    expect(await told(record, `from=${from}`)).toEqual([
      [`timeline.${written.id}.what`, 'Seen', 'Seen by the proxy', 'ben'],
    ]);
  });

  it('do not tell what was changed and changed back, and none between a revision and itself', async () => {
    const record = await recordOf();
    await anna('PUT', `${record}/sections/summary`, { text: 'Old' }, FIRST);
    const from = await revisionOf(record);
    await anna('PUT', `${record}/sections/summary`, { text: 'New' }, ANYTHING);
    await anna('PUT', `${record}/sections/summary`, { text: 'Old' }, ANYTHING);
    expect([await told(record, `from=${from}`), await told(record, `from=${from + 1}&to=${from + 1}`)]).toEqual([
      [],
      [],
    ]);
  });

  it('come in pages that stay with the revision of the first one', async () => {
    const { id } = await fullRecord(api());
    const record = `/post-mortems/${id}`;
    const all = (await changes(record, 'limit=100')).changes.map(({ path }: { path: string }) => path);
    const first = await changes(record, 'limit=5');
    await anna('PUT', `${record}/sections/summary`, { text: 'Another' }, ANYTHING);
    const paged = first.changes.map(({ path }: { path: string }) => path);
    for (let { next } = first; next !== undefined; ) {
      const page = await changes(record, `limit=5&cursor=${next}`);
      paged.push(...page.changes.map(({ path }: { path: string }) => path));
      expect(page.to).toBe(first.to);
      next = page.next;
    }
    expect([all.length > 15, paged]).toEqual([true, all]);
  });

  it.each([
    ['from=99', 400, 'the record is at revision 2'],
    ['from=2&to=1', 400, 'the older one as from'],
    ['to=99', 400, 'the record is at revision 2'],
    ['from=0', 400, 'from'],
    ['cursor=abc', 400, 'cursor'],
  ])('are refused with ?%s, and it is told why', async (query, status, why) => {
    const answer = await anna('GET', `${await recordOf()}/changes?${query}`);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(why)]);
  });

  it('are not told of a log that is too long to be read for them', async () => {
    const record = await recordOf();
    const { store } = world();
    const before = { ...store };
    let pages = 0;
    const eventsPage = () => {
      pages += 1;
      return Promise.resolve({ events: [], next: pages });
    };
    Object.assign(store, { eventsPage });
    const answer = await anna('GET', `${record}/changes`);
    Object.assign(store, before);
    expect([answer.status, answer.body]).toMatchObject([422, { detail: expect.stringContaining('read its events') }]);
    expect(pages).toBe(LOG_PAGES);
  });

  it('are read no further than to the revision that is asked for', async () => {
    const record = await recordOf();
    await anna('PUT', `${record}/sections/summary`, { text: 'Old' }, FIRST);
    const { store } = world();
    const before = { ...store };
    const read: number[] = [];
    const eventsPage: typeof store.eventsPage = async (id, { after }) => {
      const page = await before.eventsPage(id, { after, limit: 1 });
      read.push(...page.events.map(({ sequence }) => sequence));
      return page;
    };
    Object.assign(store, { eventsPage });
    const answer = await anna('GET', `${record}/changes?to=1`);
    Object.assign(store, before);
    expect([answer.status, read]).toEqual([200, [1, 2]]);
  });

  it('are content: reading them is a look at a restricted record', async () => {
    const { id } = await fullRecord(api(), 'RED');
    const olga = as({ kind: 'person', id: 'olga', name: 'Olga Auditor' }, 'auditor');
    await olga('GET', `/post-mortems/${id}/changes`);
    const looks = await world().store.looks(Object(id));
    expect(looks.map(({ actor, data }) => [actor.id, data.what])).toEqual([['olga', 'changes']]);
  });
});
