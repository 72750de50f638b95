import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostMortemFile } from '../../../shared/domain/files/post-mortem-file.ts';
import { apiOf } from '../../support/api/api.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aCause, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

describe('GET /post-mortems/{id}/export', () => {
  it('answers with a file, with a page, and with Markdown', async () => {
    const { id } = await openedRecord(world);
    const get = (format: string) => apiOf(world).call(ANNA, ['auditor'], 'GET', `/post-mortems/${id}/export${format}`);
    const [json, html, markdown] = [await get(''), await get('?format=html'), await get('?format=markdown')];
    expect(PostMortemFile.parse(json.body)).toMatchObject({
      id,
      status: 'open',
      history: { ticket: { key: 'SEC-1' } },
    });
    expect([html.headers['content-type'], html.headers['content-disposition'], html.body]).toEqual([
      'text/html; charset=utf-8',
      `attachment; filename="${id}.html"`,
      expect.stringContaining('<span>TLP:AMBER</span>'),
    ]);
    expect(markdown.body).toMatch(/^\*\*TLP:AMBER\*\*\n\n# Post-mortem: Employees phished\n/);
  });

  it('tells the comments in a chapter when they are asked for, and never in the portable file', async () => {
    const { id } = await openedRecord(world);
    const { call } = apiOf(world);
    const say = (who: typeof ANNA, body: object) =>
      call(who, ['approver'], 'POST', `/post-mortems/${id}/comments`, body);
    const asked = await say(ANNA, { path: 'sections.impact', text: 'Is this | *all*?' });
    const { id: inReplyTo, self } = Object(asked.body);
    await say(BEN, { path: 'sections.impact', text: 'It <b>is</b>', inReplyTo });
    await call(BEN, ['approver'], 'PATCH', self, { isResolved: true }, { 'if-match': '*' });
    const get = (query: string) => call(ANNA, ['auditor'], 'GET', `/post-mortems/${id}/export?${query}`);
    const told = await get('format=markdown&comments=true');
    const html = await get('format=html&comments=true');
    expect(told.body).toMatch(
      /\n## Comments\n[^#]*### sections\.impact, resolved by Ben Approver\n[^#]*Anna[^#]*all[^#]*Ben[^#]*\n## /,
    );
    expect(html.body).toContain('It &lt;b&gt;is&lt;/b&gt;');
    const without = [await get('format=markdown'), await get('format=html&comments=false'), await get('format=json')];
    expect(without.map(({ body }) => JSON.stringify(body).includes('Is this'))).toEqual([false, false, false]);
    const refused = await get('comments=true');
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining('no comments')]);
  });

  it('answers with an incident in VERIS, and refuses what is none', async () => {
    const { call } = apiOf(world);
    const { id } = await openedRecord(world);
    const opened = await call(ANNA, ['admin'], 'POST', '/post-mortems', {
      ...{ kind: 'exercise', title: 'Mails are gone', severity: 'low' },
    });
    const get = (of: string) => call(ANNA, ['auditor'], 'GET', `/post-mortems/${of}/export?format=veris`);
    const [incident, exercise] = [await get(id), await get(Object(opened.body).id)];
    expect([incident.status, incident.headers['content-disposition'], incident.body]).toEqual([
      200,
      `attachment; filename="${id}.veris.json"`,
      expect.objectContaining({ schema_version: '1.4.1', incident_id: id, summary: 'Employees phished' }),
    ]);
    expect([exercise.status, JSON.stringify(exercise.body)]).toEqual([409, expect.stringContaining('near misses')]);
  });

  it('refuses other forms, other ids, and whoever may not read', async () => {
    const { id } = await openedRecord(world);
    const { call } = apiOf(world);
    const answers = [
      await call(ANNA, ['auditor'], 'GET', `/post-mortems/${id}/export?format=pdf`),
      await call(ANNA, ['auditor'], 'GET', '/post-mortems/01KA0000000000000000000001/export'),
      await call(ANNA, [], 'GET', `/post-mortems/${id}/export`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 403]);
  });

  it('leaves a trace of a look at a restricted record', async () => {
    const { id } = await openedRecord(world);
    const restrict = { type: 'Record Classified' as const, data: { postMortemId: id, tlp: 'RED' as const, by: BEN } };
    await world.store.changePostMortem(id, () => [restrict], aCause(BEN));
    await apiOf(world).call(ANNA, ['auditor'], 'GET', `/post-mortems/${id}/export`);
    expect((await world.store.looks(id)).at(-1)).toMatchObject({
      type: 'Record Read',
      data: { what: 'export as json', by: { id: 'anna' } },
    });
  });
});

describe('GET /post-mortems/{id}/page', () => {
  it('shows the record to everybody who may read it, its author, too, and runs nothing', async () => {
    const { id } = await openedRecord(world);
    const get = (path: string) => apiOf(world).call(ANNA, ['analyst'], 'GET', `/post-mortems/${id}/${path}`);
    const [page, file] = [await get('page'), await get('export?format=html')];
    expect([page.status, file.status, page.headers]).toMatchObject([
      200,
      403,
      {
        'content-type': 'text/html; charset=utf-8',
        'content-disposition': `inline; filename="${id}.html"`,
        'content-security-policy': expect.stringMatching(/^default-src 'none'.*sandbox$/),
        'x-content-type-options': 'nosniff',
      },
    ]);
    expect(page.body).toContain('Employees phished');
  });

  it('is a look at a restricted record', async () => {
    const { id } = await openedRecord(world);
    const restrict = { type: 'Record Classified' as const, data: { postMortemId: id, tlp: 'RED' as const, by: BEN } };
    await world.store.changePostMortem(id, () => [restrict], aCause(BEN));
    await apiOf(world).call(BEN, ['auditor'], 'GET', `/post-mortems/${id}/page`);
    expect((await world.store.looks(id)).at(-1)).toMatchObject({ type: 'Record Read', data: { what: 'page' } });
  });
});
