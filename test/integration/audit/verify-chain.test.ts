import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorChainsHandler } from '../../../functions/anchor-chains/handler.ts';
import { readAnchors } from '../../../shared/audit/read-anchors.ts';
import { type VerifyReport, verifyRecords } from '../../../shared/audit/verify-records.ts';
import { type ChainHead, chained, GENESIS } from '../../../shared/domain/history/audit-chain.ts';
import { writeSection } from '../../../shared/domain/record/decide/write-record.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { keys } from '../../../shared/store/keys.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { anchorFiles } from '../../support/samples/anchor-files.ts';
import { ANNA } from '../../support/world/people.ts';
import { aPostMortemId } from '../../support/world/records.ts';
import { aCause, openedRecord, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let files: ReturnType<typeof anchorFiles>;
beforeEach(async () => {
  world = await startWorld(endpoint());
  files = anchorFiles(world.now);
});
afterEach(() => world.close());

const anchor = () => anchorChainsHandler({ ...world, putNew: files.putNew })();
const verify = (only?: PostMortemId): Promise<VerifyReport> =>
  verifyRecords({ table: world.table, anchors: readAnchors(files.all()), now: world.now }, only);
const findingsOf = async (id: PostMortemId) => (await verify(id)).records[0]?.findings;

const update = (key: { pk: string; sk: string }, path: string[], value: unknown) =>
  world.table.client.send(
    new UpdateCommand({
      TableName: world.table.name,
      Key: key,
      UpdateExpression: `SET ${path.map((_, index) => `#${index}`).join('.')} = :value`,
      ExpressionAttributeNames: Object.fromEntries(path.map((name, index) => [`#${index}`, name])),
      ExpressionAttributeValues: { ':value': value },
    }),
  );
const remove = (Key: { pk: string; sk: string }) =>
  world.table.client.send(new DeleteCommand({ TableName: world.table.name, Key }));

/** Item as it was stored before these fields were kept. */
const withoutYoungerFields = (id: PostMortemId) =>
  world.table.client.send(
    new UpdateCommand({
      TableName: world.table.name,
      Key: keys.record(id),
      UpdateExpression: 'REMOVE #head.#writtenRevision',
      ExpressionAttributeNames: { '#head': 'head', '#writtenRevision': 'writtenRevision' },
    }),
  );

describe('verify-chain', () => {
  it('takes a record from before a field was kept for what it is, until it is written in again', async () => {
    const { id } = await openedRecord(world);
    await withoutYoungerFields(id);
    const older = await findingsOf(id);
    await world.store.changePostMortem(
      id,
      (record) => writeSection(record, { section: 'summary', content: { text: 'Two people were phished.' } }, ANNA),
      aCause(ANNA),
    );
    const written = await findingsOf(id);
    await update(keys.record(id), ['head', 'writtenRevision'], 1);
    expect([older, written, (await findingsOf(id))?.length]).toEqual([[], [], 1]);
  });

  it('finds nothing in records that only their log has changed, before and after they are anchored', async () => {
    const remediation = await ticketedRemediation(world);
    const whole = { postMortemId: remediation.postMortemId, entries: expect.any(Number), findings: [] };
    expect(await verify()).toEqual({
      isWhole: true,
      anchors: { days: 0, from: undefined, to: undefined, findings: [] },
      records: [{ ...whole, anchoredUpTo: 0 }],
    });

    world.clock.advance('P1D');
    await anchor();
    const after = await verify();
    expect(after).toEqual({
      isWhole: true,
      anchors: { days: 30, from: '2026-10-23', to: '2026-11-21', findings: [] },
      records: [{ ...whole, anchoredUpTo: after.records[0]?.entries }],
    });
  });

  it('names the first entry that was edited', async () => {
    const { postMortemId } = await ticketedRemediation(world);
    await update(keys.event(postMortemId, 3), ['event', 'data', 'content'], { text: 'Nobody clicked.' });
    await update(keys.event(postMortemId, 5), ['event', 'actor', 'name'], 'Somebody else');
    expect(await findingsOf(postMortemId)).toEqual([
      { kind: 'broken chain', where: 'EVENT#0000000003', what: 'its content was changed' },
    ]);
  });

  it('sees that the newest look at a restricted record was taken out, before the day is anchored and after', async () => {
    const { id } = await openedRecord(world);
    const look = (who: string) => {
      const by = { kind: 'person' as const, id: who, name: who };
      return world.store.logLook(id, { postMortemId: id, what: 'the record', by, at: world.now() }, aCause(ANNA));
    };
    await look('olga');
    const first = (await world.store.looks(id)).at(0);
    await look('eve');
    const before = await findingsOf(id);
    await remove(keys.look(id, 2));
    const cut = await findingsOf(id);
    await update(keys.looks(id), ['sequence'], 1);
    await update(keys.looks(id), ['lastHash'], first?.hash);
    const hidden = await findingsOf(id);
    world.clock.advance('P1D');
    await anchor();
    expect([before, cut, hidden, await findingsOf(id)]).toMatchObject([
      [],
      [
        { kind: 'head', where: 'LOOKS' },
        { kind: 'anchor', where: 'LOOKED#2026-11-21' },
      ],
      [{ kind: 'anchor', where: 'LOOKED#2026-11-21' }],
      [{ kind: 'anchor', where: 'anchors/2026-11-21.json' }],
    ]);
  });

  it('sees a field that was put into an entry, though no code of ours would read it', async () => {
    const { id } = await openedRecord(world);
    await update(keys.event(id, 1), ['event', 'note'], 'hello');
    expect(await findingsOf(id)).toMatchObject([{ kind: 'broken chain', where: 'EVENT#0000000001' }]);
  });

  it('names the entry that is missing, and the end that was cut off', async () => {
    const { postMortemId } = await ticketedRemediation(world);
    const { length } = await world.store.events(postMortemId);
    await remove(keys.event(postMortemId, length));
    expect(await findingsOf(postMortemId)).toMatchObject([
      { kind: 'head', where: 'RECORD', what: expect.stringContaining(`it names entry ${length}`) },
      { kind: 'anchor', where: 'CHANGED#2026-11-21' },
      { kind: 'state' },
    ]);
    await remove(keys.event(postMortemId, 2));
    expect(await findingsOf(postMortemId)).toMatchObject([
      { kind: 'broken chain', where: 'EVENT#0000000002', what: 'entry missing: the next one is 3' },
      { kind: 'anchor' },
    ]);
  });

  it('sees a state that the log does not tell of', async () => {
    const { postMortemId, id } = await ticketedRemediation(world);
    await update(keys.remediation(postMortemId, id), ['remediation', 'dueAt'], '2036-01-01T00:00:00.000Z');
    await update(keys.record(postMortemId), ['head', 'isLinkedToTicket'], false);
    await remove(keys.part(postMortemId, 'SECTION#impact'));
    expect(await findingsOf(postMortemId)).toEqual([
      { kind: 'state', where: 'RECORD', what: 'not what the log says: isLinkedToTicket, sections' },
      { kind: 'state', where: `REMEDIATION#${id}`, what: 'not what the log says: dueAt' },
    ]);
  });

  it('sees a remediation that was removed, and one that was put there', async () => {
    const { postMortemId, id } = await ticketedRemediation(world);
    const { client, name } = world.table;
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: keys.remediation(postMortemId, id), ConsistentRead: true }),
    );
    const stranger = '01KA00000000000000000ZZZZZ';
    await client.send(
      new PutCommand({
        TableName: name,
        Item: { ...Item, sk: `REMEDIATION#${stranger}`, remediation: { ...Item?.remediation, id: stranger } },
      }),
    );
    await remove(keys.remediation(postMortemId, id));
    expect(new Set(await findingsOf(postMortemId))).toEqual(
      new Set([
        { kind: 'state', where: `REMEDIATION#${id}`, what: 'the log tells of it, the table does not have it' },
        { kind: 'state', where: `REMEDIATION#${stranger}`, what: 'no entry of the log tells of it' },
      ]),
    );
  });

  it('says what cannot be read, and goes on', async () => {
    const { postMortemId, id } = await ticketedRemediation(world);
    await update(keys.remediation(postMortemId, id), ['remediation', 'state'], 'done');
    expect(await findingsOf(postMortemId)).toMatchObject([
      { kind: 'unreadable', where: `REMEDIATION#${id}`, what: expect.stringContaining('does not have the shape') },
    ]);
  });

  it('sees a whole chain that was rewritten, hash by hash, state and all, by the anchor', async () => {
    const { id } = await openedRecord(world);
    const write = (text: string) =>
      world.store.changePostMortem(
        id,
        (record) => writeSection(record, { section: 'summary', content: { text } }, ANNA),
        aCause(ANNA),
      );
    await write('Two people clicked.');
    world.clock.advance('P1D');
    await write('They entered their passwords, too.');
    world.clock.advance('P1D');
    await anchor();
    expect(await findingsOf(id)).toEqual([]);

    await rewriteHistory(id, 'They entered their passwords, too.', 'They entered nothing.');
    expect((await world.store.postMortem(id))?.sections.summary?.text).toBe('They entered nothing.');
    expect(await findingsOf(id)).toMatchObject([
      {
        kind: 'anchor',
        where: 'anchors/2026-11-22.json',
        what: expect.stringMatching(/^entry 4 had the hash .+: the log was rewritten after entry 3$/),
      },
    ]);
  });

  it('sees a record that is gone', async () => {
    const { id } = await openedRecord(world);
    world.clock.advance('P1D');
    await anchor();
    const items = [keys.record(id), keys.event(id, 1), keys.event(id, 2)];
    for (const key of items) await remove(key);
    expect(await findingsOf(id)).toEqual([
      {
        kind: 'missing record',
        where: `PM#${id}`,
        what: 'anchors/2026-11-21.json says that it had 2 entries; the table has nothing of it',
      },
    ]);
  });

  it('sees anchors that were forged, written over or left out', async () => {
    await openedRecord(world);
    world.clock.advance('P1D');
    await anchor();
    const [first, second, third] = files.all();
    if (first === undefined || second === undefined || third === undefined) throw new Error('expected three anchors');
    const { findings } = readAnchors([
      { ...first, isChangedLater: true },
      { ...third, writtenAt: '2026-10-25T23:00:00.000Z' },
      { ...second, key: 'anchors/2026-12-01.json' },
    ]);
    expect(findings.map(({ where, what }) => [where, what])).toEqual([
      ['anchors/2026-10-23.json', 'it was written over or deleted later; its first version counts, and is still there'],
      ['anchors/2026-10-25.json', 'it was written before that day was over: anchor-chains did not write it'],
      ['anchors/', 'no anchors between 2026-10-23 and 2026-10-25'],
      ['anchors/2026-12-01.json', 'it is no anchor of that day'],
    ]);
  });

  it('says so when days are not anchored in time', async () => {
    await openedRecord(world);
    world.clock.advance('P3D');
    expect(await verify()).toMatchObject({
      isWhole: false,
      anchors: {
        findings: [{ where: 'CHANGED#2026-11-21', what: 'records changed on that day, and it is not anchored' }],
      },
    });
  });

  it('says so when a day on which records were only looked at is not anchored in time', async () => {
    const { id } = await openedRecord(world);
    world.clock.advance('P1D');
    await anchor();
    const olga = { kind: 'person' as const, id: 'olga', name: 'Olga' };
    await world.store.logLook(id, { postMortemId: id, what: 'the record', by: olga, at: world.now() }, aCause(ANNA));
    world.clock.advance('P3D');
    expect(await verify()).toMatchObject({
      isWhole: false,
      anchors: {
        findings: [{ where: 'LOOKED#2026-11-22', what: 'records were looked at on that day, and it is not anchored' }],
      },
    });
  });

  it('says so when there is no such record', async () => {
    const id = aPostMortemId();
    await expect(verify(id)).rejects.toThrow(new NotFound(`post-mortem ${id}`));
  });
});

/** Forges the log as somebody with every right on the table would: changes a text, and computes all that depends on it anew. */
async function rewriteHistory(id: PostMortemId, from: string, to: string): Promise<void> {
  let head: ChainHead = { sequence: 0, lastHash: GENESIS };
  for (const { sequence: _, previousHash: _p, hash: _h, ...event } of await world.store.events(id)) {
    const entry = chained(head, JSON.parse(JSON.stringify(event).replaceAll(from, to)), sha256);
    head = { sequence: entry.sequence, lastHash: entry.hash };
    await update(keys.event(id, entry.sequence), ['event'], entry);
  }
  await update(keys.record(id), ['lastHash'], head.lastHash);
  await update(keys.part(id, 'SECTION#summary'), ['content', 'text'], to);
}
