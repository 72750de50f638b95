import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../../console/data/refusal.ts';
import { addOnce, type Sent } from '../../../console/record/timeline/add-once.ts';
import { changeOnce } from '../../../console/record/timeline/change-once.ts';
import { draftDifferences } from '../../../console/record/timeline/draft-differences.ts';
import { draftOf, emptyDraft, placedOf } from '../../../console/record/timeline/drafts.ts';
import { aboutEntry, aboutNew, editingOf } from '../../../console/record/timeline/editing.ts';
import type { Entry, Written } from '../../../console/record/timeline/entries.ts';
import { dropEntry, isEntryTyped, keepEntry, keptEntries } from '../../../console/record/timeline/entry-draft.ts';
import { focusNew } from '../../../console/record/timeline/focus-new.ts';
import { between, rowsOf } from '../../../console/record/timeline/gaps.ts';
import { asSent, importLines, NOTHING_SENT } from '../../../console/record/timeline/import-lines.ts';
import type { Line } from '../../../console/record/timeline/paste/lines.ts';
import { rebasedDraft } from '../../../console/record/timeline/rebased-draft.ts';
import { removeOnce } from '../../../console/record/timeline/remove-once.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const device = new Map<string, unknown>();
vi.mock('idb-keyval', () => ({
  set: async (key: string, value: unknown) => void device.set(key, value),
  del: async (key: string) => void device.delete(key),
  entries: async () => [...device],
}));

const entry = (id: string, at: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id, at, what: id, kind: 'action', origin: 'person', self: '', etag: `"${id}"` },
  ...more,
});

type Fault = 'none' | 'lost on the way' | 'lost on the way back' | 'refused' | 'broken';
const faults = fc.constantFrom<Fault>('none', 'lost on the way', 'lost on the way back', 'refused', 'broken');

const refusal = (status: number) => new Refusal(new Response('', { status }), undefined);

/** What becomes of a call on its way, before it comes to anything. */
function onTheWay(fault: Fault): void {
  if (fault === 'lost on the way') throw new TypeError('fetch failed');
  if (fault === 'refused') throw refusal(403);
  if (fault === 'broken') throw refusal(503);
}

/** A timeline whose answers get lost, that makes nothing twice under one key, and changes only the version that was seen. */
function serverOf(next: (call: 'add' | 'change') => Fault) {
  const made = new Map<string, { asked: string; entries: Entry[] }>();
  const there = new Map<string, Entry>();
  const stored = (one: Entry) => {
    there.set(one.id, one);
    return one;
  };
  const addAll = async (written: readonly Written[], key: string): Promise<Entry[]> => {
    const fault = next('add');
    onTheWay(fault);
    const before = made.get(key);
    const asked = JSON.stringify(written);
    if (before !== undefined && before.asked !== asked) throw refusal(422);
    const entries = before?.entries ?? written.map((one) => stored(entry(crypto.randomUUID(), one.at, one)));
    made.set(key, { asked, entries });
    if (fault === 'lost on the way back') throw new TypeError('fetch failed');
    return entries;
  };
  const change = async (old: Entry, written: Written): Promise<Entry> => {
    const fault = next('change');
    onTheWay(fault);
    const now = there.get(old.id);
    if (now === undefined || now.at !== old.at) throw refusal(404);
    if (now.etag !== old.etag) throw refusal(412);
    const changed = stored({ ...written, id: old.id, origin: 'person', self: '', etag: crypto.randomUUID() });
    if (fault === 'lost on the way back') throw new TypeError('fetch failed');
    return changed;
  };
  return {
    addAll,
    change,
    find: async (id: string) => there.get(id),
    remove: async ({ id }: Entry): Promise<void> => {
      const fault = next('change');
      onTheWay(fault);
      if (!there.delete(id)) throw refusal(404);
      if (fault === 'lost on the way back') throw new TypeError('fetch failed');
    },
    read: async () => [...there.values()],
    newKey: () => crypto.randomUUID(),
    all: () => [...there.values()],
  };
}

describe('an entry that somebody writes', () => {
  it('is made once, with the words that it had at last, whatever gets lost on the way', async () => {
    const minutes = fc.constantFrom('12', '13');
    const tries = fc.array(
      fc.record({ add: faults, change: faults, what: fc.constantFrom('a', 'b', 'c'), minute: minutes }),
      { maxLength: 8 },
    );
    await mustHold(
      fc.asyncProperty(tries, async (failing) => {
        let now: Record<'add' | 'change', Fault> = { add: 'none', change: 'none' };
        const server = serverOf((call) => now[call]);
        let sent: Sent | undefined;
        let last = '';
        const through = { add: 'none' as const, change: 'none' as const, what: 'last', minute: '14' };
        for (const { add, change, what, minute } of [...failing, through]) {
          now = { add, change };
          last = `${minute} ${what}`;
          const written: Written = { at: `2026-11-19T07:${minute}:00.000Z`, what, kind: 'action' };
          const doors = {
            add: async (one: Written, key: string) => (await server.addAll([one], key))[0] ?? entry('none', ''),
            change: server.change,
            find: server.find,
            newKey: server.newKey,
            now: () => 0,
            keep: async (open: Sent | undefined) => {
              sent = open;
            },
          };
          const made = await addOnce(written, sent, doors).catch(() => undefined);
          if (made !== undefined) break;
        }
        expect(server.all().map(({ at, what }) => `${at.slice(14, 16)} ${what}`)).toEqual([last]);
      }),
      { runs: 500 },
    );
  });

  it('is sent under another key once the API knows the first no more', async () => {
    const server = serverOf(() => 'none');
    const written: Written = { at: '2026-11-19T07:12:00.000Z', what: 'x', kind: 'action' };
    const keys: string[] = [];
    await addOnce(
      written,
      { key: 'old', entry: written, sentAt: 0 },
      {
        add: async (one, key) => {
          keys.push(key);
          return (await server.addAll([one], key))[0] ?? entry('none', '');
        },
        change: server.change,
        find: server.find,
        newKey: server.newKey,
        now: () => 24 * 3_600_000,
        keep: async () => undefined,
      },
    );
    expect(keys).toHaveLength(1);
    expect(keys).not.toContain('old');
  });

  it('keeps its own instant while nobody touches its time, also in an hour that was there twice', () => {
    const instants = fc.integer({ min: Date.UTC(2026, 9, 24), max: Date.UTC(2026, 9, 26) });
    mustHold(
      fc.property(instants, (ms) => {
        const at = new Date(ms).toISOString();
        const draft = draftOf(entry('x', at), 'Europe/Berlin');
        expect(placedOf({ ...draft, what: 'other words' })).toEqual({ at });
        expect(placedOf({ ...draft, wall: '2026-11-19T08:12' })).toEqual({ at: '2026-11-19T07:12:00.000Z' });
      }),
    );
  });

  it('begins at the very instant that is given, so that one between two others comes between them', () => {
    mustHold(
      fc.property(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 2, max: 200_000 }), (from, width) => {
        const start = Date.UTC(2026, 10, 19);
        const [before, after] = [start + from, start + from + width].map((ms) => ({ at: new Date(ms).toISOString() }));
        if (before === undefined || after === undefined) return;
        const at = Date.parse(placedOf(emptyDraft(between(before, after), 'Europe/Berlin'))?.at ?? '');
        expect(at).toBeGreaterThan(Date.parse(before.at));
        expect(at).toBeLessThan(Date.parse(after.at));
      }),
    );
  });

  it('begins at a full minute where no instant is given', () => {
    const [draft, other] = ['new', 'new 2026-11-19T07:16:09.500Z'].map(
      (about) => editingOf(about, undefined, [entry('a', '2026-11-19T07:12:33.000Z')], 'UTC').draft,
    );
    expect([draft, other].map((one) => one && placedOf(one)?.at)).toEqual([
      '2026-11-19T07:12:00.000Z',
      '2026-11-19T07:16:09.500Z',
    ]);
  });

  it('goes on with a correction on the entry as it is now: what nobody typed is not put back', () => {
    const before = entry('b', '2026-11-19T07:16:00.000Z', { role: 'analyst', precision: 'minute' });
    const begun = { ...draftOf(before, 'Europe/Berlin'), what: 'typed' };
    const now = { ...before, at: '2026-11-19T09:00:09.500Z', role: 'manager', what: 'theirs', etag: '"2"' };
    const goneOn = editingOf('change b', begun, [now], 'UTC').draft;
    expect([placedOf(goneOn)?.at, goneOn.what, goneOn.role, goneOn.precision]).toEqual([
      now.at,
      'typed',
      'manager',
      'minute',
    ]);
    expect(draftDifferences(goneOn, now)).toEqual([{ field: 'what happened', there: 'theirs' }]);

    const moved = { ...begun, wall: '2026-11-19T08:20' };
    const movedOn = rebasedDraft(rebasedDraft(moved, now), { ...now, role: 'engineer', etag: '"3"' });
    expect([placedOf(movedOn)?.at, movedOn.role]).toEqual(['2026-11-19T07:20:00.000Z', 'engineer']);
    expect(draftDifferences(movedOn, now)[0]).toEqual({ field: 'the time', there: now.at });
    // Kept by an earlier page, which knew nothing of what was typed: all of it is named.
    const { was: _, ...old } = moved;
    expect(draftDifferences(rebasedDraft(old, now), now).map(({ field }) => field)).toEqual([
      'the time',
      'what happened',
      'who did it',
    ]);
  });

  it('is corrected where only the answer was lost, and blames somebody else only where they changed it', async () => {
    const old = entry('x', '2026-11-19T07:12:00.000Z');
    const written: Written = { what: 'corrected', milestone: 'began', role: 'analyst', kind: 'action', at: old.at };
    const now = { ...old, ...written, etag: '"2"' };
    const said = (error: Error, there: Entry | undefined) =>
      changeOnce(old, written, { change: () => Promise.reject(error), find: () => there }).catch(
        (thrown: Error) => thrown,
      );
    for (const error of [new TypeError('fetch failed'), refusal(404), refusal(412), refusal(503)]) {
      expect(await said(error, now)).toBe(now);
      for (const there of [old, { ...now, role: 'manager' }, undefined]) expect(await said(error, there)).toBe(error);
    }
    const refused = refusal(403);
    expect(await said(refused, now)).toBe(refused);
  });

  it('is taken out once, and is so where only the answer was lost', async () => {
    for (const [fault, isOut] of [
      ['none', true],
      ['lost on the way back', true],
      ['lost on the way', false],
      ['broken', false],
      ['refused', false],
    ] as const) {
      const server = serverOf((call) => (call === 'add' ? 'none' : fault));
      const [one = entry('none', '')] = await server.addAll([entry('x', '2026-11-19T07:12:00.000Z')], 'key');
      const isDone = await removeOnce(one, server).then(
        () => true,
        () => false,
      );
      expect([fault, isDone, server.all().length]).toEqual([fault, isOut, isOut ? 0 : 1]);
    }
  });

  it('is about one thing: each has its target and its text, and a correction of what is gone becomes a new one', () => {
    const a = entry('a', '2026-11-19T07:12:00.000Z', { origin: 'ticket' });
    const b = entry('b', '2026-11-19T07:16:00.000Z');
    const kept = { ...emptyDraft(a.at, 'UTC'), what: 'typed' };
    const seen = (about: string, draft?: typeof kept, entries = [a, b]) => {
      const editing = editingOf(about, draft, entries, 'UTC');
      const target = editing.kind === 'change' ? editing.entry : editing.corrects;
      return [editing.kind, target?.id, editing.draft.what, editing.isKept];
    };
    expect(seen(aboutEntry(a))).toEqual(['new', 'a', 'a', false]);
    expect(seen(aboutEntry(a), kept)).toEqual(['new', 'a', 'typed', true]);
    expect(seen(aboutEntry(b))).toEqual(['change', 'b', 'b', false]);
    expect(seen(aboutNew(), kept)).toEqual(['new', undefined, 'typed', true]);
    expect(seen(aboutNew(a.at))).toEqual(['new', undefined, '', false]);
    expect(seen(aboutEntry(b), kept, [a])).toEqual(['new', undefined, 'typed', true]);
  });

  it('waits by what it is about, and leaves the device, unread, once the mark lets nothing stay there', async () => {
    const whose = { person: 'nina', record: 'r1', isOnDevice: true };
    const typed = (what: string) => ({ ...emptyDraft('2026-11-19T07:12:00.000Z', 'UTC'), what });
    await keepEntry(whose, 'new', typed('one'));
    await keepEntry(whose, 'corrects a', typed('two'));
    await keepEntry({ ...whose, record: 'r10' }, 'new', typed('of another record'));
    device.set('entry nina r1 change b', { draft: typed('of an earlier page'), at: 0 });
    const words = async (isOnDevice: boolean) =>
      [...(await keptEntries({ ...whose, isOnDevice }))].map(([about, { what }]) => `${about}: ${what}`).toSorted();
    expect(await words(true)).toEqual(['change b: of an earlier page', 'corrects a: two', 'new: one']);
    expect(await words(false)).toEqual(['corrects a: two', 'new: one']);
    expect([...device.keys()]).toEqual(['entry nina r10 new']);
    await keepEntry(whose, 'new', typed(' '));
    expect(await words(true)).toEqual(['corrects a: two']);
  });

  it('lets go what was saved, and not what was typed since in its place', async () => {
    const whose = { person: 'nina', record: 'r2', isOnDevice: true };
    const typed = (what: string) => ({ ...emptyDraft('2026-11-19T07:12:00.000Z', 'UTC'), what });
    const [saved, since] = [typed('saved'), typed('typed since')];
    const words = async () => [...(await keptEntries(whose)).values()].map(({ what }) => what);
    await keepEntry(whose, 'new', saved);
    await keepEntry(whose, 'new', since);
    await dropEntry(whose, 'new', saved);
    expect(await words()).toEqual(['typed since']);
    await dropEntry(whose, 'new', since);
    expect(await words()).toEqual([]);
  });

  it('is asked about on the way out where it would be gone: with the page, or with what is on the device', async () => {
    device.clear();
    const whose = { person: 'max', record: 'r3', isOnDevice: true };
    for (const about of ['new', 'corrects a']) {
      for (const record of ['r1', 'r10', 'r2']) await dropEntry({ person: 'nina', record }, about);
    }
    await dropEntry({ person: 'nina', record: 'r1' }, 'change b');
    const asked = () => [isEntryTyped('page'), isEntryTyped('session')];
    const draft = { ...emptyDraft('2026-11-19T07:12:00.000Z', 'UTC'), what: 'x' };
    expect(asked()).toEqual([false, false]);
    await keepEntry(whose, 'new', draft);
    expect(asked()).toEqual([false, true]);
    await keepEntry({ ...whose, isOnDevice: false }, 'new', draft);
    expect(asked()).toEqual([true, true]);
    await dropEntry(whose, 'new');
    device.set('entry max r3 new', { draft, at: 0 });
    await keptEntries(whose);
    expect(asked()).toEqual([false, true]);
    await dropEntry(whose, 'new');
    expect(asked()).toEqual([false, false]);
  });

  it('is asked about with the page, too, once the mark took it from the device, and not where it is gone by that', async () => {
    device.clear();
    const whose = { person: 'max', record: 'r4', isOnDevice: true };
    const asked = () => [isEntryTyped('page'), isEntryTyped('session')];
    const draft = { ...emptyDraft('2026-11-19T07:12:00.000Z', 'UTC'), what: 'x' };
    device.set('entry max r4 new', { draft, at: 0 });
    await keptEntries(whose);
    expect(asked()).toEqual([false, true]);
    await keptEntries({ ...whose, isOnDevice: false });
    expect(asked()).toEqual([false, false]);
    await keepEntry(whose, 'new', draft);
    await keptEntries({ ...whose, isOnDevice: false });
    expect(asked()).toEqual([true, true]);
    await dropEntry(whose, 'new', draft);
    expect(asked()).toEqual([false, false]);
  });
});

describe('the focus after an entry is written', () => {
  it('goes on where nobody is, and is taken from nobody who types elsewhere', () => {
    const body = {};
    const field = {};
    const focused: string[] = [];
    const seen = (activeElement: unknown, within: unknown[]) => {
      focused.length = 0;
      vi.stubGlobal('document', {
        ...{ activeElement, body },
        getElementById: (id: string) => ({ focus: () => focused.push(id) }),
      });
      const form = { contains: (one: unknown) => within.includes(one) } as unknown as Element;
      focusNew(form);
      vi.unstubAllGlobals();
      return focused.length;
    };
    expect([seen(body, []), seen(null, []), seen(field, [field]), seen(field, [])]).toEqual([1, 1, 1, 0]);
  });
});

describe('the silence between entries', () => {
  it('is never told over entries that are there and hidden', () => {
    const day = '2026-11-19T';
    const entries = [
      entry('a', `${day}01:00:00Z`),
      entry('b', `${day}03:00:00Z`, { kind: 'communication' }),
      entry('c', `${day}05:00:00Z`),
      entry('d', `${day}06:00:00Z`, { kind: 'communication' }),
      entry('e', `${day}11:00:00Z`),
    ];
    const told = (hidden: string[]) =>
      rowsOf(entries, hidden, (at) => at.slice(0, 10)).map(({ entry: { id }, gap }) => `${id} ${gap?.words ?? '-'}`);
    expect(told([])).toEqual(['a -', 'b 2 h', 'c 2 h', 'd 1 h', 'e 5 h']);
    expect(told(['communication'])).toEqual(['a -', 'c -', 'e 5 h']);
  });
});

describe('lines of a paste on their way', () => {
  it('are each made once, as they were sent, whatever is refused and changed in between', async () => {
    const tries = fc.array(fc.record({ faults: fc.array(faults, { maxLength: 4 }), line: fc.nat(119) }), {
      maxLength: 6,
    });
    await mustHold(
      fc.asyncProperty(tries, async (failing) => {
        let left: Fault[] = [];
        const server = serverOf(() => left.shift() ?? 'none');
        let typed = Array.from({ length: 120 }, (_, line): Line => lineOf(line));
        let progress = NOTHING_SENT;
        for (const { faults: next, line } of [...failing, { faults: [], line: 0 }]) {
          left = [...next];
          const taken = typed.map((one) => asSent(one, progress)).filter(({ isTaken }) => isTaken);
          const doors = {
            addAll: server.addAll,
            newKey: server.newKey,
            keep: (now: typeof progress) => {
              progress = now;
            },
          };
          await importLines(taken, progress, doors).catch(() => undefined);
          typed = typed.map((one) => (one.line === line ? { ...one, what: `${one.what}, rewritten` } : one));
        }
        expect(server.all()).toHaveLength(120);
        const shown = typed.map((one) => asSent(one, progress).what).toSorted();
        expect(
          server
            .all()
            .map(({ what }) => what)
            .toSorted(),
        ).toEqual(shown);
      }),
      { runs: 300 },
    );
  });
});

const lineOf = (line: number): Line => ({
  ...{ line, isTaken: true, at: '2026-11-19T07:12:00.000Z', what: `line ${line}`, role: '' },
  ...{ kind: 'action', remarks: [] },
});
