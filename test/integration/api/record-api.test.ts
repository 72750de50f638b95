import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/domain/access/access.ts';
import { apiOf } from '../../support/api/api.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aDraft } from '../../support/world/records.ts';
import { openedRecord, submittedRecord, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let api: ReturnType<typeof apiOf>;
beforeEach(async () => {
  world = await startWorld(endpoint());
  api = apiOf(world);
});
afterEach(async () => {
  await world.close();
  expect(api.unexpected).toEqual([]);
});

const ANYTHING = { 'if-match': '*' };
const asAnna = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  api.call(ANNA, ['analyst'], method, path, body, headers);
const asBen = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  api.call(BEN, ['approver'], method, path, body, headers);
/** She wrote the record; her role would reach. */
const asAuthor = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  api.call(ANNA, ['approver'], method, path, body, headers);

describe('record-api', () => {
  it('shows a record with what it still lacks, and the ETag of its revision', async () => {
    const { id } = await openedRecord(world);
    const answer = await asAnna('GET', `/post-mortems/${id}`);
    expect([answer.status, answer.headers.etag, answer.body]).toMatchObject([
      200,
      '"2"',
      {
        id,
        status: 'open',
        completeness: {
          score: 38,
          missing: [{ path: 'category' }, { path: 'sections.summary' }, {}, {}, {}, {}, {}, {}],
        },
      },
    ]);
  });

  it('finds a record by its incident ticket, and lists those that are open', async () => {
    const { id, incident } = await openedRecord(world);
    const found = await asAnna('GET', `/incident-tickets/jira/${incident.key}/post-mortem`);
    const list = await asAnna('GET', '/post-mortems');
    expect([found.body, list.body]).toMatchObject([{ id }, { postMortems: [{ id, incident: { key: incident.key } }] }]);
  });

  it('takes a record from empty to approved', async () => {
    const { id } = await openedRecord(world);
    const path = `/post-mortems/${id}`;
    const first = { 'if-none-match': '*' };
    await asAnna('PUT', `${path}/sections/summary`, { text: 'Two passwords were taken.' }, first);
    await asAnna('PUT', `${path}/sections/impact`, { description: 'Two mailboxes', services: ['mail'] }, first);
    await asAnna('PUT', `${path}/sections/detection`, { how: 'A colleague', whyNotSooner: 'No filter' }, first);
    await asAnna('PATCH', path, { category: 'phishing' }, ANYTHING);
    await asAnna('PUT', `${path}/sections/response`, { firstAction: 'The passwords were reset.' }, first);
    await asAnna('POST', `${path}/timeline`, {
      at: '2026-11-20T09:00:00+01:00',
      what: 'First click',
      kind: 'attacker',
    });
    await asAnna('POST', `${path}/contributing-factors`, { kind: 'process gap', statement: 'No way to report mails' });
    const caused = await asAnna('POST', `${path}/root-causes`, {
      ...{ kind: 'human', statement: 'Nobody was trained', whys: ['Training ended with the old page.'] },
    });
    const [cause] = Object(caused.body).rootCauses;
    const proposed = await asAnna('POST', `${path}/recommendations`, aDraft({ answers: [cause.id] }));
    const submitted = await asAnna('POST', `${path}/submit`, undefined, {
      'if-match': `"${Object(proposed.body).revision}"`,
    });
    const { revision } = Object(submitted.body);
    const approved = await asBen('POST', `${path}/approve`, { revision }, { 'if-match': `"${revision}"` });
    expect([proposed.status, Object(proposed.body).completeness.missing, submitted.status, approved.status]).toEqual([
      201,
      [],
      200,
      200,
    ]);
    expect(approved.body).toMatchObject({
      status: 'approved',
      approvals: [{ by: { name: 'Ben Approver' } }],
      authors: [{ name: 'Anna Analyst' }],
      recommendations: [{ status: 'approved', dueAt: '2026-12-05T10:00:00.000Z' }],
      timelineCounts: { attacker: 1 },
    });
  });

  it('refuses to submit what is not complete, and points at each missing thing', async () => {
    const { id } = await openedRecord(world);
    const answer = await asAnna('POST', `/post-mortems/${id}/submit`, undefined, ANYTHING);
    expect([answer.status, answer.headers['content-type'], answer.body]).toMatchObject([
      422,
      'application/problem+json',
      {
        title: 'Not possible',
        reason: 'incomplete',
        instance: `/post-mortems/${id}/submit`,
        errors: expect.arrayContaining([{ pointer: '/sections/summary', detail: 'write the section "summary"' }]),
      },
    ]);
  });

  it('lets nobody approve what they wrote, whatever their role', async () => {
    const record = await submittedRecord(world);
    const approve = (roles: Role[]) =>
      api.call(ANNA, roles, 'POST', `/post-mortems/${record.id}/approve`, { revision: record.revision }, ANYTHING);
    expect((await approve(['approver'])).body).toMatchObject({ status: 403, reason: 'four eyes' });
    expect((await approve(['admin'])).body).toMatchObject({ status: 403, reason: 'four eyes' });
  });

  it('answers 412 to a change that was made on an older revision', async () => {
    const { id } = await openedRecord(world);
    const write = (etag: string) =>
      asAnna('PUT', `/post-mortems/${id}/sections/summary`, { text: 'New' }, { 'if-match': etag });
    const answers = [await write('"2"'), await write('"2"'), await write('"3"')];
    expect(answers.map(({ status }) => status)).toEqual([200, 412, 200]);
    expect(answers[1]?.body).toMatchObject({ currentRevision: 3, currentEtag: expect.stringMatching(/^"c/) });
  });

  it('answers 412 to an approval of an older revision', async () => {
    const record = await submittedRecord(world);
    const answer = await asBen(
      'POST',
      `/post-mortems/${record.id}/approve`,
      { revision: record.contentRevision - 1 },
      ANYTHING,
    );
    expect(answer.body).toMatchObject({ status: 412, reason: 'stale revision' });
  });

  it.each([
    ['no JSON', '{', [], 'the body is not JSON'],
    [
      'an unknown field',
      { text: 'x', colour: 'red' },
      [{ pointer: '/colour', detail: 'nothing here has this name; known here: text' }],
      'the body is wrong in 1 place',
    ],
    [
      'a missing field',
      {},
      [{ pointer: '/text', detail: 'it is missing; expected string' }],
      'the body is wrong in 1 place',
    ],
  ])('answers 400 to a body with %s, and points at it', async (_, body, errors, detail) => {
    const { id } = await openedRecord(world);
    const answer = await asAnna('PUT', `/post-mortems/${id}/sections/summary`, body, ANYTHING);
    expect(answer.body).toMatchObject({
      status: 400,
      ...(errors.length === 0 ? {} : { errors }),
      detail: expect.stringContaining(detail),
    });
  });

  it('answers 413 to a body over its limit', async () => {
    const { id } = await openedRecord(world);
    const body = { text: 'x'.repeat(300_000) };
    const answer = await asAnna('PUT', `/post-mortems/${id}/sections/summary`, body, {
      ...ANYTHING,
      'content-length': '300012',
    });
    expect(answer.status).toBe(413);
  });

  it.each([
    ['GET', '/post-mortems/01KAREC0RDZZZZZZZZZZZZZZZZ'],
    ['GET', '/post-mortems/nonsense'],
    ['GET', '/incident-tickets/jira/SEC-404/post-mortem'],
    ['POST', '/post-mortems/01KAREC0RDZZZZZZZZZZZZZZZZ/submit'],
    ['DELETE', '/post-mortems'],
    ['PUT', '/post-mortems/01KAREC0RDZZZZZZZZZZZZZZZZ/sections/weather'],
  ])('answers 404 to %s %s', async (method, path) => {
    expect((await asAnna(method, path, method === 'PUT' ? {} : undefined, ANYTHING)).body).toMatchObject({
      status: 404,
    });
  });

  it('answers 400 to half a character and to numbers that cannot be kept, and says where they stand', async () => {
    const { id } = await openedRecord(world);
    const path = `/post-mortems/${id}`;
    const impact = (amount: number) => ({ description: 'Much', cost: { amount, currency: 'EUR' } });
    const attack = (cvss: number) => ({
      vectors: ['phishing'],
      vulnerabilities: [{ description: 'A mail filter with a gap', cvss }],
    });
    const answers = [
      await asAnna('POST', `${path}/observations`, { kind: 'got lucky', statement: 'A Sunday \ud83d' }),
      await asAnna('PUT', `${path}/sections/summary`, { text: 'A Sunday \udc00' }, ANYTHING),
      await asAnna('PUT', `${path}/sections/impact`, impact(0.125), ANYTHING),
      await asAnna('PUT', `${path}/sections/impact`, impact(1e300), ANYTHING),
      await asAnna('PUT', `${path}/sections/impact`, impact(1e-131), ANYTHING),
      await asAnna('PUT', `${path}/sections/attack`, attack(1e-131), ANYTHING),
    ];
    expect(answers.map(({ status, body }) => [status, Object(body).errors[0].pointer])).toEqual([
      [400, '/statement'],
      [400, '/text'],
      [400, '/cost/amount'],
      [400, '/cost/amount'],
      [400, '/cost/amount'],
      [400, '/vulnerabilities/0/cvss'],
    ]);
    const written = await asAnna('PUT', `${path}/sections/impact`, impact(0.07), { 'if-none-match': '*' });
    expect([written.status, api.unexpected]).toEqual([200, []]);
  });

  it('answers 400 to words of blanks, and says where they stand and what is wanted', async () => {
    const { id } = await openedRecord(world);
    const path = `/post-mortems/${id}`;
    const blanks = ' \u200b'.repeat(20);
    const answers = [
      await asAnna('POST', `${path}/recommendations`, aDraft({ title: '      ' })),
      await asAnna('POST', `${path}/recommendations`, aDraft({ successCriterion: blanks })),
      await asAnna('POST', `${path}/observations`, { kind: 'went well', statement: '\u3164'.repeat(9) }),
      await asBen('POST', `${path}/waive`, { reason: blanks }, ANYTHING),
      await asAnna('POST', '/post-mortems', { kind: 'exercise', title: '\u2800'.repeat(9), severity: 'low' }),
    ];
    expect(answers.map(({ status, body }) => [status, Object(body).errors])).toEqual(
      [
        ['/title', 5],
        ['/successCriterion', 10],
        ['/statement', 3],
        ['/reason', 10],
        ['/title', 5],
      ].map(([pointer, least]) => [
        400,
        [
          {
            pointer,
            detail: `expected at least ${least} characters that can be read; blanks and what is invisible do not count`,
          },
        ],
      ]),
    );
  });

  it('answers 401 to a caller without a token', async () => {
    expect((await api.call(undefined, [], 'GET', '/post-mortems')).status).toBe(401);
  });

  it('shows the audit log', async () => {
    const { id } = await openedRecord(world);
    expect((await asAnna('GET', `/post-mortems/${id}/events`)).body).toMatchObject({
      events: [
        { sequence: 1, type: 'Post-Mortem Opened', actor: { id: 'open-post-mortem' } },
        { sequence: 2, type: 'Incident Ticket Linked' },
      ],
    });
  });

  it('takes attestations, risk acceptances and cancellations from those who may give them', async () => {
    const remediation = await ticketedRemediation(world, {
      verification: { checks: [{ kind: 'attestation', statement: 'The test mail was quarantined' }] },
    });
    const path = `/post-mortems/${remediation.postMortemId}/remediations/${remediation.id}`;
    const acceptance = {
      until: '2027-01-01T00:00:00.000Z',
      reason: 'the vendor needs time',
      compensatingControl: 'we watch the log',
    };
    const answers = [
      await asAnna('POST', `${path}/risk-acceptance`, acceptance, ANYTHING),
      await asBen('POST', `${path}/attestations`, { check: 0, outcome: 'pass', note: 'I saw it happen' }),
      await asBen('POST', `${path}/risk-acceptance`, { ...acceptance, until: '2026-11-20T00:00:00.000Z' }, ANYTHING),
      await asAuthor('POST', `${path}/risk-acceptance`, acceptance, ANYTHING),
      await asAuthor('POST', `${path}/cancel`, { reason: 'the system is switched off' }, ANYTHING),
      await asBen('POST', `${path}/risk-acceptance`, acceptance, ANYTHING),
      await asBen('POST', `${path}/cancel`, { reason: 'the system is switched off' }, ANYTHING),
      await asBen('POST', `${path}/cancel`, { reason: 'the system is switched off' }, ANYTHING),
    ];
    expect(answers.map(({ status, body }) => [status, Object(body).state ?? Object(body).detail])).toEqual([
      [403, 'your role may not accept risks; ask an admin to put you into a group that may'],
      [409, 'the remediation is open; it can be attested once its ticket is done'],
      [409, 'until: 2026-11-20T00:00:00.000Z is past; a risk is accepted up to a date to come'],
      [403, 'you wrote or submitted this record; a second person must judge it'],
      [403, 'you wrote or submitted this record; a second person must judge it'],
      [200, 'accepted'],
      [200, 'cancelled'],
      [409, 'the remediation is cancelled; only an open or accepted one can be cancelled'],
    ]);
    const list = await asAnna('GET', `/post-mortems/${remediation.postMortemId}/remediations`);
    expect(list.body).toMatchObject({ remediations: [{ state: 'cancelled', by: { id: 'ben' } }] });
  });
});
