import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recorded } from '../../../shared/domain/events/recorded-event.ts';
import { chained, GENESIS } from '../../../shared/domain/history/audit-chain.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { AlreadyExists, VersionConflict } from '../../../shared/store/errors.ts';
import { append } from '../../../shared/store/records/append.ts';
import { testIds } from '../../support/world/ids.ts';
import { ANNA } from '../../support/world/people.ts';
import { aPostMortemId, NOW } from '../../support/world/records.ts';

const postMortemId = aPostMortemId();

/** Error of an append when DynamoDB refuses its writes, of which the head is the first and a pointer the second. */
async function refused(expectedSequence: number | undefined, ...codes: string[]): Promise<unknown> {
  const event = recorded(
    { type: 'Post-Mortem Returned', data: { postMortemId, reason: 'no', by: ANNA } },
    'holdfast',
    { actor: ANNA, correlationId: 'api:1', hops: 0 },
    { now: () => NOW, newId: testIds() },
  );
  const client = z.custom<DynamoDBDocumentClient>().parse({
    send: () =>
      Promise.reject(
        new TransactionCanceledException({
          message: 'cancelled',
          $metadata: {},
          CancellationReasons: codes.map((Code) => ({ Code })),
        }),
      ),
  });
  const pointers = [{ pk: 'JIRA#jira.test#1', sk: 'JIRA' }];
  const events = [chained({ sequence: 7, lastHash: GENESIS }, { ...event, postMortemId }, sha256)];
  return append(
    { client, name: 'records' },
    {
      postMortemId,
      expectedSequence,
      events,
      head: {},
      items: [],
      removals: [],
      pointers,
    },
  ).catch((error: unknown) => error);
}
const FAILED = 'ConditionalCheckFailed';

describe('a change that DynamoDB refuses', () => {
  it.each([
    ['moved on, whatever else it met', 7, [FAILED, FAILED], new VersionConflict(postMortemId)],
    ['moved on', 7, [FAILED, 'None'], new VersionConflict(postMortemId)],
    ['is as expected and its pointer is taken', 7, ['None', FAILED], new AlreadyExists('JIRA#jira.test#1')],
    ['is new and its pointer is taken', undefined, ['None', FAILED], new AlreadyExists('JIRA#jira.test#1')],
    ['is being changed', 7, ['TransactionConflict', 'None'], new VersionConflict(postMortemId)],
  ])('says what that means when the record %s', async (_, expectedSequence, codes, expected) => {
    expect(await refused(expectedSequence, ...codes)).toEqual(expected);
  });
});
