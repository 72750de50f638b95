import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../../support/api/api.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aDraft } from '../../support/world/records.ts';
import { openedRecord, submittedRecord } from '../../support/world/stories.ts';
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

const asAnna = (method: string, path: string, body?: unknown) =>
  api.call(ANNA, ['analyst'], method, path, body, method === 'PUT' ? { 'if-match': '*' } : {});
const IN_A_MONTH = '2026-12-20T00:00:00.000Z';

describe('the date that an author sets for a recommendation', () => {
  it('is taken within the longest time of its priority, and refused beyond it, also in a draft and when rewritten', async () => {
    const { id } = await openedRecord(world);
    const path = `/post-mortems/${id}/recommendations`;
    const taken = await asAnna('POST', path, aDraft({ impact: 5, dueAt: IN_A_MONTH }));
    const tooLate = aDraft({ impact: 5, dueAt: '2027-02-01T00:00:00.000Z' });
    const refused = {
      status: 422,
      body: {
        reason: 'limit',
        errors: [
          { pointer: '/dueAt', detail: expect.stringMatching(/priority critical .* P30D .* until 2026-12-21T/) },
        ],
      },
    };
    expect([
      taken,
      await asAnna('POST', path, tooLate),
      await asAnna('POST', path, { ...tooLate, status: 'draft' }),
      await asAnna('PUT', `${taken.headers.location}`, tooLate),
      await asAnna('PUT', `${taken.headers.location}`, { ...tooLate, impact: 4 }),
    ]).toMatchObject([
      { status: 201, body: { recommendations: [{ dueAt: IN_A_MONTH }] } },
      refused,
      refused,
      refused,
      { status: 200, body: { recommendations: [{ dueAt: tooLate.dueAt, priority: 'high' }] } },
    ]);
  });

  it('is taken out by a rewriting without it', async () => {
    const { id } = await openedRecord(world);
    const added = await asAnna('POST', `/post-mortems/${id}/recommendations`, aDraft({ dueAt: IN_A_MONTH }));
    const { body } = await asAnna('PUT', `${added.headers.location}`, aDraft());
    expect(Object(body).recommendations).toEqual([expect.not.objectContaining({ dueAt: expect.anything() })]);
  });

  it('is the date of its ticket, once it is approved', async () => {
    const { id, revision } = await submittedRecord(world, { dueAt: IN_A_MONTH });
    const approve = `/post-mortems/${id}/approve`;
    await api.call(BEN, ['approver'], 'POST', approve, { revision }, { 'if-match': `"${revision}"` });
    await world.deliver();
    const [remediation] = await world.store.remediations(id);
    if (remediation?.state !== 'open') throw new Error(`expected an open remediation, found ${remediation?.state}`);
    const [issue] = world.simulator.issues().filter(({ key }) => key === remediation.ticket.key);
    expect([remediation.dueAt, remediation.firstDueAt, issue?.dueDate]).toEqual([IN_A_MONTH, IN_A_MONTH, '2026-12-20']);
  });
});
