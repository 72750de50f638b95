import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/routes.ts';
import { syncWithTicket } from '../../../shared/domain/remediation/decide/claim.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { fullRecord, pathIn } from '../../support/world/full-record.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aCause, openedRecord, ticketedRemediation } from '../../support/world/stories.ts';

const { world, api, as, anna } = apiForEachTest();
const KEY = { 'idempotency-key': '0b7d6c6e-1f4c-4a54-8a3f-0d3f6c9f4a11' };
const CAUSE = { kind: 'human', statement: 'Nobody was trained' };

describe('an Idempotency-Key', () => {
  const adding = ROUTES.filter(({ isIdempotentByKey }) => isIdempotentByKey === true);

  it.each(adding)(
    'makes one thing of a repeated $operationId, and answers the same',
    async ({ method, path, body }) => {
      const record = await fullRecord(api());
      const call = () => as(ANNA, 'admin')(method, pathIn(path, record), body?.example, KEY);
      const [first, second] = [await call(), await call()];
      expect([second.status, second.headers.location, second.headers.etag]).toEqual([
        first.status,
        first.headers.location,
        first.headers.etag,
      ]);
      expect(second.body).toEqual(first.body);
    },
  );

  it('makes one thing of calls at the same moment', async () => {
    const { id } = await openedRecord(world());
    const path = `/post-mortems/${id}/root-causes`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => anna('POST', path, CAUSE, KEY)));
    const record = await world().store.postMortem(id);
    expect([new Set(answers.map(({ headers }) => headers.location)).size, record?.rootCauses.length]).toEqual([1, 1]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  });

  it('still answers when the record could no longer take it', async () => {
    const { id } = await openedRecord(world());
    const path = `/post-mortems/${id}/root-causes`;
    const first = await anna('POST', path, CAUSE, KEY);
    await as(BEN, 'approver')('POST', `/post-mortems/${id}/waive`, { reason: 'it was a test of the pager' }, ANYTHING);
    const second = await anna('POST', path, CAUSE, KEY);
    expect([second.status, second.headers.location]).toEqual([201, first.headers.location]);
  });

  it.each<[string, string, unknown]>([
    ['another body', 'root-causes', { ...CAUSE, kind: 'technical' }],
    ['another address', 'contributing-factors', { kind: 'process gap', statement: 'No way to report mails' }],
  ])('is refused for %s', async (_, kind, body) => {
    const { id } = await openedRecord(world());
    await anna('POST', `/post-mortems/${id}/root-causes`, CAUSE, KEY);
    const answer = await anna('POST', `/post-mortems/${id}/${kind}`, body, KEY);
    expect(answer.body).toMatchObject({ status: 422, detail: expect.stringContaining('Idempotency-Key') });
  });

  it('makes one attestation of two', async () => {
    const { postMortemId, id, ticket } = await ticketedRemediation(world(), {
      verification: { checks: [{ kind: 'attestation', statement: 'The test mail was quarantined' }] },
    });
    const done = {
      ticket,
      isDone: true,
      outcome: { status: { name: 'Done' }, resolution: undefined },
      movedAt: world().now(),
      claim: { at: world().now(), status: 'Done' },
    };
    await world().store.changeRemediation(
      postMortemId,
      id,
      (current) => (current === undefined ? [] : syncWithTicket(current, done, world().now(), world().config)),
      aCause(),
    );
    const attest = () =>
      as(ANNA, 'approver')(
        'POST',
        `/post-mortems/${postMortemId}/remediations/${id}/attestations`,
        { check: 0, outcome: 'pass', note: 'I saw it happen' },
        KEY,
      );
    const [first, second] = [await attest(), await attest()];
    expect([second.status, Object(second.body).attestations]).toEqual([200, Object(first.body).attestations]);
  });

  it('is one for each caller', async () => {
    const { id } = await openedRecord(world());
    await anna('POST', `/post-mortems/${id}/root-causes`, CAUSE, KEY);
    await as(BEN, 'approver')('POST', `/post-mortems/${id}/root-causes`, CAUSE, KEY);
    expect((await world().store.postMortem(id))?.rootCauses).toHaveLength(2);
  });

  it('is not kept for what was refused', async () => {
    const { id } = await openedRecord(world());
    const path = `/post-mortems/${id}/recommendations`;
    const draft = ROUTES.find(({ operationId }) => operationId === 'addRecommendation')?.body?.example;
    const refused = await anna('POST', path, { ...Object(draft), answers: ['01KAREC0RDZZZZZZZZZZZZZZZZ'] }, KEY);
    const made = await anna('POST', path, draft, KEY);
    expect([refused.status, made.status]).toEqual([422, 201]);
  });

  it('is refused when it is too long', async () => {
    const { id } = await openedRecord(world());
    const answer = await anna('POST', `/post-mortems/${id}/root-causes`, CAUSE, { 'idempotency-key': 'x'.repeat(201) });
    expect(answer.status).toBe(400);
  });
});
