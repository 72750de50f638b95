import { beforeEach, describe, expect, it } from 'vitest';
import { completenessOf } from '../../../shared/domain/record/completeness.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../shared/domain/record/template.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { BEN } from '../../support/world/people.ts';
import { aPartId } from '../../support/world/records.ts';
import { closedIncident, openedRecord } from '../../support/world/stories.ts';

const { world, as, anna, ben } = apiForEachTest();
let record: PostMortem;
let path: string;

beforeEach(async () => {
  record = await openedRecord(world(), closedIncident(world(), 'Employees phished', 'Seen: T1566.002 and T1078'));
  path = `/post-mortems/${record.id}`;
});

const BECAUSE = 'The log of the mail gateway shows it.';
const correct = (of: string, shouldBe?: string) =>
  anna('POST', `${path}/corrections`, { of, because: BECAUSE, ...(shouldBe === undefined ? {} : { shouldBe }) });
const idOf = ({ headers }: { headers: Record<string, string> }) => headers.location?.split('/').at(-1) ?? '';
const page = async () => JSON.stringify((await as(BEN, 'auditor')('GET', `${path}/export?format=html`)).body);
const found = async (technique: string) => {
  await world().deliver();
  const { body } = await anna('GET', `/post-mortems?technique=${technique}`);
  return Object(body).postMortems.length;
};

describe('what the ticket brought', () => {
  it('stays as it came, with what is right beside it, in the record, its export and its changes', async () => {
    const answer = await correct('incident.openedAt', '2026-11-18T07:00:00.000Z');
    const { body } = await anna('GET', path);
    expect([answer.status, Object(body).incident.openedAt, Object(body).corrections]).toEqual([
      201,
      record.incident.openedAt,
      [{ id: idOf(answer), of: 'incident.openedAt', shouldBe: '2026-11-18T07:00:00.000Z', because: BECAUSE }],
    ]);
    const changes = await anna('GET', `${path}/changes?from=1`);
    expect(JSON.stringify(changes.body)).toContain('corrections');
    expect(await page()).toMatch(/corrected: .*18 Nov/s);
  });

  it('is the heading of the page as it is right, with what came beside it below', async () => {
    await correct('incident.title', 'Payroll was redirected');
    const text = await page();
    expect([text.includes('<title>Post-mortem: Payroll was redirected'), text.includes('Employees phished')]).toEqual([
      true,
      true,
    ]);
  });

  it('is no technique of the record any more when it is taken back, and is another when it was one', async () => {
    expect([await found('T1078'), await found('T1566.002')]).toEqual([1, 1]);
    await correct('incident.techniques.T1078');
    await correct('incident.techniques.T1566.002', 'T1566.001');
    expect([await found('T1078'), await found('T1566.002'), await found('T1566.001')]).toEqual([0, 0, 1]);
    expect(await page()).toContain('taken back');
  });

  it('is corrected once: another word on it changes the correction', async () => {
    const first = await correct('incident.title', 'Another title');
    const second = await correct('incident.title', 'A third');
    expect([second.status, JSON.stringify(second.body)]).toEqual([409, expect.stringContaining(idOf(first))]);
    const body = { of: 'incident.title', shouldBe: 'A third', because: BECAUSE };
    const changed = await anna('PUT', `${path}/corrections/${idOf(first)}`, body, ANYTHING);
    const gone = await anna('DELETE', `${path}/corrections/${idOf(first)}`, undefined, ANYTHING);
    expect([
      changed.status,
      Object(changed.body).corrections[0].shouldBe,
      gone.status,
      Object(gone.body).corrections,
    ]).toEqual([200, 'A third', 200, []]);
  });

  it.each([
    ['incident.severity', 'high', 'expected one of incident.title'],
    ['summary', 'x', 'expected one of incident.title'],
    ['incident.people.2', 'Ola', 'the ticket names 2 people'],
    ['incident.techniques.T1486', undefined, 'it names T1566.002, T1078'],
    ['incident.techniques.T1078', 'T9999', 'has no technique T9999'],
    ['incident.openedAt', 'yesterday', 'expected a time in UTC'],
    ['incident.openedAt', '2099-01-01T00:00:00.000Z', 'would be before the beginning'],
    ['incident.title', undefined, 'say what is right instead'],
    ['incident.url', 'gopher://old', 'expected a URL that starts with https:// or http://'],
  ])('is not corrected by %s to be %s', async (of, shouldBe, problem) => {
    const { status, body } = await correct(of, shouldBe);
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(problem)]);
  });

  it('is corrected by those who write, and makes them authors', async () => {
    await ben('POST', `${path}/corrections`, { of: 'incident.people.0', because: BECAUSE });
    const { body } = await anna('GET', path);
    expect(Object(body).authors.map(({ id }: { id: string }) => id)).toEqual(['ben']);
  });

  it('needs no correction to be complete', () => {
    const template = templateFor(record, world().config.postMortem.templates);
    const { missing } = completenessOf(record, template, world().config, 'any');
    expect(missing.filter(({ path: at }) => at.startsWith('corrections'))).toEqual([]);
  });
});

describe('an entry of the ticket', () => {
  const entryOf = async (origin: string) => {
    const { body } = await anna('GET', `${path}/timeline`);
    return Object(body).entries.find((one: { origin: string }) => one.origin === origin);
  };
  const ENTRY = { at: '2026-11-19T08:00:00.000Z', what: 'The mail came at eight', kind: 'attacker' };

  it('stays, with the entry that sets it right beside it', async () => {
    const told = await entryOf('ticket');
    const corrects = { at: told.at, id: told.id };
    const { status, body } = await anna('POST', `${path}/timeline`, { ...ENTRY, corrects });
    expect([status, Object(body).corrects]).toEqual([201, corrects]);
    expect(await page()).toMatch(
      /set right by another entry.*sets right what the ticket said|sets right what the ticket said.*set right by another entry/s,
    );
  });

  it('tells nothing of itself to somebody who may not see its record', async () => {
    const told = await entryOf('ticket');
    const own = Object((await anna('POST', `${path}/timeline`, ENTRY)).body);
    await anna('PATCH', path, { tlp: 'RED' }, ANYTHING);
    const eve = as({ kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' }, 'analyst');
    const answers = await Promise.all(
      [undefined, told, own, { at: ENTRY.at, id: aPartId() }].map((corrects) =>
        eve(
          'PUT',
          `${path}/timeline/${own.at}/${own.id}`,
          {
            ...ENTRY,
            ...(corrects === undefined ? {} : { corrects: { at: corrects.at, id: corrects.id } }),
          },
          ANYTHING,
        ),
      ),
    );
    const words = answers.map(({ status, body }) => [status, Object(body).detail]);
    expect([words[0]?.[0], new Set(words.map((one) => JSON.stringify(one))).size]).toEqual([404, 1]);
  });

  it('is named by its time and id, and is one of the ticket', async () => {
    const told = await entryOf('ticket');
    const own = Object((await anna('POST', `${path}/timeline`, ENTRY)).body);
    const answers = await Promise.all(
      [
        { at: ENTRY.at, id: aPartId() },
        { at: '2020-01-01T00:00:00.000Z', id: told.id },
        { at: own.at, id: own.id },
      ].map((corrects) => anna('POST', `${path}/timeline`, { ...ENTRY, corrects })),
    );
    expect(answers.map(({ status, body }) => [status, JSON.stringify(body)])).toEqual([
      [422, expect.stringContaining('there is no entry')],
      [422, expect.stringContaining('there is no entry')],
      [422, expect.stringContaining('is no word of the ticket')],
    ]);
  });
});
