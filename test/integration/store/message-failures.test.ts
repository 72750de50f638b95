import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { syncRemediationHandler } from '../../../functions/sync-remediation/handler.ts';
import { rememberFailures } from '../../../runtime/queue/remember-failures.ts';
import { failureOf } from '../../../shared/store/inbox/failures.ts';
import { keys } from '../../../shared/store/keys.ts';
import { ticketSites } from '../../../shared/tickets/ticket-sites.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { CONTEXT, sqsEventOf, startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const changed = () =>
  world.event({
    type: 'Remediation Ticket Changed',
    data: { site: world.tickets.site, issueId: '1', key: 'PLAT-1', change: 'updated' },
  });
/** A worker whose Jira does not answer. */
const failingWorker = (remember = rememberFailures('sync-remediation', world)) =>
  syncRemediationHandler({
    ...world,
    remember,
    ticketSites: ticketSites([{ ...world.tickets, show: () => Promise.reject(new Error('no answer within 500 ms')) }]),
  });

describe('a message that fails', () => {
  it('leaves its reason under its id, for 15 days', async () => {
    const event = changed();
    const answer = await failingWorker()(sqsEventOf(event), CONTEXT);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: event.id }] });
    expect(await failureOf(world.table, event.id)).toEqual({
      messageId: event.id,
      worker: 'sync-remediation',
      queue: 'queue-of-the-tests',
      reason: 'Error: no answer within 500 ms',
      at: world.now(),
      receiveCount: 1,
      eventId: event.id,
      type: 'Remediation Ticket Changed',
    });
    const { Item } = await world.table.client.send(
      new GetCommand({ TableName: world.table.name, Key: keys.failure(event.id), ConsistentRead: true }),
    );
    expect(Item?.expiresAt).toBe(Date.parse('2026-12-06T10:00:00Z') / 1_000);
  });

  it('leaves its reason when it is no event at all', async () => {
    const [record] = sqsEventOf(changed()).Records;
    const nonsense = z.custom<SQSEvent>().parse({ Records: [{ ...record, messageId: 'nonsense', body: 'hello' }] });
    await failingWorker()(nonsense, CONTEXT);
    const failure = await failureOf(world.table, 'nonsense');
    expect(failure).toMatchObject({ messageId: 'nonsense', reason: expect.stringMatching(/^SyntaxError: /) });
    expect(failure).not.toHaveProperty('type');
  });

  it('leaves its reason when what it says of itself holds half of a character', async () => {
    const [record] = sqsEventOf(changed()).Records;
    const body = { 'detail-type': 'Odd \ud83d', detail: { metadata: { id: '\ude00' } } };
    const odd = { ...record, messageId: 'odd', body: JSON.stringify(body) };
    await failingWorker()(z.custom<SQSEvent>().parse({ Records: [odd] }), CONTEXT);
    expect(await failureOf(world.table, 'odd')).toMatchObject({ type: 'Odd \ufffd', eventId: '\ufffd' });
  });

  it('goes back to its queue all the same when its reason cannot be kept', async () => {
    const event = changed();
    const nowhere = rememberFailures('sync-remediation', {
      ...world,
      table: { ...world.table, name: 'no-such-table' },
    });
    const answer = await failingWorker(nowhere)(sqsEventOf(event), CONTEXT);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: event.id }] });
    expect(await failureOf(world.table, event.id)).toBeUndefined();
  });
});
