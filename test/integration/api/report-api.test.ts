import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { DrawnReport } from '../../../shared/report/drawn-report.ts';
import { Report } from '../../../shared/report/report-data.ts';
import { listReports } from '../../../shared/store/inbox/reports.ts';
import { putItem } from '../../../shared/store/table.ts';
import { apiOf } from '../../support/api/api.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { ticketedRemediation } from '../../support/world/stories.ts';

const { world, as, anna, ben } = apiForEachTest();
const olga = as({ kind: 'person', id: 'olga', name: 'Olga', email: 'olga@example.com' }, 'auditor');

async function names(query = ''): Promise<string[]> {
  const { status, body } = await ben('GET', `/reports${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return Object(body).reports.map(({ name }: { name: string }) => name);
}

async function ask(body: object, by = ben): Promise<{ name: string; path: string; isThere: boolean }> {
  const answer = await by('POST', '/reports', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  return Object(answer.body);
}

const mails = async () => (await world().outbox()).filter(({ type }) => type === 'Report Published');

describe('the reports', () => {
  it('of the schedule are listed, the newest first, and by kind', async () => {
    await world().publishReports('2026-11-21T09:00:00.000Z');
    world().clock.advance('P7D');
    await world().publishReports('2026-11-28T09:00:00.000Z');
    const [first, second] = ['2026-11-21T10-00-00.000Z', '2026-11-28T10-00-00.000Z'];
    expect((await names()).toSorted().toReversed()).toEqual([
      `${second}-validation`,
      `${second}-overdue`,
      `${first}-validation`,
      `${first}-overdue`,
    ]);
    expect((await names())[0]).toContain(second);
    expect(await names('?kind=overdue')).toEqual([`${second}-overdue`, `${first}-overdue`]);
    const { body } = await ben('GET', '/reports?limit=1&kind=overdue');
    expect(await names(`?limit=1&kind=overdue&cursor=${Object(body).next}`)).toEqual([`${first}-overdue`]);
    expect(Object(body).reports[0]).toEqual({
      name: `${second}-overdue`,
      kind: 'overdue',
      generatedAt: '2026-11-28T10:00:00.000Z',
      period: { from: '2026-11-21T09:59:00.000Z', to: '2026-11-28T09:59:00.000Z' },
      summary: 'Security lessons: Nothing is overdue.',
    });
  });

  it('are read as JSON, as a page, as Markdown and as CSV, each with its ETag', async () => {
    await ticketedRemediation(world());
    world().clock.advance('P15D');
    await world().publishReports('2026-12-06T09:00:00.000Z');
    const [name] = await names('?kind=overdue');
    const read = (format: string, headers = {}) => ben('GET', `/reports/${name}?format=${format}`, undefined, headers);
    const json = await read('json');
    expect(Report.parse(json.body)).toMatchObject({ kind: 'overdue', measures: { overdue: 1 } });
    const html = await read('html');
    expect([html.headers['content-type'], html.headers['content-disposition']]).toEqual([
      'text/html; charset=utf-8',
      `inline; filename="${name}.html"`,
    ]);
    expect(html.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await read('markdown')).body).toContain('# ');
    const [titles, row] = String((await read('csv')).body).split('\r\n');
    expect(titles).toBe(
      'what,title,ownerTeam,severity,dueAt,lateDays,key,hangs,postMortemId,id,toDo,reopened,claimedAt',
    );
    expect(row).toMatch(/^fix,/);
    for (const format of ['json', 'html', 'markdown', 'csv']) {
      const { etag = '' } = (await read(format)).headers;
      expect([format, (await read(format, { 'if-none-match': etag })).status]).toEqual([format, 304]);
    }
  });

  it('have a row for each fix of the period, guarded against formulas', async () => {
    const fix = await ticketedRemediation(world(), { title: '=1+1 is two' });
    world().simulator.transition(fix.ticket.key, 'Done');
    await world().sweep();
    world().clock.advance('PT1H');
    await world().publishReports('2026-11-21T11:00:00.000Z');
    const [name] = await names('?kind=validation');
    const { body } = await ben('GET', `/reports/${name}?format=csv`);
    expect(String(body).split('\r\n').slice(0, 2)).toEqual([
      'what,title,ownerTeam,priority,standing,since,nextCheckAt,dueAt,version,url,proof,key,postMortemId,id',
      expect.stringMatching(/^fix,'=1\+1 is two,/),
    ]);
  });

  it('that are too long for an answer are downloaded from a link of minutes', async () => {
    await world().publishReports('2026-11-21T09:00:00.000Z');
    const [name] = await names('?kind=overdue');
    const key = `reports/overdue/2026-11-21/${name}.json`;
    await world().reports.put({ key, body: JSON.stringify({ text: 'x'.repeat(4_500_000) }) });
    const tooLong = await ben('GET', `/reports/${name}`);
    expect(tooLong).toMatchObject({ status: 413, body: { detail: expect.stringContaining(`/reports/${name}/link`) } });
    expect((await ben('GET', `/reports/${name}/link`)).body).toEqual({
      url: `https://reports.test/${key}?as=${name}.json&valid-for=300000`,
      expiresAt: '2026-11-21T10:05:00.000Z',
    });
  });

  it('are told in words as well, the same as those of their page', async () => {
    await ticketedRemediation(world());
    await world().publishReports('2026-12-06T09:00:00.000Z');
    for (const name of await names()) {
      const { status, body, headers } = await ben('GET', `/reports/${name}/document`);
      const drawn = DrawnReport.parse(body);
      expect([status, drawn.sections.length > 3]).toEqual([200, true]);
      const page = await ben('GET', `/reports/${name}?format=markdown`);
      for (const { title } of drawn.sections) expect(String(page.body)).toContain(`## ${title}`);
      expect(headers.etag).toMatch(/-document"$/);
    }
  });

  it.each(['', '/link', '/document'])(
    'that are not there are 404, whatever their name: GET /reports/{name}%s',
    async (end) => {
      const absent = ['2026-11-21T10-00-00.000Z-overdue', '9999-99-99T99-99-99.999Z-overdue', 'x', '..%2Ftallies'];
      for (const name of absent) {
        expect([name, (await ben('GET', `/reports/${name}${end}`)).status]).toEqual([name, 404]);
      }
    },
  );

  it('are for those who may read every record: they tell that each is there', async () => {
    await world().publishReports('2026-11-21T09:00:00.000Z');
    const [name] = await names();
    const calls: [string, string, object?][] = [
      ['GET', '/reports'],
      ['GET', `/reports/${name}`],
      ['GET', `/reports/${name}/link`],
      ['GET', `/reports/${name}/document`],
      ['POST', '/reports', { kind: 'overdue' }],
    ];
    for (const [method, path, body] of calls) {
      const status = async (by: typeof ben) => (await by(method, path, body)).status;
      expect([path, await status(anna), (await status(olga)) < 300]).toEqual([path, 403, true]);
    }
  });

  it('of before there was a list come into it by reindexing, which announces none anew', async () => {
    await world().publishReports('2026-11-21T09:00:00.000Z');
    const { Items = [] } = await world().table.client.send(new ScanCommand({ TableName: world().table.name }));
    for (const { deadlineQueue: _, deadlineAt: __, ...item } of Items) {
      if (String(item.pk).startsWith('REPORT#')) await putItem(world().table, { pk: '', sk: '', ...item });
    }
    expect(await names()).toEqual([]);
    expect([await listReports(world().table), await listReports(world().table)]).toEqual([2, 2]);
    expect((await names()).length).toBe(2);
    expect(await mails()).toHaveLength(2);
  });
});

describe('a report that is made now', () => {
  it('is at the address that the answer gives, once it is made, and nobody gets a mail', async () => {
    const { name, path, isThere } = await ask({ kind: 'overdue' });
    expect([name, path, isThere]).toEqual(['2026-11-21T10-00-00.000Z-overdue', `/reports/${name}`, false]);
    expect((await ben('GET', path)).status).toBe(404);
    world().clock.advance('PT20S');
    await world().publishReports();
    expect((await ben('GET', path)).body).toMatchObject({ kind: 'overdue', generatedAt: '2026-11-21T10:00:00.000Z' });
    expect(Object((await ben('GET', '/reports')).body).reports).toMatchObject([
      { name, madeFor: { kind: 'person', id: BEN.id, name: BEN.name } },
    ]);
    expect(await mails()).toEqual([]);
  });

  it('is announced where that is asked for, once, whoever asks again within a minute or while it is made', async () => {
    const first = await ask({ kind: 'overdue', mail: true });
    world().clock.advance('PT3M');
    const second = await ask({ kind: 'overdue', mail: true }, olga);
    await world().publishReports();
    world().clock.advance('PT5M');
    expect(first.name).toBe(second.name);
    expect(await mails()).toMatchObject([{ actor: { id: BEN.id }, data: { kind: 'overdue' } }]);
    const later = await ask({ kind: 'overdue', mail: true });
    world().clock.advance('PT30S');
    await world().publishReports();
    const again = await ask({ kind: 'overdue', mail: true });
    await world().publishReports();
    expect([later.name === first.name, later.name === again.name, again.isThere]).toEqual([false, true, true]);
    expect(await mails()).toHaveLength(2);
  });

  it('is one for two who ask at the same moment, and another one for whoever wants it by mail', async () => {
    const both = await Promise.all([ask({ kind: 'overdue' }), ask({ kind: 'overdue' }, olga)]);
    expect(new Set(both.map(({ name }) => name)).size).toBe(1);
    world().clock.advance('PT1S');
    const mailed = await ask({ kind: 'overdue', mail: true });
    await world().publishReports();
    expect([both[0]?.name === mailed.name, (await names()).length, (await mails()).length]).toEqual([false, 2, 1]);
  });

  it('takes nothing from the next one of the schedule', async () => {
    await world().publishReports('2026-11-21T09:00:00.000Z');
    world().clock.advance('P3D');
    await ask({ kind: 'validation' });
    await world().publishReports();
    world().clock.advance('P4D');
    await world().publishReports('2026-11-28T09:00:00.000Z');
    const { body } = await ben('GET', '/reports?kind=validation');
    const periods = Object(body).reports.map(({ period }: { period: { from: string } }) => period.from);
    expect(periods).toEqual([...new Array(2).fill('2026-11-21T09:59:00.000Z'), '2026-11-14T09:59:00.000Z']);
  });

  it('is made too when the schedule has published what happened up to a later moment meanwhile', async () => {
    await ask({ kind: 'overdue' });
    await ask({ kind: 'validation' });
    world().clock.advance('PT5S');
    await world().publishReports('2026-11-21T09:00:00.000Z');
    for (const kind of ['overdue', 'validation']) {
      expect(await names(`?kind=${kind}`)).toEqual([
        `2026-11-21T10-00-05.000Z-${kind}`,
        `2026-11-21T10-00-00.000Z-${kind}`,
      ]);
    }
    const asked = (await ben('GET', '/reports/2026-11-21T10-00-00.000Z-validation')).body;
    expect(asked).toMatchObject({ period: { from: '2026-11-21T09:59:00.000Z', to: '2026-11-21T09:59:00.000Z' } });
  });

  it('is started once, however often somebody asks while it is being made, and again when a run would have ended', async () => {
    for (let second = 0; second < 30; second += 1) {
      await ask({ kind: 'overdue' }, second % 2 === 0 ? ben : olga);
      world().clock.advance('PT1S');
    }
    await Promise.all([ask({ kind: 'overdue' }), ask({ kind: 'overdue' }, olga)]);
    expect(world().asked).toHaveLength(1);
    world().clock.advance('PT5M31S');
    await Promise.all([ask({ kind: 'overdue' }), ask({ kind: 'overdue' }, olga)]);
    expect(world().asked.map(({ at }) => at)).toEqual(Array(2).fill('2026-11-21T10:00:00.000Z'));
    await world().publishReports();
    expect(await names()).toHaveLength(1);
  });

  it('is started by whoever asks next when it could not be started', async () => {
    const startReport = () => Promise.reject(new Error('Lambda is out of capacity'));
    const failing = apiOf({ ...world(), startReport });
    const { status } = await failing.call(BEN, ['approver'], 'POST', '/reports', { kind: 'overdue' });
    expect([status, failing.unexpected.length]).toEqual([500, 1]);
    world().clock.advance('PT1S');
    const { name } = await ask({ kind: 'overdue' });
    expect([name, world().asked.length]).toEqual(['2026-11-21T10-00-00.000Z-overdue', 1]);
  });

  it('is asked for anew when nobody made it within twenty minutes', async () => {
    const lost = await ask({ kind: 'overdue' });
    world().asked.length = 0;
    world().clock.advance('PT21M');
    const again = await ask({ kind: 'overdue' });
    await world().publishReports();
    expect([lost.name === again.name, await names()]).toEqual([false, [again.name]]);
  });

  it('is none of the schedule when what asks for it cannot be read', async () => {
    world().asked.push({ kind: 'overdue', at: 'soon', isMailed: true, by: ANNA });
    await expect(world().publishReports()).rejects.toThrow('ISO 8601');
    expect(await mails()).toEqual([]);
  });
});
