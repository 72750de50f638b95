import { BatchWriteCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { reindex } from '../../../cli/reindex/reindex.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { keys } from '../../../shared/store/keys.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { submittedRecord, ticketedRemediation } from '../../support/world/stories.ts';

const { world, anna, ben } = apiForEachTest();

async function items(): Promise<Record<string, unknown>[]> {
  const { client, name } = world().table;
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
  return Items.toSorted((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
}
/** What is kept beside the records to list, to find and to count them, and to know what they ask of signals. */
const ofLists = (all: Record<string, unknown>[]) =>
  all.filter(({ pk }) => /^(LINES|FIND|COUNTS|LISTED|ASKEDFOR)/.test(String(pk)));

/** What the lists say. The worker leaves traces besides of where a thing stood before: lines that are gone, counts of nothing. */
const said = (all: Record<string, unknown>[]) =>
  ofLists(all)
    .filter(
      ({ pk, sk: _, removed, ...counts }) =>
        removed !== true && (pk !== 'COUNTS' || Object.values(counts).some((one) => one !== 0)),
    )
    .map(({ version: _, sequence: _s, since: _a, ...rest }) => rest);

/** An installation from before the lists were kept: the same records, and none of it. */
async function withoutLists(): Promise<void> {
  const { client, name } = world().table;
  const keysOfLists = ofLists(await items()).map(({ pk, sk }) => ({ pk, sk }));
  for (let start = 0; start < keysOfLists.length; start += 25) {
    const chunk = keysOfLists.slice(start, start + 25).map((Key) => ({ DeleteRequest: { Key } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [name]: chunk } }));
  }
}

async function run() {
  const { terminal, out } = testTerminal();
  const isFine = await reindex({ installation: world(), terminal, now: world().now, asJson: false });
  return { isFine, out: out() };
}

async function records() {
  await world().publishReports('2026-11-21T09:00:00.000Z');
  const fix = await ticketedRemediation(world());
  const inReview = await submittedRecord(world());
  const body = { kind: 'near miss', title: 'Insider in the treasury', severity: 'low', tlp: 'RED' };
  await anna('POST', '/post-mortems', body);
  await world().deliver();
  expect(world().failures).toEqual([]);
  return { fix, inReview };
}

it('lists what was there before the lists were kept, as it is listed since', async () => {
  await records();
  const asTheWorkerMakesThem = said(await items());
  await withoutLists();
  const before = Object((await ben('GET', '/remediations')).body);
  const first = await run();
  const after = await items();
  const second = await run();
  expect(before).toEqual({ remediations: [] });
  expect(asTheWorkerMakesThem.length).toBeGreaterThan(20);
  expect(asTheWorkerMakesThem.some(({ pk }) => String(pk).startsWith('ASKEDFOR#'))).toBe(true);
  expect(said(after)).toEqual(asTheWorkerMakesThem);
  expect(first).toEqual({
    isFine: true,
    out: '3 records, 1 fix and 2 reports looked at\nthe lists are in step with them\n',
  });
  expect([second, await items()]).toEqual([first, after]);
});

it('knows from the log when fixes changed last that changed before that was kept', async () => {
  await records();
  const asTheWorkerMakesThem = said(await items());
  await withoutLists();
  const { client, name } = world().table;
  for (const { pk, sk, changedAt } of await items()) {
    if (changedAt === undefined) continue;
    await client.send(new UpdateCommand({ TableName: name, Key: { pk, sk }, UpdateExpression: 'REMOVE changedAt' }));
  }
  await run();
  expect(said(await items())).toEqual(asTheWorkerMakesThem);
});

it('ranks fixes from before their impact and feasibility were kept', async () => {
  await records();
  const asTheWorkerMakesThem = said(await items());
  expect(asTheWorkerMakesThem.filter(({ pk }) => String(pk).startsWith('LINES#fix#rank#'))).toHaveLength(2);
  await withoutLists();
  const { client, name } = world().table;
  for (const { pk, sk, remediation } of await items()) {
    if (remediation === undefined) continue;
    const UpdateExpression = 'REMOVE remediation.impact, remediation.feasibility';
    await client.send(new UpdateCommand({ TableName: name, Key: { pk, sk }, UpdateExpression }));
  }
  await run();
  expect(said(await items())).toEqual(asTheWorkerMakesThem);
});

it('goes on when a record cannot be read, and says which', async () => {
  const { fix, inReview } = await records();
  await withoutLists();
  const { client, name } = world().table;
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: keys.record(PostMortemId.parse(inReview.id)),
      UpdateExpression: 'SET head.severity = :odd',
      ExpressionAttributeValues: { ':odd': 'unheard of' },
    }),
  );
  const { isFine, out } = await run();
  const { remediations } = Object((await ben('GET', '/remediations')).body);
  expect([isFine, remediations]).toEqual([false, [expect.objectContaining({ id: fix.id })]]);
  expect(out).toMatch(new RegExp(`1 record could not be listed; the others are:\n  ${inReview.id}: `));
});

it('ends at the first record when it may not write, and calls no record odd for that', async () => {
  await records();
  await withoutLists();
  world().table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'TransactWriteItemsCommand') return next(args);
        throw Object.assign(new Error('dynamodb:PutItem'), { name: 'AccessDeniedException' });
      },
    { step: 'initialize' },
  );
  await expect(run()).rejects.toThrow('dynamodb:PutItem');
});
