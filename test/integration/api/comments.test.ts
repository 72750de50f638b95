import { describe, expect, it } from 'vitest';
import { busDetail } from '../../../shared/domain/events/recorded-event.ts';
import { COMMENT_LIMIT } from '../../../shared/domain/record/content/comment.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { examineRecord } from '../../../shared/store/records/examine-further.ts';
import { ANYTHING, apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { fullRecord } from '../../support/world/full-record.ts';
import { ANNA } from '../../support/world/people.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, api, as, anna, ben } = apiForEachTest();
const recordOf = async () => `/post-mortems/${(await openedRecord(world())).id}`;
const ASKED = { path: 'sections.impact', text: 'Is this all of it?' };

const say = async (record: string, with_: object = {}, who = anna) => {
  const answer = await who('POST', `${record}/comments`, { ...ASKED, ...with_ });
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([201, expect.any(String)]);
  return { ...Object(answer.body), location: answer.headers.location, version: answer.headers.etag };
};
const texts = async (record: string, query = '') =>
  Object((await anna('GET', `${record}/comments?${query}`)).body).comments.map(({ text }: { text: string }) => text);
const idIn = (record: string) => PostMortemId.parse(record.slice('/post-mortems/'.length));
const eventsOf = async (record: string) => (await world().store.events(idIn(record))).map(({ type }) => type);

describe('comments on a record', () => {
  it('say who asked what of which place, with an address and a version each', async () => {
    const record = await recordOf();
    const { location, version, ...said } = await say(record, { mentions: ['ben@example.com'] });
    const expected = {
      ...ASKED,
      mentions: ['ben@example.com'],
      by: ANNA,
      isResolved: false,
      self: location,
      etag: version,
    };
    expect(said).toEqual({ ...expected, id: expect.any(String), at: expect.any(String) });
    const read = await ben('GET', location);
    expect([read.status, read.body, read.headers.etag]).toEqual([200, said, version]);
    expect((await ben('GET', `${record}/comments`)).body).toEqual({ comments: [said] });
    expect((await ben('GET', location, undefined, { 'if-none-match': version })).status).toBe(304);
  });

  it('are made once for an Idempotency-Key, and the repeat shows the comment as it is by now', async () => {
    const record = await recordOf();
    const once = { 'idempotency-key': 'one' };
    const first = await anna('POST', `${record}/comments`, ASKED, once);
    await ben('PATCH', Object(first.body).self, { isResolved: true }, ANYTHING);
    const again = await anna('POST', `${record}/comments`, ASKED, once);
    const other = await anna('POST', `${record}/comments`, { ...ASKED, text: 'Another?' }, once);
    expect([again.status, again.headers.location, again.body]).toMatchObject([
      201,
      first.headers.location,
      { isResolved: true },
    ]);
    expect([other.status, await texts(record)]).toEqual([422, [ASKED.text]]);
  });

  it('are found by the place that they are on or above, by whether their thread is settled, and page by page', async () => {
    const record = await recordOf();
    const asked = await say(record, { text: 'one' });
    await say(record, { path: 'sections.impact.people', text: 'two' });
    await say(record, { path: 'sections.impactful', text: 'three' });
    await say(record, { text: 'reply', inReplyTo: asked.id }, ben);
    await ben('PATCH', asked.self, { isResolved: true }, ANYTHING);
    expect(await texts(record)).toEqual(['one', 'two', 'three', 'reply']);
    expect(await texts(record, 'path=sections.impact')).toEqual(['one', 'two', 'reply']);
    expect(await texts(record, 'open=true')).toEqual(['two', 'three']);
    expect(await texts(record, 'open=false&path=sections.impact')).toEqual(['one', 'reply']);
    const page = Object((await anna('GET', `${record}/comments?limit=3`)).body);
    expect(page.comments).toHaveLength(3);
    expect(await texts(record, `limit=3&cursor=${page.next}`)).toEqual(['reply']);
    expect((await anna('GET', `${record}/comments?open=true&cursor=${page.next}`)).status).toBe(400);
  });

  it('are rewritten by their author alone, and settled by whoever may write, on the version that was read', async () => {
    const record = await recordOf();
    const { self, version } = await say(record);
    const read = { 'if-match': version };
    const answers = [
      await anna('PATCH', self, { text: 'Is it?' }),
      await anna('PATCH', self, { text: 'Is it?' }, { 'if-match': '"never"' }),
      await ben('PATCH', self, { text: 'It is' }, read),
      await anna('PATCH', self, { text: 'Is it?' }, read),
      await ben('PATCH', self, { isResolved: true }, read),
      await ben('PATCH', self, { isResolved: true }, ANYTHING),
      await anna('PATCH', self, { isResolved: false }, ANYTHING),
    ];
    expect(answers.map(({ status }) => status)).toEqual([428, 412, 403, 200, 412, 200, 200]);
    expect(answers[2]?.body).toMatchObject({ reason: 'not the author', detail: expect.stringContaining('answer it') });
    expect(answers[5]?.body).toMatchObject({ text: 'Is it?', isResolved: true, resolution: { by: { id: 'ben' } } });
    expect(answers[6]?.body).toMatchObject({ text: 'Is it?', isResolved: false, changedAt: expect.any(String) });
    expect((await eventsOf(record)).slice(-4)).toEqual([
      'Comment Added',
      'Comment Changed',
      'Comment Resolved',
      'Comment Reopened',
    ]);
  });

  it.each<[string, object, number, string]>([
    ['a blank', { text: ' ' }, 400, 'can be read'],
    ['4,001 characters', { text: 'x'.repeat(4_001) }, 400, '4000'],
    ['a path with a blank', { path: 'the impact' }, 400, 'joined by dots'],
    ['a mention that is no address', { mentions: ['Ben'] }, 400, 'e-mail address'],
    ['a comment to answer that is not there', { inReplyTo: '01KAREC0RDZZZZZZZZZZZZZZZZ' }, 422, 'there is no comment'],
  ])('are refused with %s, and told why', async (_, with_, status, why) => {
    const answer = await anna('POST', `${await recordOf()}/comments`, { ...ASKED, ...with_ });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(why)]);
  });

  it('are 500 in a record at the most', async () => {
    const { id } = await openedRecord(world());
    const record = `/post-mortems/${id}`;
    const first = await say(record);
    for (let count = 1; count < COMMENT_LIMIT; count += 1) await say(record, { text: `${count}` });
    const more = await anna('POST', `${record}/comments`, ASKED);
    expect([more.status, more.body]).toMatchObject([422, { reason: 'limit', detail: expect.stringContaining('500') }]);
    expect((await anna('PATCH', first.self, { text: 'Is it?' }, ANYTHING)).status).toBe(200);
    expect((await examineRecord(world().table, id)).findings).toEqual([]);
  });

  it('leave what others read good for writing, and are seen as activity and as no change of the record', async () => {
    const record = await recordOf();
    const read = await anna('GET', record);
    const { revision, contentRevision, authors } = Object(read.body);
    const { id } = await say(record, {}, ben);
    const activity = await anna('GET', `${record}/activity?since=${revision}`);
    expect(activity.body).toMatchObject({ revision: revision + 1, contentRevision, changed: [`comments.${id}`] });
    expect((await anna('GET', `${record}/changes?from=${revision}`)).body).toMatchObject({ changes: [] });
    const now = Object((await anna('GET', record)).body);
    expect([now.authors, now.commentCount]).toEqual([authors, 1]);
    const written = await anna('PATCH', record, { severity: 'critical' }, { 'if-match': read.headers.etag ?? '' });
    expect(written.status).toBe(200);
  });

  it('are taken at the same moment as a section is written, and none is lost', async () => {
    const record = await recordOf();
    const all = await Promise.all([
      say(record, { text: 'one' }),
      say(record, { text: 'two' }, ben),
      anna('PUT', `${record}/sections/summary`, { text: 'Two mailboxes were read.' }, FIRST),
    ]);
    expect([all[2].status, (await texts(record)).toSorted()]).toEqual([200, ['one', 'two']]);
  });

  it('are neither taken nor changed any more in a record that was waived, and stay to be read', async () => {
    const record = await recordOf();
    const { self } = await say(record);
    await ben('POST', `${record}/waive`, { reason: 'It was an exercise of the police' }, ANYTHING);
    const answers = [
      await anna('POST', `${record}/comments`, ASKED),
      await anna('PATCH', self, { isResolved: true }, ANYTHING),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 409]);
    expect(await texts(record)).toEqual([ASKED.text]);
  });
});

describe('comments on a restricted record', () => {
  it('are a look for who reads them, and hidden from who may not', async () => {
    const { id, comment } = await fullRecord(api(), 'RED');
    const comments = `/post-mortems/${id}/comments`;
    const olga = as({ kind: 'person', id: 'olga', name: 'Olga Auditor' }, 'auditor');
    const eve = as({ kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' }, 'analyst');
    // Being mentioned lets nobody in.
    await ben('POST', comments, { ...ASKED, mentions: ['eve@example.com'] });
    const hidden = [
      await eve('GET', comments),
      await eve('GET', `${comments}/${comment}`),
      await eve('POST', comments, ASKED),
    ];
    expect(hidden.map(({ status }) => status)).toEqual([404, 404, 404]);
    await olga('GET', comments);
    await olga('GET', `${comments}/${comment}`);
    const same = await ben('PATCH', `${comments}/${comment}`, { isResolved: false }, ANYTHING);
    const looks = await world().store.looks(Object(id));
    expect([same.status, looks.map(({ actor, data }) => [actor.id, data.what])]).toEqual([
      200,
      [
        ['olga', 'comments'],
        ['olga', `comments/${comment}`],
        ['ben', `comments/${comment}`],
      ],
    ]);
  });

  it.each([
    ['AMBER', ['ben@example.com'], 'sections.impact'],
    ['RED', [], 'withheld'],
  ] as const)('tell the bus of a mention only where the record is open to all: TLP:%s', async (tlp, mentions, path) => {
    const { id } = await fullRecord(api(), tlp);
    await ben('POST', `/post-mortems/${id}/comments`, { ...ASKED, mentions: ['ben@example.com'] });
    const added = (await world().store.events(Object(id))).filter(({ type }) => type === 'Comment Added').at(-1);
    const { data } = busDetail(Object(added));
    expect([data.mentions, data.path, 'text' in data]).toEqual([mentions, path, false]);
  });
});
