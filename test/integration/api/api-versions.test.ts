import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/routes.ts';
import { ANYTHING, apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { fullRecord, pathIn } from '../../support/world/full-record.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, api, anna, ben } = apiForEachTest();
const etagOf = async (path: string): Promise<string> => (await anna('GET', path)).headers.etag ?? '';

describe('versions', () => {
  it('are wanted by everything that overwrites or decides, and by nothing else', async () => {
    const record = await fullRecord(api());
    const wanting: string[] = [];
    for (const { method, path, body } of ROUTES.filter((route) => route.method !== 'GET')) {
      const { status } = await api().call(
        { kind: 'person', id: 'admin', name: 'Admin' },
        ['admin'],
        method,
        pathIn(path, record),
        body?.example,
      );
      if (status === 428) wanting.push(`${method} ${path.split('/').at(-1)}`);
    }
    const should = ROUTES.filter(({ method, path }) => {
      const decides =
        /\/(submit|return|approve|waive|merge|decline|accept-risk|risk-acceptance|existing-work|cancel|confirm|refuse|no-longer-holds|extend)$/.test(
          path,
        );
      return method === 'PUT' || method === 'PATCH' || method === 'DELETE' || decides;
    }).map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);
    expect(wanting).toEqual(should);
  });

  it('are told how to be sent, where they are missing', async () => {
    const { id } = await openedRecord(world());
    await anna('PUT', `/post-mortems/${id}/sections/summary`, { text: 'Old' }, FIRST);
    const { status, body } = await anna('PUT', `/post-mortems/${id}/sections/summary`, { text: 'New' });
    expect([status, body]).toMatchObject([428, { detail: expect.stringContaining('If-Match') }]);
  });

  it.each<[string, (own: string, record: string) => Record<string, string>, number]>([
    ['its own', (own) => ({ 'if-match': own }), 200],
    ['the record’s', (_, record) => ({ 'if-match': record }), 200],
    ['a list with its own', (own) => ({ 'if-match': `"x", ${own}` }), 200],
    ['whatever is there', () => ANYTHING, 200],
    ['an older one', () => ({ 'if-match': '"2"' }), 412],
    ['a weak one', (own) => ({ 'if-match': `W/${own}` }), 412],
    ['none, as if nothing were there', () => FIRST, 412],
  ])('let a section be rewritten with %s', async (_, headers, status) => {
    const { id } = await openedRecord(world());
    const path = `/post-mortems/${id}/sections/summary`;
    await anna('PUT', path, { text: 'Old' }, FIRST);
    await anna('PUT', `/post-mortems/${id}/sections/impact`, { description: 'Two mailboxes' }, FIRST);
    const own = await etagOf(path);
    const answer = await anna('PUT', path, { text: 'New' }, headers(own, await etagOf(`/post-mortems/${id}`)));
    const shown = status === 200 ? answer.headers.etag : Object(answer.body).currentEtag;
    expect([answer.status, shown]).toEqual([status, await etagOf(path)]);
  });

  it('let a section be written first only where there is none', async () => {
    const { id } = await openedRecord(world());
    const path = `/post-mortems/${id}/sections/summary`;
    const write = (headers: Record<string, string>) => anna('PUT', path, { text: 'New' }, headers);
    const answers = [await write(ANYTHING), await write(FIRST), await write(FIRST)];
    expect(answers.map(({ status }) => status)).toEqual([412, 200, 412]);
  });

  it('of two sections do not meet: both people write on what they read', async () => {
    const { id } = await openedRecord(world());
    const [summary, impact] = [`/post-mortems/${id}/sections/summary`, `/post-mortems/${id}/sections/impact`];
    await anna('PUT', summary, { text: 'Old' }, FIRST);
    await anna('PUT', impact, { description: 'Old' }, FIRST);
    const [ofSummary, ofImpact] = [await etagOf(summary), await etagOf(impact)];
    const answers = await Promise.all([
      anna('PUT', summary, { text: 'New' }, { 'if-match': ofSummary }),
      ben('PUT', impact, { description: 'New' }, { 'if-match': ofImpact }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('of one section let one of two people win', async () => {
    const { id } = await openedRecord(world());
    const path = `/post-mortems/${id}/sections/summary`;
    await anna('PUT', path, { text: 'Old' }, FIRST);
    const read = { 'if-match': await etagOf(path) };
    const answers = await Promise.all([
      anna('PUT', path, { text: 'Anna' }, read),
      ben('PUT', path, { text: 'Ben' }, read),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('of every section and part are listed in the record', async () => {
    const record = await fullRecord(api());
    const { etags } = Object((await anna('GET', `/post-mortems/${record.id}`)).body);
    const own = ROUTES.filter(({ method, path }) => method === 'GET' && /sections\/|\{part\}$/.test(path));
    for (const { path } of own) {
      const name = path.split('/').at(-1) ?? '';
      const listed = etags.sections[name] ?? etags.parts[pathIn(path, record).split('/').at(-1) ?? ''];
      expect([path, listed]).toEqual([path, await etagOf(pathIn(path, record))]);
    }
  });

  it.each(['root-causes', 'recommendations', 'lessons'])(
    'keep %s from being rewritten or removed unseen',
    async (kind) => {
      const record = await fullRecord(api());
      const path = `/post-mortems/${record.id}/${kind}/${record.parts[kind]}`;
      const route = ROUTES.find((one) => one.method === 'PUT' && one.path.includes(kind));
      const read = { 'if-match': await etagOf(path) };
      const again = Object.assign({}, route?.body?.example, {
        statement: 'Somebody else wrote this.',
        title: 'Another title',
      });
      const known = Object.fromEntries(
        Object.entries(again).filter(([field]) => field in Object(route?.body?.example)),
      );
      const statuses = [
        (await ben('PUT', path, known, read)).status,
        (await anna('PUT', path, known, read)).status,
        (await anna('DELETE', path, undefined, read)).status,
        (await anna('DELETE', path, undefined, { 'if-match': await etagOf(path) })).status,
        (await anna('GET', path)).status,
        (await anna('DELETE', path, undefined, ANYTHING)).status,
      ];
      expect(statuses).toEqual([200, 412, 412, 200, 404, 404]);
    },
  );

  it('of what was read may come with what is added, and are held to', async () => {
    const { id } = await openedRecord(world());
    const body = { kind: 'human', statement: 'Nobody was trained' };
    const add = (headers?: Record<string, string>) => anna('POST', `/post-mortems/${id}/root-causes`, body, headers);
    const answers = [await add({ 'if-match': '"2"' }), await add({ 'if-match': '"2"' }), await add()];
    expect(answers.map(({ status }) => status)).toEqual([201, 412, 201]);
  });

  it('of a record come with no answer that does not show it', async () => {
    const { id } = await openedRecord(world());
    const announced = await anna('POST', `/post-mortems/${id}/evidence`, {
      name: 'proxy.log',
      mediaType: 'text/plain',
      bytes: 9,
      sha256: 'a'.repeat(64),
    });
    const path = announced.headers.location ?? '';
    const checked = await anna('POST', `${path}/received-check`);
    const own = await etagOf(path);
    expect([announced.headers.etag, checked.headers.etag ?? own]).toEqual([own, own]);
  });

  it('are wanted by who says again what somebody said: that a notification was sent, that a lesson is in place', async () => {
    const { id, parts } = await fullRecord(api());
    const record = `/post-mortems/${id}`;
    const versionAt = '2026-11-21T09:00:00.000Z';
    const proof = { version: '3.1', url: 'https://policies.example.com/irp-7', versionAt };
    const said = [
      [`${record}/notifications/${parts.notifications}`, 'sent', { sentAt: '2026-11-20T16:00:00.000Z' }, {}],
      // The same claim again is no second word.
      [`${record}/lessons/${parts.lessons}`, 'in-place', proof, { version: '3.2' }],
    ] as const;
    for (const [part, act, body, other] of said) {
      const say = (word: object, headers?: Record<string, string>) => anna('POST', `${part}/${act}`, word, headers);
      const later = { ...body, ...other };
      const answers = [await say(body), await say(later), await say(later, { 'if-match': await etagOf(part) })];
      expect([act, ...answers.map(({ status }) => status)]).toEqual([act, 200, 428, 200]);
    }
  });
});

describe('the description of answers', () => {
  it('names exactly the answers that come with a version or an address', async () => {
    const record = await fullRecord(api());
    const admin = { kind: 'person' as const, id: 'admin', name: 'Admin' };
    const different: unknown[] = [];
    let seen = 0;
    for (const { method, path, body, operationId, answer } of ROUTES) {
      const { status, headers } = await api().call(
        admin,
        ['admin'],
        method,
        pathIn(path, record),
        body?.example,
        ANYTHING,
      );
      if (status >= 300) continue;
      seen += 1;
      const told = [answer.hasEtag === true, answer.status === 201];
      const came = [headers.etag !== undefined, headers.location !== undefined];
      if (String(told) !== String(came)) different.push([operationId, told, came]);
    }
    expect([seen > 60, different]).toEqual([true, []]);
  });

  it('is kept for what is the same as it was read: 304, without a body', async () => {
    const { id } = await openedRecord(world());
    const read = await anna('GET', `/post-mortems/${id}`);
    const etag = read.headers.etag ?? '';
    const again = (ifNoneMatch: string) =>
      anna('GET', `/post-mortems/${id}`, undefined, { 'if-none-match': ifNoneMatch });
    const answers = [await again(etag), await again(`"x", W/${etag}`), await again('*'), await again('"999"')];
    expect(answers.map(({ status }) => status)).toEqual([304, 304, 304, 200]);
    expect([answers[0]?.body, answers[0]?.headers.etag]).toEqual([undefined, etag]);
  });
});
