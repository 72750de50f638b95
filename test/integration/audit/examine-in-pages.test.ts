import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginExamination, findingsOf, RecordExamination } from '../../../shared/domain/history/record-examination.ts';
import { NO_WITNESSES } from '../../../shared/domain/history/record-finding.ts';
import {
  addTimelineEntries,
  changeTimelineEntry,
  removeTimelineEntry,
  writeSection,
} from '../../../shared/domain/record/decide/write-record.ts';
import { PartId, type PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { keys } from '../../../shared/store/keys.ts';
import { examineFurther, examineRecord } from '../../../shared/store/records/examine-further.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { longTimeline } from '../../support/world/long-timeline.ts';
import { ANNA } from '../../support/world/people.ts';
import { aCause, openedRecord, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

/** As it is kept between two calls. */
const kept = (examination: RecordExamination): RecordExamination =>
  RecordExamination.parse(JSON.parse(JSON.stringify(examination)));

/** Examines page by page. @param between what happens after each page */
async function inPages(
  id: PostMortemId,
  between: (examination: RecordExamination, page: number) => unknown = () => undefined,
): Promise<unknown[]> {
  let examination = beginExamination(id);
  for (let page = 1; examination.at !== 'done'; page += 1) {
    examination = kept(await examineFurther(world.table, examination, 1));
    await between(examination, page);
  }
  return findingsOf(examination, NO_WITNESSES, sha256);
}

const set = (key: { pk: string; sk: string }, path: string, value: unknown) =>
  world.table.client.send(
    new UpdateCommand({
      TableName: world.table.name,
      Key: key,
      UpdateExpression: `SET ${path
        .split('.')
        .map((_, index) => `#${index}`)
        .join('.')} = :value`,
      ExpressionAttributeNames: Object.fromEntries(path.split('.').map((name, index) => [`#${index}`, name])),
      ExpressionAttributeValues: { ':value': value },
    }),
  );
const remove = (Key: { pk: string; sk: string }) =>
  world.table.client.send(new DeleteCommand({ TableName: world.table.name, Key }));

const TAMPERED: [string, (id: PostMortemId, fix: string) => Promise<unknown>][] = [
  ['nothing', () => Promise.resolve()],
  ['an entry of the log', (id) => set(keys.event(id, 3), 'event.data.content', { text: 'Nobody clicked.' })],
  ['what an entry has to have', (id) => set(keys.event(id, 2), 'event.actor', 7)],
  ['an entry that is missing', (id) => remove(keys.event(id, 2))],
  ['the head', (id) => set(keys.record(id), 'lastHash', 'abc')],
  ['a field of the record', (id) => set(keys.record(id), 'head.isLinkedToTicket', false)],
  ['the head that is gone', (id) => remove(keys.record(id))],
  ['a fix', (id, fix) => set({ pk: keys.record(id).pk, sk: `REMEDIATION#${fix}` }, 'remediation.dueAt', '2036-01-01')],
  ['the timeline of the ticket', (id) => remove(keys.ticketPack(id, 0))],
];

describe('an examination page by page', () => {
  it.each(TAMPERED)('finds the same as in one go, when somebody changed %s', async (what, tamper) => {
    const { postMortemId, id } = await ticketedRemediation(world);
    await tamper(postMortemId, id);
    const { findings } = await examineRecord(world.table, postMortemId);
    expect([findings.length > 0, await inPages(postMortemId)]).toEqual([what !== 'nothing', findings]);
  });

  it('takes what people write meanwhile for what it is, and sees what another hand does', {
    timeout: 60_000,
  }, async () => {
    const { id } = await openedRecord(world);
    const entries = await longTimeline(world, id, { count: 700, what: 'Seen' });
    const [first, second, third, early] = [entries.at(0), entries.at(1), entries.at(-1), entries.at(-2)];
    if (first === undefined || second === undefined || third === undefined || early === undefined)
      throw new Error('700');
    const correct = (entry: typeof first, decide: typeof changeTimelineEntry, next: typeof first) =>
      world.store.changeTimelineEntry(id, entry, (record, before) => decide(record, before, next, ANNA), aCause(ANNA));
    const added = { ...first, id: PartId.parse(world.newId()), at: '2026-11-01T00:00:00.000Z' };
    let wroteAt = 0;
    const findings = await inPages(id, async ({ at, after }, page) => {
      if (at !== 'timeline' || after === '' || wroteAt > 0) return;
      wroteAt = page;
      await correct(first, changeTimelineEntry, { ...first, what: 'Seen by the proxy' });
      // To where was read already: it would be missed there.
      await correct(third, changeTimelineEntry, { ...third, at: '2026-11-02T00:00:00.000Z' });
      await world.store.changeTimelineEntry(
        id,
        second,
        (record, before) => removeTimelineEntry(record, before, ANNA),
        aCause(ANNA),
      );
      await world.store.changePostMortem(id, (record) => addTimelineEntries(record, [added], ANNA), aCause(ANNA));
      await set(keys.timelineEntry(id, early), 'entry.what', 'Nothing');
    });
    expect([wroteAt > 0, findings]).toEqual([
      true,
      [{ kind: 'state', where: 'TIMELINE', what: `entry ${early.id} is not what the log says` }],
    ]);
  });

  it('says after each page how far it is', async () => {
    const { id } = await openedRecord(world);
    await longTimeline(world, id, { count: 700, what: 'Seen' });
    const told: [string, number][] = [];
    await examineRecord(world.table, id, NO_WITNESSES, ({ at, found }) => told.push([at, found.length]));
    const seen = told.map(([, found]) => found);
    expect(told.map(([at]) => at)).toEqual(['looks', 'timeline', 'timeline', 'state', 'done']);
    expect([seen.at(1), (seen.at(2) ?? 0) >= 500, (seen.at(3) ?? 0) > 700]).toEqual([0, true, true]);
  });

  it('reads on where somebody wrote after the log was read to its end', async () => {
    const { id } = await openedRecord(world);
    const write = (text: string) =>
      world.store.changePostMortem(
        id,
        (record) => writeSection(record, { section: 'summary', content: { text } }, ANNA),
        aCause(ANNA),
      );
    expect(await inPages(id, (_, page) => write(`Draft ${page}`))).toEqual([]);
  });

  it('ends, though each page is a look, too', async () => {
    const { id } = await openedRecord(world);
    const look = () =>
      world.store.logLook(id, { postMortemId: id, what: 'the record', by: ANNA, at: world.now() }, aCause(ANNA));
    await look();
    expect(await inPages(id, look)).toEqual([]);
  });

  it('sees a fault of the log that came while it was read', async () => {
    const { id } = await openedRecord(world);
    const findings = await inPages(id, async (_, page) => {
      if (page !== 2) return;
      const { client, name } = world.table;
      const Item = { ...keys.event(id, 9), event: { type: 'planted' } };
      await client.send(new PutCommand({ TableName: name, Item }));
    });
    expect(findings).toMatchObject([{ kind: 'broken chain', what: expect.stringContaining('no entry of a log') }]);
  });
});
