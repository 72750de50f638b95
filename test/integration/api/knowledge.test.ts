import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SuggestedCountermeasures } from '../../../shared/api/routes/countermeasure-routes.ts';
import { TechniquePage } from '../../../shared/api/routes/knowledge-routes.ts';
import { ATTACK_VERSION, TECHNIQUES } from '../../../shared/domain/knowledge/attack.ts';
import { apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aDraft } from '../../support/world/records.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, as, anna, ben } = apiForEachTest();

const found = async (query: string) => TechniquePage.parse((await anna('GET', `/knowledge/techniques${query}`)).body);

describe('techniques of ATT&CK', () => {
  it.each([
    ['?q=T1566', ['T1566', 'T1566.001', 'T1566.002', 'T1566.003', 'T1566.004']],
    ['?q=t1566.002', ['T1566.002']],
    ['?q=spearphishing%20LINK', ['T1192', 'T1566.002', 'T1598.003']],
    ['?q=nothing%20of%20the%20kind', []],
  ])('are found by %s', async (query, ids) => {
    const { techniques, attackVersion } = await found(query);
    expect([techniques.map(({ id }) => id), attackVersion]).toEqual([ids, ATTACK_VERSION]);
  });

  it('come page by page, each once, and a cursor is good for the same words alone', async () => {
    const ids: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 50; pages += 1) {
      const page = await found(`?limit=100${cursor}`);
      ids.push(...page.techniques.map(({ id }) => id));
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(ids).toEqual(TECHNIQUES.map(({ id }) => id));
    expect((await anna('GET', `/knowledge/techniques?q=mail${cursor}`)).status).toBe(400);
  });

  it('say what took the place of a retired one, and what MITRE names against that', async () => {
    const { body } = await anna('GET', '/knowledge/techniques/T1192');
    expect(body).toMatchObject({
      id: 'T1192',
      isRetired: true,
      replacedBy: { id: 'T1566.002', name: 'Phishing: Spearphishing Link' },
      countermeasures: expect.arrayContaining([
        { mitigation: 'M1017', name: 'User Training', d3fend: expect.any(Array) },
      ]),
      about: expect.stringContaining('Suggestions'),
    });
  });

  it('are 404 where ATT&CK has none', async () => {
    const statuses = await Promise.all(
      ['T9999', 'T15', 'T1566.02'].map(async (id) => (await anna('GET', `/knowledge/techniques/${id}`)).status),
    );
    expect(statuses).toEqual([404, 404, 404]);
  });

  it('are for everybody who signed in: they say nothing of a record', async () => {
    expect((await as(ANNA)('GET', '/knowledge/techniques/T1078')).status).toBe(200);
  });
});

describe('the attack of a record', () => {
  const write = async (techniques: { id: string; note?: string }[], more: object = {}) => {
    const { id } = await openedRecord(world());
    const body = { vectors: ['phishing'], techniques, ...more };
    return { id, answer: await anna('PUT', `/post-mortems/${id}/sections/attack`, body, FIRST) };
  };

  it('is refused with a technique that ATT&CK does not have, by its path', async () => {
    const { answer } = await write([{ id: 'T1566.002' }, { id: 'T9999' }]);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      400,
      expect.stringMatching(/techniques[./]1[./]id.*has no technique T9999/s),
    ]);
  });

  it('takes one of a newer version that says so', async () => {
    expect((await write([{ id: 'T9999' }], { attackVersion: '99.1' })).answer.status).toBe(200);
  });

  it('is found by what took the place of its technique, and by the technique', async () => {
    const { id } = await write([{ id: 'T1086' }]);
    await world().deliver();
    const lists = await Promise.all(
      ['T1086', 'T1059.001', 'T1059'].map((technique) => anna('GET', `/post-mortems?technique=${technique}`)),
    );
    const ids = lists.map(({ body }) =>
      z
        .object({ postMortems: z.array(z.looseObject({ id: z.string() })) })
        .parse(body)
        .postMortems.map((one) => one.id),
    );
    expect(ids).toEqual([[id], [id], [id]]);
  });

  it('is exported with names beside the ids', async () => {
    const { id } = await write([{ id: 'T1086', note: 'by hand' }]);
    const { body } = await as(BEN, 'auditor')('GET', `/post-mortems/${id}/export?format=markdown`);
    expect(JSON.stringify(body)).toContain(
      'T1086 PowerShell, now T1059.001 Command and Scripting Interpreter: PowerShell: by hand',
    );
  });
});

describe('countermeasures for a record', () => {
  const attack = { vectors: ['phishing'], techniques: [{ id: 'T1078' }, { id: 'T1192' }] };

  async function withAttack(): Promise<string> {
    const { id } = await openedRecord(world());
    expect((await anna('PUT', `/post-mortems/${id}/sections/attack`, attack, FIRST)).status).toBe(200);
    return id;
  }

  const suggested = async (id: string, by = anna) =>
    SuggestedCountermeasures.parse((await by('GET', `/post-mortems/${id}/countermeasures`)).body);

  it('are suggested from its techniques, those of the ticket and what took the place of retired ones, most met first', async () => {
    const { suggestions, about, attackVersion } = await suggested(await withAttack());
    const training = suggestions.find(({ mitigation }) => mitigation === 'M1017');
    const counts = suggestions.map(({ against }) => against.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect([training?.name, training?.against]).toEqual([
      'User Training',
      expect.arrayContaining([{ id: 'T1566.002', name: 'Phishing: Spearphishing Link' }]),
    ]);
    expect([attackVersion, about]).toEqual([
      ATTACK_VERSION,
      expect.stringMatching(/^Suggestions\. ATT&CK .* inferred/),
    ]);
  });

  it('say which ones a recommendation has already', async () => {
    const id = await withAttack();
    const named = async () =>
      (await suggested(id)).suggestions.flatMap(({ d3fend }) =>
        d3fend.filter(({ isNamed }) => isNamed).map((one) => one.id),
      );
    const before = await named();
    const { status } = await anna('POST', `/post-mortems/${id}/recommendations`, aDraft({ d3fend: ['D3-MFA'] }));
    expect([before, status, [...new Set(await named())]]).toEqual([[], 201, ['D3-MFA']]);
  });

  it('leave out what was taken back', async () => {
    const { id } = await openedRecord(world());
    const body = { of: 'incident.techniques.T1566.002', because: 'It was a test of the mail filter.' };
    const before = (await suggested(id)).suggestions.length;
    const { status } = await anna('POST', `/post-mortems/${id}/corrections`, body);
    expect([before > 0, status, (await suggested(id)).suggestions]).toEqual([true, 201, []]);
  });

  it('are those of a record that one may read', async () => {
    const id = await withAttack();
    await ben('PATCH', `/post-mortems/${id}`, { tlp: 'RED' }, { 'if-match': '*' });
    const eve = as({ kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' }, 'analyst');
    expect((await eve('GET', `/post-mortems/${id}/countermeasures`)).status).toBe(404);
  });
});
