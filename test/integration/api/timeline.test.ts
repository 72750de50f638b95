import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../../shared/domain/record/content/timeline.ts';
import {
  addTimelineEntries,
  changeTimelineEntry,
  removeTimelineEntry,
} from '../../../shared/domain/record/decide/write-record.ts';
import { PartId, type PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { keys } from '../../../shared/store/keys.ts';
import { examineRecord } from '../../../shared/store/records/examine-further.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA } from '../../support/world/people.ts';
import { aPartId } from '../../support/world/records.ts';
import { aCause, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const entry = (minute: number, what = `minute ${minute}`): TimelineEntry => ({
  id: PartId.parse(world.newId()),
  at: new Date(Date.parse('2026-11-20T08:00:00.000Z') + minute * 60_000).toISOString(),
  what,
  kind: 'action',
  origin: 'person',
});

const add = (id: PostMortemId, entries: TimelineEntry[]) =>
  world.store.changePostMortem(id, (record) => addTimelineEntries(record, entries, ANNA), aCause(ANNA));

async function pagesOf(id: PostMortemId, limit: number): Promise<TimelineEntry[][]> {
  const pages: TimelineEntry[][] = [];
  for (let after: { at: string; id: string } | undefined; ; ) {
    const { entries, next } = await world.store.timelinePage(id, { after, limit });
    pages.push(entries);
    if (next === undefined) return pages;
    after = next;
  }
}

describe('a timeline', () => {
  it('comes page by page in the order of time, with what the ticket said among what people wrote', async () => {
    const { id } = await openedRecord(world);
    await add(id, [entry(30), entry(10), entry(20), entry(100_000), entry(100_001)]);
    const whole = await world.store.wholeTimeline(id);
    const pages = await pagesOf(id, 3);
    expect(pages.flat()).toEqual(whole);
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 2]);
    expect(whole.map(({ origin }) => origin)).toContain('ticket');
  });

  it('shows no entry twice and misses none where many have the same time', async () => {
    const { id } = await openedRecord(world);
    await add(
      id,
      Array.from({ length: 7 }, (_, index) => entry(5, `the same minute, ${index}`)),
    );
    const pages = await pagesOf(id, 2);
    expect(pages.flat()).toEqual(await world.store.wholeTimeline(id));
  });

  it('moves an entry whose time was corrected, and does not show what was taken out', async () => {
    const { id } = await openedRecord(world);
    const [late, wrong, other] = [entry(10), entry(20), entry(30)];
    await add(id, [late, wrong, other]);
    await world.store.changeTimelineEntry(
      id,
      late,
      (record, before) => changeTimelineEntry(record, before, { ...entry(40), kind: 'decision' }, ANNA),
      aCause(ANNA),
    );
    const record = await world.store.changeTimelineEntry(
      id,
      wrong,
      (current, before) => removeTimelineEntry(current, before, ANNA),
      aCause(ANNA),
    );
    const own = (await world.store.wholeTimeline(id)).filter(({ origin }) => origin === 'person');
    expect(own.map((one) => [one.id, one.kind])).toEqual([
      [other.id, 'action'],
      [late.id, 'decision'],
    ]);
    expect((await pagesOf(id, 2)).flat()).toEqual(await world.store.wholeTimeline(id));
    expect(record.timelineCounts.decision).toBe(1);
    expect((await examineRecord(world.table, id)).findings).toEqual([]);
  });

  it('counts right when two people correct the same entry at the same moment', async () => {
    const { id, timelineCounts } = await openedRecord(world);
    const one = entry(10);
    await add(id, [one]);
    const correct = (kind: TimelineEntry['kind']) =>
      world.store.changeTimelineEntry(
        id,
        one,
        (record, before) => changeTimelineEntry(record, before, { ...one, kind }, ANNA),
        aCause(ANNA),
      );
    await Promise.all([correct('decision'), correct('communication')]);
    const record = await world.store.postMortem(id);
    const [kept] = (await world.store.wholeTimeline(id)).filter(({ id: entryId }) => entryId === one.id);
    expect(record?.timelineCounts).toEqual({
      ...timelineCounts,
      [kept?.kind ?? '']: timelineCounts[kept?.kind ?? 'action'] + 1,
    });
  });

  it('leaves what the ticket said as it is', async () => {
    const { id } = await openedRecord(world);
    const [told] = await world.store.wholeTimeline(id);
    if (told === undefined) throw new Error('the ticket says when it was opened');
    const change = world.store.changeTimelineEntry(
      id,
      told,
      (record, before) => removeTimelineEntry(record, before, ANNA),
      aCause(ANNA),
    );
    await expect(change).rejects.toThrow('what the ticket said');
  });

  it('is held to its log: an entry that another hand changed shows', async () => {
    const { id } = await openedRecord(world);
    const one = entry(10);
    await add(id, [one]);
    const { client, name } = world.table;
    const Key = keys.timelineEntry(id, one);
    await client.send(new PutCommand({ TableName: name, Item: { ...Key, entry: { ...one, what: 'Nothing' } } }));
    const changed = (await examineRecord(world.table, id)).findings;
    await client.send(new DeleteCommand({ TableName: name, Key }));
    const gone = (await examineRecord(world.table, id)).findings;
    const other = { ...one, id: aPartId() };
    const planted = { ...keys.timelineEntry(id, other), entry: other };
    await client.send(new PutCommand({ TableName: name, Item: planted }));
    const state = (what: string) => ({ kind: 'state', where: 'TIMELINE', what });
    expect([changed, gone, (await examineRecord(world.table, id)).findings]).toEqual([
      [state(`entry ${one.id} is not what the log says`)],
      [state(`entry ${one.id} is gone`)],
      [state(`no entry of the log tells of entry ${other.id}`), state(`entry ${one.id} is gone`)],
    ]);
  });
});
