import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../console/data/refusal.ts';
import { type BulkDeed, type BulkDraft, bulkDeedOf } from '../../../console/record/timeline/bulk/bulk-deed.ts';
import { chosenWords, deedWords, doneWords, progressWords } from '../../../console/record/timeline/bulk/bulk-words.ts';
import { type BulkDone, type BulkOutcome, changedBy, runBulk } from '../../../console/record/timeline/bulk/run-bulk.ts';
import { settledBulk } from '../../../console/record/timeline/bulk/settled-bulk.ts';
import { toggled } from '../../../console/record/timeline/bulk/toggled.ts';
import { undoBulk } from '../../../console/record/timeline/bulk/undo-bulk.ts';
import type { Entry, Written } from '../../../console/record/timeline/entries.ts';
import { KINDS } from '../../../console/record/timeline/kind-names.ts';
import { writtenOf } from '../../../console/record/timeline/written-of.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const refusal = (status: number) => new Refusal(new Response('', { status }), undefined);

/** A timeline that knows versions, and in which others write in between. */
function timelineOf(first: readonly Entry[]) {
  const there = new Map(first.map((one) => [one.id, one]));
  let last = 0;
  const versioned = (entry: Omit<Entry, 'etag'>): Entry => {
    last += 1;
    const stored = { ...entry, etag: `"${last}"` };
    there.set(stored.id, stored);
    return stored;
  };
  const current = ({ id, at, etag }: Entry): Entry => {
    const found = there.get(id);
    if (found === undefined || found.at !== at) throw refusal(404);
    if (found.origin === 'ticket') throw refusal(409);
    if (found.etag !== etag) throw refusal(412);
    return found;
  };
  return {
    put: async (old: Entry, { ...written }: Written): Promise<Entry> => {
      const { id, origin, self } = current(old);
      return versioned({ ...written, id, origin, self });
    },
    remove: async (entry: Entry): Promise<void> => void there.delete(current(entry).id),
    addAll: async (written: readonly Written[]): Promise<Entry[]> =>
      written.map((one) => versioned({ ...one, id: crypto.randomUUID(), origin: 'person', self: '' })),
    byOther(id: string) {
      const found = there.get(id);
      if (found !== undefined) versioned({ ...found, what: `${found.what}, by somebody else` });
    },
    now: () => [...there.values()],
    says: () => [...there.values()].map((one) => JSON.stringify(writtenOf(one))).toSorted(),
  };
}

const afterOf = (entry: Entry, deed: BulkDeed): Written =>
  deed.act === 'remove' ? writtenOf(entry) : changedBy(writtenOf(entry), deed);

/** Its writes, of which some are done, or not, without an answer. */
function losing(timeline: ReturnType<typeof timelineOf>, next: () => string) {
  const through = async <Result>(write: () => Promise<Result>): Promise<Result> => {
    const loss = next();
    if (loss === 'on the way') throw new TypeError('fetch failed');
    const result = await write();
    if (loss === 'on the way back') throw new TypeError('fetch failed');
    return result;
  };
  return {
    put: (old: Entry, written: Written) => through(() => timeline.put(old, written)),
    remove: (entry: Entry) => through(() => timeline.remove(entry)),
    step: () => undefined,
  };
}

const entries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      at: fc.integer({ min: Date.UTC(2026, 9, 20), max: Date.UTC(2026, 9, 30) }),
      kind: fc.constantFrom(...KINDS),
      role: fc.option(fc.constantFrom('SOC analyst', 'manager'), { nil: undefined }),
      precision: fc.constantFrom('minute', 'hour', 'day', undefined),
      milestone: fc.constantFrom('began', 'detected', undefined),
      origin: fc.constantFrom('person', 'person', 'ticket'),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ at, role, precision, milestone, ...rest }, index) => ({
      ...{ id: `e${index}`, what: `entry ${index}`, self: '', etag: `"of ${index}"`, ...rest },
      ...{ at: new Date(at).toISOString() },
      ...(role === undefined ? {} : { role }),
      ...(precision === undefined ? {} : { precision }),
      ...(milestone === undefined ? {} : { milestone }),
    })),
  );
const deeds: fc.Arbitrary<BulkDeed> = fc.oneof(
  fc.constantFrom(...KINDS).map((kind) => ({ act: 'kind' as const, kind })),
  fc.constantFrom('', 'SOC analyst').map((role) => ({ act: 'role' as const, role })),
  fc.integer({ min: -9, max: 9 }).map((hours) => ({ act: 'shift' as const, ms: hours * 3_600_000 })),
  fc.constant({ act: 'remove' as const }),
);
const ids = fc.uniqueArray(fc.nat(11).map((index) => `e${index}`));

describe('a change of many entries', () => {
  it('is done to all but those of the ticket and those that somebody changed, and is taken back with nothing else', async () => {
    await mustHold(
      fc.asyncProperty(entries, deeds, ids, ids, async (all, deed, before, after) => {
        const timeline = timelineOf(all);
        for (const id of before) timeline.byOther(id);
        const others = timeline.says();
        const result = await runBulk(all, deed, { ...timeline, step: () => undefined });
        const ofPeople = all.filter(({ origin }) => origin === 'person');
        const told = [...result.done.map(({ before: one }) => one), ...result.failed.map(({ entry }) => entry)];
        expect(told.length + result.same).toBe(ofPeople.length);
        expect(result.untried).toEqual([]);
        expect(result.failed.every(({ entry, why }) => before.includes(entry.id) && why.includes('meanwhile'))).toBe(
          true,
        );
        const touched = result.done.filter(({ now }) => now !== undefined && after.includes(now.id));
        for (const { now } of touched) timeline.byOther(now?.id ?? '');
        const left = await undoBulk(result.done, { ...timeline, newKey: () => 'key' });
        expect(left.map(({ entry }) => entry.id)).toEqual(touched.map(({ before: one }) => one.id));
        if (touched.length === 0) expect(timeline.says()).toEqual(others);
      }),
      { runs: 300 },
    );
  });

  it('is done once though answers are lost, and its undo leaves nothing out', async () => {
    const losses = fc.array(fc.constantFrom('none', 'none', 'on the way', 'on the way back'), { maxLength: 16 });
    const readings = fc.array(fc.boolean(), { maxLength: 16 });
    await mustHold(
      fc.asyncProperty(entries, deeds, losses, readings, async (all, deed, lost, isRead) => {
        const timeline = timelineOf(all);
        const before = timeline.says();
        const left = [...lost];
        const doors = losing(timeline, () => left.shift() ?? 'none');
        let chosen = timeline.now();
        let open: BulkOutcome['open'] = new Set();
        const done: BulkDone[] = [];
        for (let tries = 0; chosen.length > 0 && tries <= lost.length + isRead.length; tries += 1) {
          // What was read last is tried again, where the timeline cannot be read.
          const now = isRead[tries] === false ? undefined : timeline.now();
          const result = settledBulk(await runBulk(chosen, deed, doors, open), deed, now);
          ({ open } = result);
          done.push(...result.done);
          const waits = new Set([...result.failed.map(({ entry }) => entry), ...result.untried].map(({ id }) => id));
          chosen = (now ?? chosen).filter(({ id }) => waits.has(id));
        }
        expect([...open]).toEqual([]);
        const wanted = all
          .filter(({ origin }) => deed.act !== 'remove' || origin === 'ticket')
          .map((one) => JSON.stringify(one.origin === 'ticket' ? writtenOf(one) : afterOf(one, deed)));
        expect(timeline.says()).toEqual(wanted.toSorted());
        expect(await undoBulk(done, { ...timeline, newKey: () => 'key' })).toEqual([]);
        expect(timeline.says()).toEqual(before);
      }),
      { runs: 300 },
    );
  });

  it('takes nothing back that somebody else did: what they took out, or changed to the same', () => {
    const gone = { entry: entryOf('a'), why: 'it is gone' };
    const outcome: BulkOutcome = { done: [], failed: [gone], same: 0, untried: [], open: new Set() };
    const same = { ...outcome, failed: [], same: 1 };
    expect(settledBulk(outcome, { act: 'remove' }, [])).toEqual(same);
    const theirs = entryOf('a', { kind: 'attacker', etag: '"2"' });
    expect(settledBulk(outcome, { act: 'kind', kind: 'attacker' }, [theirs])).toEqual(same);
    expect(settledBulk({ ...outcome, open: new Set(['a']) }, { act: 'kind', kind: 'attacker' }, [theirs])).toEqual({
      ...{ ...same, same: 0 },
      done: [{ before: gone.entry, now: theirs }],
    });
    // Nothing is concluded from a timeline that was not read.
    expect(settledBulk(outcome, { act: 'remove' }, undefined)).toEqual(outcome);
  });

  it('moves instants, and leaves all else of an entry as it is', async () => {
    await mustHold(
      fc.asyncProperty(entries, fc.integer({ min: 1, max: 50 }), async (all, hours) => {
        const { done } = await runBulk(
          all,
          { act: 'shift', ms: hours * 3_600_000 },
          { ...timelineOf(all), step: () => undefined },
        );
        for (const { before, now = before } of done) {
          expect(Date.parse(now.at) - Date.parse(before.at)).toBe(hours * 3_600_000);
          expect({ ...writtenOf(now), at: before.at }).toEqual(writtenOf(before));
        }
      }),
    );
  });

  it('stops where all that follow would fail the same way, and says which were not tried', async () => {
    const all = ['a', 'b', 'c'].map((id) => entryOf(id));
    for (const error of [new TypeError('fetch failed'), refusal(403), refusal(409), refusal(503)]) {
      let calls = 0;
      const doors = {
        ...timelineOf(all),
        put: async (): Promise<Entry> => {
          calls += 1;
          throw error;
        },
        step: () => undefined,
      };
      const { done, failed, untried } = await runBulk(all, { act: 'kind', kind: 'attacker' }, doors);
      expect([calls, done.length, failed.map(({ entry }) => entry.id), untried.map(({ id }) => id)]).toEqual([
        ...[1, 0],
        ['a'],
        ['b', 'c'],
      ]);
    }
  });

  it('makes what was removed again once, under one key, when the first answer is lost', async () => {
    const keys: string[] = [];
    let left = 1;
    const failed = await undoBulk(
      ['a', 'b'].map((id) => ({ before: entryOf(id) })),
      {
        put: async (old) => old,
        newKey: () => crypto.randomUUID(),
        addAll: async (_, key) => {
          keys.push(key);
          if (left-- > 0) throw new TypeError('fetch failed');
          return [];
        },
      },
    );
    expect([failed.length, keys.length, new Set(keys).size]).toEqual([0, 2, 1]);
  });
});

describe('the words of a change of many entries', () => {
  const draft: BulkDraft = { act: 'shift', kind: 'action', role: ' ', amount: '90', unit: 'minutes', way: 'earlier' };

  it('count out what came from the ticket', () => {
    const [person, ticket] = [entryOf('a'), entryOf('b', { origin: 'ticket' })];
    expect(chosenWords([person, person, person, ticket, ticket])).toBe(
      '3 of 5; 2 came from the ticket and stay as they came',
    );
    expect(chosenWords([person])).toBe('1 entry chosen');
    expect(chosenWords([ticket])).toBe('0 of 1; 1 came from the ticket and stays as it came');
  });

  it('say what the button does, and nothing of what cannot be done', () => {
    const said = (change: Partial<BulkDraft>) => {
      const deed = bulkDeedOf({ ...draft, ...change });
      return deed === undefined ? undefined : deedWords(change.act ?? draft.act, deed, 2);
    };
    expect(said({})).toBe('Move 2 entries by 1 h 30 min');
    expect(bulkDeedOf(draft)).toEqual({ act: 'shift', ms: -5_400_000 });
    expect(['0', '', '-3', '1.5', '1e3'].map((amount) => said({ amount }))).toEqual(Array(5).fill(undefined));
    expect(said({ act: 'role' })).toBe('Take out the role of 2 entries');
    expect(said({ act: 'kind', kind: 'other' })).toBeUndefined();
    expect(said({ act: 'remove' })).toBe('Remove 2 entries');
  });

  it('tell what was done and what was so already, and of many how far it is', () => {
    const done = [{ before: entryOf('a') }];
    expect(doneWords({ act: 'kind', kind: 'action' }, { done, failed: [], untried: [], same: 2 })).toBe(
      '1 entry changed; 2 were so already',
    );
    const failed = [{ entry: entryOf('b'), why: 'it is gone' }];
    expect(doneWords({ act: 'remove' }, { done, failed, untried: [entryOf('c')], same: 0 })).toBe(
      '1 entry removed; the log keeps what was said; 2 not done',
    );
    const told = (count: number) => Array.from({ length: count }, (_, at) => progressWords(at, count)).filter(Boolean);
    expect(told(5)).toEqual([]);
    expect(told(12)).toEqual(['0 of 12 are through', '5 of 12 are through', '10 of 12 are through']);
  });
});

describe('boxes that are pressed', () => {
  it('give all of a range what the last one gets, and touch nothing outside of it', () => {
    const order = Array.from({ length: 12 }, (_, index) => `e${index}`);
    const one = fc.constantFrom(...order);
    mustHold(
      fc.property(ids, one, fc.option(one, { nil: undefined }), (before, id, from) => {
        const chosen = new Set(before);
        const next = toggled(order, chosen, id, from);
        const [a, b] = [order.indexOf(from ?? id), order.indexOf(id)];
        for (const [at, other] of order.entries()) {
          const isInRange = at >= Math.min(a, b) && at <= Math.max(a, b);
          expect(next.has(other)).toBe(isInRange ? !chosen.has(id) : chosen.has(other));
        }
      }),
    );
    expect(toggled(order, new Set(), 'e3', 'hidden now')).toEqual(new Set(['e3']));
  });
});

function entryOf(id: string, more: Partial<Entry> = {}): Entry {
  const at = '2026-11-19T07:12:00.000Z';
  return { ...{ id, at, what: id, kind: 'action', origin: 'person', self: '', etag: `"${id}"` }, ...more };
}
