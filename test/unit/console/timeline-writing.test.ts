import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../../console/data/refusal.ts';
import { addOnce, type Sent } from '../../../console/record/timeline/add-once.ts';
import { draftOf, emptyDraft, placedOf } from '../../../console/record/timeline/drafts.ts';
import { aboutEntry, aboutNew, editingOf } from '../../../console/record/timeline/editing.ts';
import type { Entry, Written } from '../../../console/record/timeline/entries.ts';
import { keepEntry, keptEntries } from '../../../console/record/timeline/entry-draft.ts';
import { rowsOf } from '../../../console/record/timeline/gaps.ts';
import { asSent, importLines, NOTHING_SENT } from '../../../console/record/timeline/import-lines.ts';
import type { Line } from '../../../console/record/timeline/paste/lines.ts';
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

/** A timeline whose answers get lost, and that makes nothing twice under one key. */
function serverOf(next: () => Fault) {
  const made = new Map<string, { asked: string; entries: Entry[] }>();
  const addAll = async (written: readonly Written[], key: string): Promise<Entry[]> => {
    const fault = next();
    if (fault === 'lost on the way') throw new TypeError('fetch failed');
    if (fault === 'refused') throw new Refusal(new Response('', { status: 403 }), undefined);
    if (fault === 'broken') throw new Refusal(new Response('', { status: 503 }), undefined);
    const before = made.get(key);
    const asked = JSON.stringify(written);
    if (before !== undefined && before.asked !== asked) throw new Refusal(new Response('', { status: 422 }), undefined);
    const entries = before?.entries ?? written.map((one) => entry(crypto.randomUUID(), one.at, one));
    made.set(key, { asked, entries });
    if (fault === 'lost on the way back') throw new TypeError('fetch failed');
    return entries;
  };
  const change = async (old: Entry, written: Written): Promise<Entry> => Object.assign(old, written);
  return {
    addAll,
    change,
    newKey: () => crypto.randomUUID(),
    all: () => [...made.values()].flatMap((one) => one.entries),
  };
}

describe('an entry that somebody writes', () => {
  it('is made once, with the words that it had at last, whatever gets lost on the way', async () => {
    const tries = fc.array(fc.record({ fault: faults, what: fc.constantFrom('a', 'b', 'c') }), { maxLength: 8 });
    await mustHold(
      fc.asyncProperty(tries, async (failing) => {
        let fault: Fault = 'none';
        const server = serverOf(() => fault);
        let sent: Sent | undefined;
        let last = '';
        for (const { fault: this_, what } of [...failing, { fault: 'none' as const, what: 'last' }]) {
          fault = this_;
          last = what;
          const written: Written = { at: '2026-11-19T07:12:00.000Z', what, kind: 'action' };
          const doors = {
            add: async (one: Written, key: string) => (await server.addAll([one], key))[0] ?? entry('none', ''),
            change: server.change,
            newKey: server.newKey,
            now: () => 0,
            keep: async (now: Sent | undefined) => {
              sent = now;
            },
          };
          const made = await addOnce(written, sent, doors).catch(() => undefined);
          if (made !== undefined) break;
        }
        expect(server.all().map(({ what }) => what)).toEqual([last]);
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
