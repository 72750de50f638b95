import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TechniquePage } from '../../../shared/api/routes/knowledge-routes.ts';
import { ATTACK_VERSION, TECHNIQUES } from '../../../shared/domain/knowledge/attack.ts';
import { apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { openedRecord } from '../../support/world/stories.ts';

const { world, as, anna } = apiForEachTest();

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
