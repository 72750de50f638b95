import { describe, expect, it } from 'vitest';
import { ENTRIES_LOOKED_AT } from '../../../shared/store/records/recent-changes.ts';
import { ANYTHING, apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { fullRecord } from '../../support/world/full-record.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, api, as, anna, ben } = apiForEachTest();
const recordOf = async () => `/post-mortems/${(await openedRecord(world())).id}`;
const revisionOf = async (record: string) => Number(Object((await anna('GET', record)).body).revision);
const activity = async (record: string, query: string, who = anna) =>
  Object((await who('GET', `${record}/activity?${query}`)).body);

describe('activity at a record', () => {
  it('names what changed after a revision, and nothing of what stands there', async () => {
    const record = await recordOf();
    const since = await revisionOf(record);
    await ben('PUT', `${record}/sections/summary`, { text: 'Two mailboxes were read.' }, FIRST);
    await ben('PATCH', record, { severity: 'critical' }, ANYTHING);
    const added = await ben('POST', `${record}/root-causes`, { kind: 'human', statement: 'Nobody was trained' });
    const cause = added.headers.location?.split('/').at(-1);
    expect(await activity(record, `since=${since}`)).toEqual({
      revision: since + 3,
      contentRevision: since + 3,
      changed: [`rootCauses.${cause}`, 'sections.summary', 'severity'],
      isWhole: true,
      present: [],
    });
    expect((await activity(record, `since=${since + 2}`)).changed).toEqual([`rootCauses.${cause}`]);
    expect((await activity(record, `since=${since + 3}`)).changed).toEqual([]);
    expect((await activity(record, '')).changed).toEqual([]);
  });

  it('says when more has changed than is listed', async () => {
    const record = await recordOf();
    const since = await revisionOf(record);
    for (let count = 0; count <= ENTRIES_LOOKED_AT; count += 1) {
      await ben('PUT', `${record}/sections/summary`, { text: `Version ${count}` }, { 'if-match': '*' }).then(
        async ({ status }) => {
          if (status === 412) await ben('PUT', `${record}/sections/summary`, { text: `Version ${count}` }, FIRST);
        },
      );
    }
    expect(await activity(record, `since=${since}`)).toMatchObject({ changed: ['sections.summary'], isWhole: false });
    expect(await activity(record, `since=${since + 1}`)).toMatchObject({ isWhole: true });
  });

  it('shows others, where they said last that they are, for a minute by the clock', async () => {
    const record = await recordOf();
    await activity(record, 'presence=timeline', ben);
    await activity(record, 'presence=sections.summary', ben);
    const seen = await activity(record, 'presence=sections.impact');
    expect(seen.present).toMatchObject([{ by: { id: 'ben' }, path: 'sections.summary' }]);
    world().clock.advance('PT59S');
    expect((await activity(record, '')).present).toHaveLength(1);
    world().clock.advance('PT1S');
    expect((await activity(record, '')).present).toEqual([]);
  });

  it('is not sent again while nothing goes on', async () => {
    const record = await recordOf();
    const ask = (etag: string) => anna('GET', `${record}/activity?since=2`, undefined, { 'if-none-match': etag });
    const { etag = '' } = (await ask('"x"')).headers;
    const same = await ask(etag);
    await activity(record, 'presence=timeline', ben);
    expect([same.status, same.body, (await ask(etag)).status]).toEqual([304, undefined, 200]);
  });

  it.each([
    ['since=99', 'the record is at revision 2'],
    ['since=0', 'since'],
    ['since=soon', 'since'],
    ['presence=the%20summary', 'joined by dots'],
    ['who=me', 'who'],
  ])('is refused with ?%s, and told why', async (query, why) => {
    const answer = await anna('GET', `${await recordOf()}/activity?${query}`);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining(why)]);
  });

  it('is no look at a restricted record, counts no look as a change, and is hidden from who may not read it', async () => {
    const { id } = await fullRecord(api(), 'RED');
    const record = `/post-mortems/${id}`;
    const olga = as({ kind: 'person', id: 'olga', name: 'Olga Auditor' }, 'auditor');
    const eve = as({ kind: 'person', id: 'eve', name: 'Eve' }, 'analyst');
    await olga('GET', record);
    const before = await world().store.events(Object(id));
    const { revision } = await activity(record, 'presence=timeline', olga);
    expect((await activity(record, `since=${revision - 1}`, olga)).changed).toHaveLength(1);
    expect((await eve('GET', `${record}/activity?presence=timeline`)).status).toBe(404);
    expect(await world().store.events(Object(id))).toEqual(before);
  });
});
