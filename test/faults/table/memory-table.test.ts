import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { recorded } from '../../../shared/domain/events/recorded-event.ts';
import { openPostMortem } from '../../../shared/domain/record/decide/open-record.ts';
import { addTimelineEntry } from '../../../shared/domain/record/decide/write-record.ts';
import { PartId } from '../../../shared/domain/words/identifiers.ts';
import { historiesAbout, storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { readCursor, writeCursor } from '../../../shared/store/queues/cursor.ts';
import { dueReviews } from '../../../shared/store/queues/due.ts';
import { recordStore } from '../../../shared/store/records/record-store.ts';
import { queryPages, type Table } from '../../../shared/store/table.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { createRecordTable } from '../../support/machine/record-table.ts';
import { testIds } from '../../support/world/ids.ts';
import { ANNA } from '../../support/world/people.ts';
import { anIncident, aPostMortemId, NOW, TICKET } from '../../support/world/records.ts';
import { aCause } from '../../support/world/stories.ts';
import { simulationConfig } from '../simulation-config.ts';
import { createMemoryTable } from './memory-table.ts';

const endpoint = engineForThisFile();

/** Holds both to the same behaviour: what the simulation says about the record store is true of the real table, too. */
describe.each([
  ['the table in memory', () => Promise.resolve({ client: createMemoryTable().client(), name: 'records' })],
  ['a real engine', () => createRecordTable(endpoint())],
])('%s', (_, createTable) => {
  let table: Table;
  let newId: () => string;
  beforeEach(async () => {
    table = await createTable();
    newId = testIds();
  });

  const put = (item: Record<string, unknown>, condition?: string) =>
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: item,
        ...(condition === undefined
          ? {}
          : { ConditionExpression: condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }),
      }),
    );
  const get = async (pk: string, sk: string) =>
    (await table.client.send(new GetCommand({ TableName: table.name, Key: { pk, sk }, ConsistentRead: true }))).Item;

  it('gives back what was put, without the fields that are undefined', async () => {
    await put({ pk: 'a', sk: '1', deep: { list: [1, 'two', { three: true }], none: undefined }, nothing: null });
    expect(await get('a', '1')).toEqual({
      pk: 'a',
      sk: '1',
      deep: { list: [1, 'two', { three: true }] },
      nothing: null,
    });
    expect(await get('a', '2')).toBeUndefined();
  });

  it('refuses a put whose condition fails, and shows what stands there', async () => {
    await put({ pk: 'a', sk: '1', word: 'first' }, 'attribute_not_exists(pk)');
    const refusal = await put({ pk: 'a', sk: '1', word: 'second' }, 'attribute_not_exists(pk)').catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(ConditionalCheckFailedException);
    expect(refusal).toMatchObject({ Item: { pk: { S: 'a' }, sk: { S: '1' }, word: { S: 'first' } } });
    expect(await get('a', '1')).toMatchObject({ word: 'first' });
  });

  const transaction = (...items: { pk: string; sk: string; isNew: boolean }[]) =>
    table.client.send(
      new TransactWriteCommand({
        TransactItems: items.map(({ pk, sk, isNew }) => ({
          Put: {
            TableName: table.name,
            Item: { pk, sk },
            ...(isNew ? { ConditionExpression: 'attribute_not_exists(pk)' } : {}),
          },
        })),
      }),
    );

  it('writes all of a transaction or none, and names the reasons in order', async () => {
    await put({ pk: 'a', sk: '2' });
    const refusal = await transaction({ pk: 'a', sk: '1', isNew: true }, { pk: 'a', sk: '2', isNew: true }).catch(
      (error: unknown) => error,
    );
    if (!(refusal instanceof TransactionCanceledException)) throw refusal;
    expect(refusal.CancellationReasons?.map(({ Code }) => Code)).toEqual(['None', 'ConditionalCheckFailed']);
    expect(await get('a', '1')).toBeUndefined();
  });

  it('refuses two writes to one item, and more than 100 items, in one transaction', async () => {
    const twice = { pk: 'a', sk: '1', isNew: false };
    await expect(transaction(twice, twice)).rejects.toMatchObject({ name: 'ValidationException' });
    const many = Array.from({ length: 101 }, (_item, index) => ({ pk: 'a', sk: `${index}`, isNew: false }));
    await expect(transaction(...many)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('refuses an item of more than 400 KB', async () => {
    await expect(put({ pk: 'a', sk: '1', text: 'x'.repeat(410 * 1_024) })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('refuses a key of more than 2,048 bytes, and a sort key of more than 1,024', async () => {
    const name = 'ValidationException';
    await expect(put({ pk: 'x'.repeat(2_049), sk: '1' })).rejects.toMatchObject({ name });
    await expect(put({ pk: 'a', sk: 'x'.repeat(1_025) })).rejects.toMatchObject({ name });
    await expect(get('x'.repeat(2_049), '1')).rejects.toMatchObject({ name });
    await expect(put({ pk: 'x'.repeat(2_048), sk: 'x'.repeat(1_024) })).resolves.toBeDefined();
  });

  it.each([
    ['in a text', { word: 'half \ud83d' }],
    ['in a list within a map', { deep: { list: ['\ude00 half'] } }],
    ['in the name of a field', { deep: { '\ud83d': 1 } }],
  ])('refuses half of a character %s', async (_where, fields) => {
    await expect(put({ pk: 'a', sk: '1', ...fields })).rejects.toMatchObject({ name: 'SerializationException' });
    await expect(put({ pk: 'a', sk: '1', word: 'NUL \u0000, emoji \ud83d\ude00' })).resolves.toBeDefined();
  });

  it('updates under a condition, sets and removes', async () => {
    const change = (expected: number) =>
      table.client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Update: {
                TableName: table.name,
                Key: { pk: 'a', sk: '1' },
                UpdateExpression: 'SET #sequence = :sequence REMOVE #old',
                ConditionExpression: '#sequence = :expected',
                ExpressionAttributeNames: { '#sequence': 'sequence', '#old': 'old' },
                ExpressionAttributeValues: { ':sequence': expected + 1, ':expected': expected },
              },
            },
          ],
        }),
      );
    await put({ pk: 'a', sk: '1', sequence: 1, old: 'x' });
    await change(1);
    await expect(change(1)).rejects.toBeInstanceOf(TransactionCanceledException);
    expect(await get('a', '1')).toEqual({ pk: 'a', sk: '1', sequence: 2 });
  });

  it('adds to a number, which need not be there', async () => {
    const add = (by: number) =>
      table.client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Update: {
                TableName: table.name,
                Key: { pk: 'a', sk: 'counted' },
                UpdateExpression: 'ADD #mark :by',
                ExpressionAttributeNames: { '#mark': 'AMBER+STRICT' },
                ExpressionAttributeValues: { ':by': by },
              },
            },
          ],
        }),
      );
    await add(2);
    await add(-3);
    expect(await get('a', 'counted')).toEqual({ pk: 'a', sk: 'counted', 'AMBER+STRICT': -1 });
  });

  it('reads several items together, in the order in which they were asked for', async () => {
    await put({ pk: 'a', sk: '1' });
    const keys = [
      { pk: 'b', sk: '1' },
      { pk: 'a', sk: '1' },
    ];
    const TransactItems = keys.map((Key) => ({ Get: { TableName: table.name, Key } }));
    const { Responses } = await table.client.send(new TransactGetCommand({ TransactItems }));
    expect(Responses?.map(({ Item }) => Item)).toEqual([undefined, { pk: 'a', sk: '1' }]);
  });

  it('queries a partition by prefix and by range, in pages, forth and back', async () => {
    for (const sk of ['b2', 'a1', 'b1', 'c1']) await put({ pk: 'a', sk });
    const query = async (input: Partial<QueryCommand['input']>) => {
      const found: unknown[] = [];
      const asked = {
        Limit: 1,
        ...input,
        ExpressionAttributeValues: { ':pk': 'a', ...input.ExpressionAttributeValues },
      };
      for await (const page of queryPages(table, asked)) found.push(...page.map(({ sk }) => sk));
      return found;
    };
    expect({
      prefix: await query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :p)',
        ExpressionAttributeValues: { ':p': 'b' },
      }),
      range: await query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :a AND :b',
        ExpressionAttributeValues: { ':a': 'a2', ':b': 'b2' },
      }),
      back: await query({
        KeyConditionExpression: 'pk = :pk AND sk <= :b',
        ExpressionAttributeValues: { ':b': 'b1' },
        ScanIndexForward: false,
      }),
    }).toEqual({ prefix: ['b1', 'b2'], range: ['b1', 'b2'], back: ['b1', 'a1'] });
  });

  it('shows in a sparse index what is due, by time', async () => {
    await put({ pk: 'a', sk: '1', nextActionQueue: 'create#0', nextActionAt: '2026-01-02', word: 'x' });
    await put({ pk: 'b', sk: '1', nextActionQueue: 'create#0', nextActionAt: '2026-01-01' });
    await put({ pk: 'c', sk: '1', nextActionQueue: 'create#1', nextActionAt: '2026-01-01' });
    await put({ pk: 'd', sk: '1', word: 'not due' });
    const due = async () => {
      const { Items } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: 'byNextAction',
          KeyConditionExpression: 'nextActionQueue = :queue AND nextActionAt <= :until',
          ExpressionAttributeValues: { ':queue': 'create#0', ':until': '2026-01-02' },
        }),
      );
      return Items;
    };
    expect(await due()).toEqual([
      { pk: 'b', sk: '1', nextActionQueue: 'create#0', nextActionAt: '2026-01-01' },
      { pk: 'a', sk: '1', nextActionQueue: 'create#0', nextActionAt: '2026-01-02' },
    ]);
    await put({ pk: 'b', sk: '1' });
    expect((await due())?.map(({ pk }) => pk)).toEqual(['a']);
  });

  it('carries the record store: opens, changes, replays, finds what is due', async () => {
    const rules = simulationConfig();
    const store = recordStore({ table, rules, now: () => NOW, newId, backOff: () => Promise.resolve() });
    const id = aPostMortemId();
    await store.open(id, TICKET, openPostMortem(id, anIncident(), [], NOW, rules), aCause());
    const add = (what: string) => {
      const entry = { id: PartId.parse(newId()), at: NOW, what, kind: 'action' as const, origin: 'person' as const };
      return store.changePostMortem(id, (record) => addTimelineEntry(record, entry, ANNA), aCause(ANNA));
    };
    await Promise.all(['one', 'two', 'three'].map(add));
    const timeline = await store.wholeTimeline(id);
    expect(timeline.map(({ what }) => what).toSorted()).toEqual(['one', 'three', 'two']);
    expect((await store.events(id)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(await store.postMortemOfTicket(TICKET)).toBe(id);
    expect((await dueReviews(table, '9999-12-31T00:00:00.000Z')).map((head) => head.id)).toEqual([id]);
    await expect(
      store.open(aPostMortemId(), TICKET, openPostMortem(id, anIncident(), [], NOW, rules), aCause()),
    ).rejects.toThrow('exists already');
  });

  it('carries cursors and signals', async () => {
    await writeCursor(table, 'sweep', NOW);
    const signal = {
      id: 's',
      subject: { type: 'control' as const, id: 'c' },
      outcome: 'pass' as const,
      observedAt: NOW,
      source: 'scanner',
    };
    const event = recorded({ type: 'Signal Recorded', data: { signal } }, 'holdfast', aCause(), {
      now: () => NOW,
      newId,
    });
    const outcomes = [await storeSignal(table, signal, event), await storeSignal(table, signal, event)];
    expect({
      outcomes,
      cursor: await readCursor(table, 'sweep'),
      histories: await historiesAbout(table, signal.subject),
    }).toEqual({
      outcomes: ['stored', 'repeated'],
      cursor: NOW,
      histories: [
        {
          source: 'scanner',
          resource: '*',
          stretches: [{ outcome: 'pass', from: Date.parse(NOW), to: Date.parse(NOW), fails: [], answers: [] }],
          notJudged: { times: [] },
        },
      ],
    });
  });
});

describe('the table in memory', () => {
  it('throws on an expression and on a command that it does not know', async () => {
    const client = createMemoryTable().client();
    const size = { TableName: 'records', Item: { pk: 'a', sk: '1' }, ConditionExpression: 'size(pk) > :n' };
    await expect(client.send(new PutCommand(size))).rejects.toThrow('does not know the condition "size(pk) > :n"');
    await expect(client.send(new DeleteCommand({ TableName: 'records', Key: { pk: 'a', sk: '1' } }))).rejects.toThrow(
      'does not know DeleteCommand',
    );
  });

  it('shows an index what the table had some time ago, each item by itself and never going back', () => {
    let nowMs = 0;
    const lags = [100, 0];
    const table = createMemoryTable({ nowMs: () => nowMs, indexLagMs: () => lags.shift() ?? 0 });
    const due = () =>
      table.execute(
        new QueryCommand({
          TableName: 'records',
          IndexName: 'byDeadline',
          KeyConditionExpression: 'deadlineQueue = :queue AND deadlineAt <= :until',
          ExpressionAttributeValues: { ':queue': 'q', ':until': '9' },
        }),
      );
    table.execute(
      new PutCommand({ TableName: 'records', Item: { pk: 'a', sk: '1', deadlineQueue: 'q', deadlineAt: '1' } }),
    );
    expect(due()).toMatchObject({ Count: 0 });
    nowMs = 100;
    expect(due()).toMatchObject({ Count: 1 });
  });
});
