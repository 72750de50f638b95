import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldRecord } from '../../../console/forms/binding/field-value.ts';
import type { Failure } from '../../../console/record/editing/failure.ts';
import { saysAll } from '../../../console/record/editing/json.ts';
import type { Keep, Kept, Version } from '../../../console/record/editing/kept.ts';
import { type Door, type Draft, type SharedDrafts, Writing } from '../../../console/record/editing/writing.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

type Fault =
  | 'none'
  | 'slow'
  | 'offline'
  | 'signed out'
  | 'busy'
  | 'broken'
  | 'lost after the write'
  | 'refused'
  | 'unfinished';

/** An answer, or none, as the page understands it. */
class Failed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}
const failureOf = (error: unknown): Failure => {
  if (error instanceof Failed) return error.failure;
  throw error;
};

/** The page that wrote is gone: nobody hears the answer any more. */
const NEVER = new Promise<never>(() => undefined);

type Page = { isOver: boolean };

/** A record that several write in, and whose answers fail as they are told to. A section is one place; each part has its id. */
class FakeApi {
  readonly kind: 'section' | 'part';
  readonly places = new Map<string, { value: FieldRecord; version: number }>();
  revision = 0;
  faults: Fault[] = [];
  /** Most calls at the same time through one door. */
  mostInFlight = 0;
  readonly made = new Map<string, Version & { at: number }>();

  constructor(kind: 'section' | 'part' = 'section') {
    this.kind = kind;
  }

  /** What stands in each place, without lists that the API filled in. */
  get values(): FieldRecord[] {
    return [...this.places.values()].map(({ value }) => unfilled(value));
  }

  get value(): FieldRecord | undefined {
    return this.values[0];
  }

  /** Somebody else writes, without asking. */
  write(change: FieldRecord, id = [...this.places.keys()][0]): void {
    this.#set(id ?? 'first', { ...this.places.get(id ?? 'first')?.value, ...change });
  }

  /** Somebody else takes it out. */
  remove(id: string): void {
    this.places.delete(id);
    this.revision += 1;
  }

  now = (id = [...this.places.keys()][0]): Version => {
    const there = this.places.get(id ?? '');
    if (there === undefined || id === undefined) return { value: undefined, etag: undefined, revision: this.revision };
    const isPart = this.kind === 'part';
    return { value: there.value, etag: `"${there.version}"`, revision: this.revision, ...(isPart ? { id } : {}) };
  };

  door(lacks: Door['lacks'] = () => [], page: Page = { isOver: false }): Door {
    let inFlight = 0;
    const through = async (run: () => Version, isTaken = false): Promise<Version> => {
      if (page.isOver) return NEVER;
      const next = this.faults.shift() ?? 'none';
      // What was taken once is not found unfit when it is sent again.
      const fault = isTaken && next === 'unfinished' ? 'none' : next;
      inFlight += 1;
      this.mostInFlight = Math.max(this.mostInFlight, inFlight);
      try {
        await this.#weather(fault);
        const answer = run();
        if (fault === 'lost after the write') throw new Failed({ kind: 'unanswered' });
        return page.isOver ? await NEVER : answer;
      } finally {
        inFlight -= 1;
      }
    };
    return {
      lacks,
      failureOf,
      read: ({ id }) => through(() => (this.kind === 'part' ? this.now(id ?? '') : this.now())),
      find: (value) => through(() => this.#find(value)),
      write: (value, base, key) => through(() => this.#put(value, base, key), this.made.has(key)),
    };
  }

  #find(value: FieldRecord): Version {
    const found = [...this.places].find(([, there]) => saysAll(there.value, value));
    return found === undefined ? { value: undefined, etag: undefined } : this.now(found[0]);
  }

  #put(value: FieldRecord, { etag, id }: Version, key: string): Version {
    const before = this.kind === 'section' ? undefined : this.made.get(key);
    if (etag === undefined && before?.id !== undefined && Date.now() - before.at < DAY_MS) {
      expect(value, 'a repeat under a key is the very same').toEqual(before.value);
      // It may be changed since, or be gone.
      return this.places.has(before.id) ? this.now(before.id) : { ...before, revision: this.revision };
    }
    const first = [...this.places.keys()][0] ?? `place ${this.made.size}`;
    const place = this.kind === 'section' ? first : etag === undefined ? `made ${this.made.size}` : (id ?? '');
    if (etag !== this.now(place).etag) throw new Failed({ kind: 'changed' });
    this.#set(place, { services: [], ...value });
    const now = this.now(place);
    if (etag === undefined) this.made.set(key, { ...now, value, at: Date.now() });
    return now;
  }

  #set(id: string, value: FieldRecord): void {
    this.revision += 1;
    this.places.set(id, { value, version: this.revision });
  }

  async #weather(fault: Fault): Promise<void> {
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, 7_000));
    const failure = FAILURES[fault];
    if (failure !== undefined) throw new Failed(failure);
  }
}

/** The API forgets its keys after a day. */
const DAY_MS = 24 * 3_600_000;

const unfilled = ({ services, ...others }: FieldRecord): FieldRecord =>
  Array.isArray(services) && services.length > 0 ? { ...others, services } : others;

const FAILURES: Partial<Record<Fault, Failure>> = {
  offline: { kind: 'unanswered' },
  'signed out': { kind: 'signed out' },
  busy: { kind: 'later', afterMs: 2_000 },
  broken: { kind: 'unanswered' },
  refused: { kind: 'refused', words: 'not now' },
  unfinished: { kind: 'unfinished', words: 'not so', fields: [] },
};

/** What a tab keeps on a device, by its place; that of several tabs is told apart by their names. An open one sends its own. */
function keepInMap(
  kept = new Map<string, Kept>(),
  tab = '',
  isOpen: (name: string) => boolean = () => false,
): Keep & { kept: Map<string, Kept> } {
  const own = (path: string) => `${path} ${tab}`.trim();
  const at = (path: string) => [...kept].filter(([name]) => `${name} `.startsWith(`${path} `));
  return {
    kept,
    isOnDevice: () => true,
    get: async (path) => at(path).flatMap(([name, one]) => (isOpen(name) ? [] : [structuredClone(one)])),
    set: async (path, one) => void kept.set(own(path), structuredClone(one)),
    drop: async (path, marks) => {
      for (const [name, { mark }] of at(path)) if (marks?.includes(mark) !== false) kept.delete(name);
    },
    all: async () => [...kept].map(([path, one]) => ({ path, kept: one })),
  };
}

const PATH = 'sections.impact';

/** Drafts of a record as others see them. */
function sharedInMap(): SharedDrafts & { left: Map<string, Draft> } {
  const left = new Map<string, Draft>();
  const etags = new WeakMap<Draft, string>();
  const etagOf = (draft: Draft): string => {
    const etag = etags.get(draft) ?? `"${crypto.randomUUID()}"`;
    etags.set(draft, etag);
    return etag;
  };
  return {
    left,
    read: async (place) => {
      const there = left.get(place);
      return there && { ...structuredClone(there), etag: etagOf(there), by: MAX };
    },
    put: async (place, draft, etag) => {
      const there = left.get(place);
      if (there !== undefined && etagOf(there) !== etag) return undefined;
      const put = structuredClone(draft);
      left.set(place, put);
      return etagOf(put);
    },
    drop: async (place, etag) => {
      const there = left.get(place);
      if (there !== undefined && etagOf(there) === etag) left.delete(place);
    },
  };
}

const MAX = { id: 'max', name: 'Max Analyst', at: '2026-11-19T08:40:00.000Z' };
/** What is written wants a reason, without which it is unfinished. */
const wantsWhy = (value: FieldRecord) =>
  value.why === undefined ? [{ pointer: '/why', label: 'Why', detail: 'is missing' }] : [];

const begin = (api: FakeApi, keep: Keep, start = api.now(), lacks?: Door['lacks']) =>
  new Writing({ path: PATH, start, door: api.door(lacks), keep });

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('writing in a section', () => {
  it('keeps a letter on the device within 250 ms, and sends it after a rest', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    const writing = begin(api, keep);
    writing.type({ text: 'a' });
    await pass(250);
    expect(keep.kept.get('sections.impact')?.mine).toEqual({ text: 'a' });
    expect(api.value).toBeUndefined();
    await pass(700);
    expect(api.value).toEqual({ text: 'a' });
    expect(writing.phase.value.kind).toBe('saved');
    expect(keep.kept.size).toBe(0);
  });

  it('sends what is typed and left while the device still forgets what was sent before', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    const drop = keep.drop;
    keep.drop = async (...which) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await drop(...which);
    };
    const writing = begin(api, keep);
    writing.type({ text: 'a' });
    void writing.flush();
    await pass(50);
    expect(api.value).toEqual({ text: 'a' });
    writing.type({ text: 'ab' });
    void writing.flush();
    await pass(1_000);
    expect(api.value).toEqual({ text: 'ab' });
    expect(writing.phase.value.kind).toBe('saved');
  });

  it('takes its own words of before for no change by somebody else, though they are drawn while the next are sent', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    const writing = begin(api, keep);
    writing.type({ text: 'a' });
    await writing.flush();
    const drawn = api.now();
    writing.type({ text: 'a', services: ['mail'] });
    api.faults = ['slow'];
    const sent = writing.flush();
    await pass(1_000);
    writing.hear(drawn);
    writing.type({ text: 'ab', services: ['mail'] });
    await pass(10_000);
    await sent;
    writing.hear(drawn);
    expect([api.value, writing.mine.value]).toEqual(Array(2).fill({ text: 'ab', services: ['mail'] }));
    expect(writing.conflicts.value).toEqual([]);
  });

  it('sends at the latest five seconds after the first letter, however long somebody types', async () => {
    const api = new FakeApi();
    const writing = begin(api, keepInMap());
    for (let at = 0; at < 11; at += 1) {
      writing.type({ text: 'x'.repeat(at + 1) });
      await pass(500);
    }
    expect(api.value).toEqual({ text: 'x'.repeat(10) });
  });

  it('says saved only after the API has it, and keeps what an ended session did not let through', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    api.faults = ['signed out'];
    const writing = begin(api, keep);
    writing.type({ text: 'in mid-sentence' });
    await pass(1_000);
    expect(writing.phase.value).toEqual({ kind: 'unsent', because: 'signed out' });
    expect(keep.kept.get('sections.impact')?.mine).toEqual({ text: 'in mid-sentence' });
    await writing.flush();
    expect(api.value).toEqual({ text: 'in mid-sentence' });
  });

  it('merges what somebody else wrote in another field, and asks about the same one', async () => {
    const api = new FakeApi();
    api.write({ text: 'old', users: 1 });
    const writing = begin(api, keepInMap());
    api.write({ text: 'theirs', cost: 9 });
    writing.type({ text: 'mine', users: 240 });
    await pass(1_000);
    expect(api.value).toEqual({ text: 'theirs', users: 240, cost: 9 });
    expect(writing.mine.value).toEqual({ text: 'mine', users: 240, cost: 9 });
    const [conflict] = writing.conflicts.value;
    expect(conflict).toMatchObject({ path: ['text'], base: 'old', theirs: 'theirs' });
    if (conflict === undefined) throw new Error('there is no conflict');
    writing.resolve(conflict, 'both');
    await pass(1_000);
    expect(api.value).toEqual({ text: 'mine\n\ntheirs', users: 240, cost: 9 });
    expect(writing.conflicts.value).toEqual([]);
  });

  it('says of a conflict between which revisions the other words were written, also when they change again', async () => {
    const api = new FakeApi();
    api.write({ text: 'old' });
    const writing = begin(api, keepInMap());
    api.write({ text: 'theirs' });
    writing.type({ text: 'mine' });
    await pass(1_000);
    expect(writing.conflicts.value).toMatchObject([{ theirs: 'theirs', revisions: { from: 1, to: 2 } }]);
    api.write({ text: 'theirs, and more' });
    writing.hear(api.now());
    expect(writing.conflicts.value).toMatchObject([{ theirs: 'theirs, and more', revisions: { to: 3 } }]);
  });

  it('does not change the field that somebody is in', () => {
    const api = new FakeApi();
    api.write({ text: 'old', users: 1 });
    const keep = keepInMap();
    const writing = new Writing({
      path: 'p',
      start: api.now(),
      door: api.door(),
      keep,
      isHeld: (_, pointer) => pointer === '/text',
    });
    api.write({ text: 'theirs', users: 2 });
    writing.hear(api.now());
    expect(writing.mine.value).toEqual({ text: 'old', users: 2 });
    expect(writing.conflicts.value).toHaveLength(1);
  });

  it('asks about a list that somebody is in, and moves no element of it under their hands', async () => {
    const api = new FakeApi();
    api.write({ cards: ['c1', 'c2'] });
    const setup = { path: 'p', start: api.now(), door: api.door(), keep: keepInMap() };
    const writing = new Writing({ ...setup, isHeld: (_, pointer) => pointer === '/cards' });
    writing.type({ cards: ['c1', 'c2', 'b'] });
    api.write({ cards: ['a', 'c1', 'c2'] });
    writing.hear(api.now());
    expect(writing.mine.value).toEqual({ cards: ['c1', 'c2', 'b'] });
    await pass(1_000);
    expect(api.value).toEqual({ cards: ['a', 'c1', 'c2'] });
    const [conflict] = writing.conflicts.value;
    expect(conflict).toMatchObject({ path: ['cards'], theirs: ['a', 'c1', 'c2'] });
    if (conflict === undefined) throw new Error('there is no conflict');
    writing.resolve(conflict, 'both');
    await pass(1_000);
    expect(api.value).toEqual({ cards: ['c1', 'c2', 'b', 'a'] });
  });

  it('keeps what is unfinished, and shares it after ten seconds of rest', async () => {
    const [api, keep, shared] = [new FakeApi(), keepInMap(), vi.fn(async () => '"d1"')];
    const lacks = () => [{ pointer: '/why', label: 'Why', detail: 'is missing' }];
    const setup = {
      path: 'p',
      start: api.now(),
      door: api.door(lacks),
      keep,
      shared: { put: shared, read: async () => undefined, drop: async () => undefined },
    };
    const writing = new Writing(setup);
    writing.type({ title: 'half' });
    await pass(9_000);
    expect(shared).not.toHaveBeenCalled();
    await pass(3_000);
    expect(shared).toHaveBeenCalledWith('p', { base: undefined, mine: { title: 'half' } }, undefined);
    expect(api.value).toBeUndefined();
    expect(keep.kept.get('p')?.mine).toEqual({ title: 'half' });
  });

  it('takes up what was kept, also where somebody types before it is found, and asks where both say something', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    api.write({ text: 'old' });
    api.faults = ['signed out'];
    const before = begin(api, keep);
    before.type({ text: 'kept', why: 'kept' });
    await pass(1_000);
    const { get } = keep;
    keep.get = async (path) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return get(path);
    };
    const writing = begin(api, keep);
    const restored = writing.restore();
    writing.type({ text: 'typed first', note: 'typed first' });
    await pass(300);
    expect(keep.kept.get(PATH)?.mine, 'not overwritten').toEqual({ text: 'kept', why: 'kept' });
    await pass(2_000);
    await restored;
    expect(api.value).toEqual({ text: 'old', why: 'kept', note: 'typed first' });
    expect(writing.conflicts.value).toMatchObject([{ path: ['text'], mine: 'typed first', theirs: 'kept' }]);
  });

  it('makes a new part that went out more than a day ago only where it is not there yet', async () => {
    for (const fault of ['offline', 'lost after the write'] as const) {
      const [api, keep] = [new FakeApi('part'), keepInMap()];
      const setup = { path: 'new', start: { value: undefined, etag: undefined }, keep };
      const page = { isOver: false };
      const begun = new Writing({ ...setup, door: api.door(undefined, page) });
      api.faults = [fault];
      begun.type({ text: 'a' });
      await pass(900);
      page.isOver = true;
      await pass(25 * 3_600_000);
      const writing = new Writing({ ...setup, door: api.door() });
      await writing.restore();
      expect([api.values, writing.phase.value.kind]).toEqual([[{ text: 'a' }], 'saved']);
    }
  });

  it('says saved with the time of the last write, and of nothing that was taken back', async () => {
    const api = new FakeApi();
    api.write({ text: 'old' });
    const writing = begin(api, keepInMap());
    writing.type({ text: 'older' });
    writing.type({ text: 'old' });
    await pass(1_000);
    expect(writing.phase.value).toEqual({ kind: 'at rest' });
    writing.type({ text: 'new' });
    await pass(1_000);
    const { phase } = writing;
    const saved = phase.value;
    expect(saved.kind).toBe('saved');
    await pass(60_000);
    writing.type({ text: 'newer' });
    writing.type({ text: 'new' });
    await pass(1_000);
    expect(phase.value).toEqual(saved);
  });

  it('does not forget that what is written in was taken out, while somebody goes on to type', async () => {
    const [api, keep] = [new FakeApi('part'), keepInMap()];
    api.write({ text: 'old' });
    const lacks = ({ text }: FieldRecord) => (text === undefined ? [{ pointer: '/text', label: '', detail: '' }] : []);
    const writing = begin(api, keep, api.now(), lacks);
    writing.type({ text: 'mine' });
    api.remove('first');
    writing.hear(api.now('first'));
    for (const words of [{ text: 'mine, too' }, {}, { text: 'mine again' }]) {
      writing.type(words);
      await pass(10_000);
      expect([writing.phase.value.kind, keep.kept.get(PATH)?.mine, api.places.size]).toEqual(['gone', words, 0]);
    }
  });

  it('has no draft where that of somebody else stays, and takes none away', async () => {
    const [api, shared] = [new FakeApi(), sharedInMap()];
    const lacks = () => [{ pointer: '/why', label: 'Why', detail: 'is missing' }];
    const drop = vi.fn(async () => undefined);
    const others = { ...shared, put: async () => undefined, drop };
    const writing = new Writing({
      path: PATH,
      start: api.now(),
      door: api.door(lacks),
      keep: keepInMap(),
      shared: others,
    });
    writing.type({ text: 'half' });
    await pass(12_000);
    expect(writing.shared.value).toBeUndefined();
    await writing.letGo();
    expect(drop).not.toHaveBeenCalled();
  });

  it('asks once for the place of a draft where another one stays, until that is taken up or gone', async () => {
    const [api, shared] = [new FakeApi(), sharedInMap()];
    shared.left.set(PATH, { base: undefined, mine: { text: 'of max' } });
    const put = vi.spyOn(shared, 'put');
    const setup = { path: PATH, start: api.now(), door: api.door(wantsWhy), keep: keepInMap(), shared };
    const writing = new Writing(setup);
    for (const text of ['one', 'two', 'three']) {
      writing.type({ text });
      await pass(12_000);
    }
    expect(put).toHaveBeenCalledTimes(1);
    shared.left.clear();
    writing.shareAgain(Date.now() - 60_000);
    await pass(12_000);
    expect(shared.left.size, 'a list of before says nothing').toBe(0);
    writing.shareAgain(Date.now());
    await pass(12_000);
    expect(shared.left.get(PATH)).toEqual({ base: undefined, mine: { text: 'three' } });
    writing.shareAgain(Date.now());
    await pass(60_000);
    expect(put).toHaveBeenCalledTimes(2);
  });

  it('leaves on the device what another tab keeps in the same place', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    api.write({ text: 'old' });
    const offline: Door = { ...api.door(), write: () => Promise.reject(new Failed({ kind: 'unanswered' })) };
    const ofOther = keepInMap(keep.kept, 'other');
    const [one, other] = [
      begin(api, keep),
      new Writing({ path: PATH, start: api.now(), door: offline, keep: ofOther }),
    ];
    one.type({ text: 'old', why: 'of one tab' });
    await pass(1_000);
    other.type({ text: 'of the other tab' });
    await pass(300);
    await one.flush();
    expect(api.value).toEqual({ text: 'old', why: 'of one tab' });
    expect([...keep.kept.values()].map(({ mine }) => mine)).toEqual([{ text: 'of the other tab' }]);
  });

  it('takes up what each of two tabs kept in the same place, and keeps it as one', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    api.write({ text: 'old' });
    const offline: Door = { ...api.door(), write: () => Promise.reject(new Failed({ kind: 'unanswered' })) };
    const setup = { path: PATH, start: api.now(), door: offline };
    for (const [tab, words] of Object.entries({
      one: { text: 'of one', why: 'of one' },
      other: { text: 'of the other' },
    })) {
      new Writing({ ...setup, keep: keepInMap(keep.kept, tab) }).type(words);
      await pass(300);
    }
    vi.clearAllTimers();
    const later = new Writing({ ...setup, keep: keepInMap(keep.kept, 'later') });
    const restored = later.restore();
    await pass(300);
    await restored;
    expect([...keep.kept.values()].map(({ mine }) => mine)).toEqual([{ text: 'of one', why: 'of one' }]);
    expect(later.conflicts.value).toMatchObject([{ path: ['text'], mine: 'of one', theirs: 'of the other' }]);
  });

  it('offers no old version of the record where a closed tab was asked about it', async () => {
    for (const [now, asked] of [
      ['theirs', { mine: 'mine', theirs: 'theirs' }],
      ['newer', { mine: 'newer', theirs: 'mine', isOfDraft: true }],
    ] as const) {
      const [api, keep] = [new FakeApi(), keepInMap()];
      api.write({ text: 'old' });
      const start = api.now();
      api.write({ text: 'theirs' });
      const closed = new Writing({ path: PATH, start, door: api.door(), keep: keepInMap(keep.kept, 'closed') });
      closed.type({ text: 'mine' });
      await pass(1_000);
      expect(closed.conflicts.value).toMatchObject([{ path: ['text'], theirs: 'theirs' }]);
      const [kept] = keep.kept.values();
      if (kept === undefined) throw new Error('nothing is kept');
      // Another closed tab left its words before.
      const before = {
        mine: { text: 'theirs', why: 'of another tab' },
        base: kept.base,
        conflicts: [],
        mark: 'b',
        at: 0,
      };
      keep.kept.set(`${PATH} before`, before);
      api.write({ text: now });
      const later = begin(api, keepInMap(keep.kept, 'later'));
      await Promise.all([later.restore(), pass(1_000)]);
      expect(later.conflicts.value).toMatchObject([{ path: ['text'], ...asked }]);
      expect([later.conflicts.value.length, api.value]).toEqual([1, { text: now, why: 'of another tab' }]);
    }
  });

  it('takes its own words for nobody else’s, where their answer was lost', async () => {
    for (const isNew of [true, false]) {
      const api = new FakeApi();
      if (!isNew) api.write({ text: 'old' });
      const writing = begin(api, keepInMap());
      api.faults = ['lost after the write', 'offline', 'lost after the write'];
      for (const text of ['a', 'ab', 'abc', 'abcd']) {
        writing.type({ text });
        await pass(900);
      }
      await pass(60_000);
      expect([api.value, writing.conflicts.value, writing.phase.value.kind]).toEqual([{ text: 'abcd' }, [], 'saved']);
    }
  });

  it('asks about a first write that never came through, where somebody else has written since', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    const page = { isOver: false };
    api.faults = ['offline'];
    new Writing({ path: PATH, start: api.now(), door: api.door(undefined, page), keep }).type({ text: 'mine' });
    await pass(900);
    page.isOver = true;
    await pass(25 * 3_600_000);
    api.write({ text: 'theirs' });
    const writing = begin(api, keep);
    await Promise.all([writing.restore(), pass(1_000)]);
    expect(writing.conflicts.value).toMatchObject([{ path: ['text'], mine: 'mine', theirs: 'theirs' }]);
    expect([writing.phase.value.kind, api.value]).toEqual(['typed', { text: 'theirs' }]);
  });

  it('takes its own words for nobody else’s in a later page, where the one that sent them ended before the answer', async () => {
    for (const isNew of [true, false]) {
      for (const fault of ['slow', 'lost after the write'] as const) {
        const [api, keep, page] = [new FakeApi(), keepInMap(), { isOver: false }];
        if (!isNew) api.write({ text: 'old' });
        api.faults = [fault];
        const closed = new Writing({ path: PATH, start: api.now(), door: api.door(undefined, page), keep });
        closed.type({ text: 'a' });
        await pass(1_000);
        closed.type({ text: 'ab' });
        await pass(300);
        page.isOver = true;
        await pass(10_000);
        vi.clearAllTimers();
        expect([api.value, keep.kept.get(PATH)?.mine]).toEqual([{ text: 'a' }, { text: 'ab' }]);
        const later = begin(api, keep);
        await Promise.all([later.restore(), pass(10_000)]);
        expect([api.value, later.conflicts.value, later.phase.value.kind]).toEqual([{ text: 'ab' }, [], 'saved']);
      }
    }
  });

  it('takes what any of several closed tabs sent without an answer for nobody else’s words', async () => {
    for (const isSentFirst of [true, false]) {
      for (const isKnown of [true, false]) {
        const [api, keep] = [new FakeApi(), keepInMap()];
        api.write({ text: 'old' });
        const start = api.now();
        const closedTab = async (name: string, fault: Fault, words: FieldRecord, more?: FieldRecord) => {
          const page = { isOver: false };
          api.faults = [fault];
          const door = api.door(undefined, page);
          const closed = new Writing({ path: PATH, start, door, keep: keepInMap(keep.kept, name) });
          closed.type(words);
          await pass(1_000);
          closed.type(more ?? words);
          await pass(300);
          page.isOver = true;
          await pass(10_000);
          vi.clearAllTimers();
        };
        const sent = () => closedTab('sent', 'lost after the write', { text: 'a' }, { text: 'ab' });
        if (isSentFirst) await sent();
        await closedTab('offline', 'offline', { text: 'old', why: 'of another tab' });
        if (!isSentFirst) await sent();
        expect([api.value, keep.kept.size]).toEqual([{ text: 'a' }, 2]);
        const later = begin(api, keepInMap(keep.kept, 'later'), isKnown ? api.now() : start);
        await Promise.all([later.restore(), pass(10_000)]);
        const said = { api: api.value, asked: later.conflicts.value, phase: later.phase.value.kind };
        expect(said).toEqual({ api: { text: 'ab', why: 'of another tab' }, asked: [], phase: 'saved' });
      }
    }
  });

  it('says saved of words that were taken back only once the API has none of those that were sent since', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    api.write({ text: 'old' });
    const writing = begin(api, keep);
    api.faults = ['lost after the write', 'offline'];
    writing.type({ text: 'a' });
    await pass(900);
    writing.type({ text: 'old' });
    await pass(900);
    expect([api.value, writing.phase.value.kind, keep.kept.size]).toEqual([{ text: 'a' }, 'unsent', 1]);
    await pass(60_000);
    expect([api.value, writing.phase.value.kind, keep.kept.size]).toEqual([{ text: 'old' }, 'saved', 0]);
  });

  it('says that it waits for a word once somebody else wrote in a field that somebody is in', async () => {
    const api = new FakeApi();
    api.write({ text: 'old' });
    const setup = { path: PATH, door: api.door(), keep: keepInMap(), isHeld: () => true };
    const writing = new Writing({ ...setup, start: api.now() });
    writing.type({ text: 'mine' });
    await pass(1_000);
    expect(writing.phase.value.kind).toBe('saved');
    api.write({ text: 'theirs' });
    writing.hear(api.now());
    await pass(1_000);
    expect([writing.phase.value.kind, setup.keep.kept.get(PATH)?.mine?.text]).toEqual(['typed', 'mine']);
  });

  it('keeps the last letters at once where the page ends while others are sent', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    api.faults = ['slow'];
    const writing = begin(api, keep);
    writing.type({ text: 'a' });
    await pass(1_000);
    writing.type({ text: 'ab' });
    void writing.flush();
    await pass(0);
    expect(keep.kept.get(PATH)?.mine).toEqual({ text: 'ab' });
  });

  it('says that what is typed is in the page alone while the device does not keep it', async () => {
    const [api, keep] = [new FakeApi(), keepInMap()];
    const { set } = keep;
    keep.set = () => Promise.reject(new Error('the disk is full'));
    api.faults = ['offline', 'offline'];
    const writing = begin(api, keep);
    writing.type({ text: 'a' });
    await pass(1_000);
    expect(writing.isOnDevice).toBe(false);
    keep.set = set;
    writing.type({ text: 'ab' });
    await pass(1_000);
    expect(writing.isOnDevice).toBe(true);
  });

  it('says saved of no word that was typed while the others were sent', async () => {
    const api = new FakeApi();
    api.faults = ['slow', 'slow'];
    const writing = begin(api, keepInMap());
    writing.type({ text: 'a' });
    await pass(1_000);
    writing.type({ text: 'ab' });
    await pass(6_900);
    expect(api.value).toEqual({ text: 'a' });
    expect(writing.phase.value.kind).not.toBe('saved');
  });

  it('goes on with a draft over what was written since only where nobody has to decide', async () => {
    const [api, shared] = [new FakeApi(), sharedInMap()];
    api.write({ text: 'old', why: 'old' });
    shared.left.set(PATH, { base: { text: 'old', why: 'old' }, mine: { text: 'of the draft', why: 'of the draft' } });
    api.write({ text: 'newer' });
    const writing = new Writing({ path: PATH, start: api.now(), door: api.door(), keep: keepInMap(), shared });
    await writing.takeUp();
    await pass(1_000);
    expect(api.value).toEqual({ text: 'newer', why: 'of the draft' });
    const [conflict] = writing.conflicts.value;
    expect(conflict).toMatchObject({ path: ['text'], mine: 'newer', theirs: 'of the draft', by: MAX });
    expect(shared.left.size, 'it is there for as long as something is asked').toBe(1);
    if (conflict === undefined) throw new Error('there is no conflict');
    writing.resolve(conflict, 'theirs');
    await pass(1_000);
    expect(api.value).toEqual({ text: 'of the draft', why: 'of the draft' });
    expect(shared.left.size).toBe(0);
  });

  it('asks about all that stands in a draft of which nobody knows on what it was written', async () => {
    const [api, shared] = [new FakeApi(), sharedInMap()];
    api.write({ text: 'newer', tags: ['a'] });
    shared.left.set(PATH, { base: undefined, mine: { text: 'of the draft', tags: [{ id: 'b' }], note: 'n' } });
    const writing = new Writing({ path: PATH, start: api.now(), door: api.door(), keep: keepInMap(), shared });
    await writing.takeUp();
    await pass(1_000);
    expect(api.value).toEqual({ text: 'newer', tags: expect.arrayContaining(['a']), note: 'n' });
    expect(writing.conflicts.value.map(({ path }) => path)).toContainEqual(['text']);
  });

  it('takes its shared draft away once all is sent, also in a later page, and where the first try fails', async () => {
    const [api, keep, shared] = [new FakeApi(), keepInMap(), sharedInMap()];
    const lacks = (value: FieldRecord) => (value.why === undefined ? [{ pointer: '/why', label: '', detail: '' }] : []);
    const setup = { path: PATH, start: api.now(), door: api.door(lacks), keep, shared };
    new Writing(setup).type({ text: 'half' });
    await pass(12_000);
    expect(shared.left.get(PATH)).toEqual({ base: undefined, mine: { text: 'half' } });
    const { drop } = shared;
    shared.drop = () => Promise.reject(new Failed({ kind: 'unanswered' }));
    const later = new Writing(setup);
    await later.restore();
    later.type({ text: 'half', why: 'so' });
    await pass(1_000);
    expect(api.value).toEqual({ text: 'half', why: 'so' });
    shared.drop = drop;
    await pass(60_000);
    expect(shared.left.size).toBe(0);
  });

  it('leaves the draft of another device as it is, also in a later page, until it is told whose words to keep', async () => {
    const [api, keep, shared] = [new FakeApi(), keepInMap(), sharedInMap()];
    const there: Draft = { base: undefined, mine: { text: 'typed elsewhere' } };
    shared.left.set(PATH, there);
    const setup = { path: PATH, start: api.now(), door: api.door(wantsWhy), keep, shared };
    new Writing(setup).type({ text: 'typed here' });
    await pass(12_000);
    const later = new Writing(setup);
    await later.restore();
    await pass(60_000);
    expect(shared.left.get(PATH)).toEqual(there);
    const { etag = '' } = (await shared.read(PATH)) ?? {};
    expect(later.isOwnDraft(etag)).toBe(false);
    await later.keepOwn(etag);
    expect(shared.left.get(PATH)).toEqual({ base: undefined, mine: { text: 'typed here' } });
    later.type({ text: 'typed here', why: 'so' });
    await pass(1_000);
    expect([api.value, shared.left.size]).toEqual([{ text: 'typed here', why: 'so' }, 0]);
  });

  it('takes away no draft of another device with its own words, and asks where both say something', async () => {
    const [api, shared] = [new FakeApi(), sharedInMap()];
    const setup = { path: PATH, start: api.now(), door: api.door(wantsWhy), keep: keepInMap(), shared };
    const writing = new Writing(setup);
    writing.type({ text: 'of here' });
    await pass(12_000);
    shared.left.set(PATH, { base: undefined, mine: { text: 'of elsewhere' } });
    writing.type({ text: 'of here', why: 'so' });
    await pass(12_000);
    expect(shared.left.size).toBe(1);
    await writing.takeUp();
    expect(writing.conflicts.value).toMatchObject([{ mine: 'of here', theirs: 'of elsewhere', isOfDraft: true }]);
  });

  it('puts nothing over a draft that was taken up while somebody has to decide about it, also in a later page', async () => {
    const [api, shared] = [new FakeApi(), sharedInMap()];
    const ofMax: Draft = { base: undefined, mine: { text: 'of max' } };
    shared.left.set(PATH, ofMax);
    const setup = { path: PATH, start: api.now(), door: api.door(wantsWhy), keep: keepInMap(), shared };
    const writing = new Writing(setup);
    writing.type({ text: 'of nina', note: 'n' });
    await writing.takeUp();
    await pass(60_000);
    vi.clearAllTimers();
    const later = new Writing(setup);
    await Promise.all([later.restore(), pass(60_000)]);
    expect(shared.left.get(PATH)).toEqual(ofMax);
    const [conflict] = later.conflicts.value;
    if (conflict === undefined) throw new Error('there is no conflict');
    later.resolve(conflict, 'mine');
    await pass(12_000);
    expect(shared.left.get(PATH)).toEqual({ base: undefined, mine: { text: 'of nina', note: 'n' } });
  });

  it('sends as a new part what somebody took out while it was written in, once it is told to', async () => {
    const api = new FakeApi('part');
    api.write({ text: 'old' });
    const writing = new Writing({ path: PATH, start: api.now(), door: api.door(), keep: keepInMap() });
    writing.type({ text: 'mine' });
    api.remove('first');
    writing.hear(api.now('first'));
    await pass(10_000);
    expect([writing.phase.value.kind, api.places.size]).toEqual(['gone', 0]);
    writing.insist();
    await pass(10_000);
    expect([writing.phase.value.kind, ...api.places.keys()]).toEqual(['saved', writing.partId.value]);
    for (let times = 0; times < 3; times += 1) {
      await writing.flush();
      writing.hear(api.now('first'));
    }
    await pass(10_000);
    expect(api.made.size).toBe(1);
  });

  it('shows both versions after three merges in which somebody was faster', async () => {
    const api = new FakeApi();
    api.write({ text: 'old' });
    const door = api.door();
    let times = 0;
    const racing: Door = {
      ...door,
      write: async (...sent) => {
        times += 1;
        api.write({ other: times });
        return door.write(...sent);
      },
    };
    const writing = new Writing({ path: 'p', start: api.now(), door: racing, keep: keepInMap() });
    writing.type({ text: 'mine' });
    await pass(1_000);
    expect(writing.phase.value).toMatchObject({ kind: 'entangled' });
    expect(times).toBe(4);
    expect(writing.mine.value).toMatchObject({ text: 'mine' });
  });
});

const FAULTS: readonly Fault[] = [
  'none',
  'slow',
  'offline',
  'signed out',
  'busy',
  'broken',
  'lost after the write',
  'refused',
  'unfinished',
];
const NAMES = ['text', 'why', 'note'] as const;
const who = fc.constantFrom(0, 1);
const how = fc.constantFrom('add' as const, 'change' as const, 'take out' as const);
const place = fc.integer({ min: 0, max: 2 });

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('type' as const), field: fc.constantFrom(...NAMES), who }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('clear' as const), field: fc.constantFrom(...NAMES), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('other' as const), field: fc.constantFrom(...NAMES) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('list' as const), how, place, who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('other list' as const), how, place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('resolve' as const),
      choice: fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('take up' as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 9_000 }) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('fail' as const), with: fc.constantFrom(...FAULTS) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('leave' as const),
      who,
      isAtOnce: fc.boolean(),
      hours: fc.constantFrom(0, 0, 25),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('insist' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('hear' as const), who }) },
);

type Writer = { writing: Writing; page: Page; keep: ReturnType<typeof keepInMap>; path: string };

const startOf = (api: FakeApi, path: string): Version =>
  path === 'new' ? { value: undefined, etag: undefined } : api.now(path);

function writerOf(api: FakeApi, keep: Writer['keep'], path: string, shared: SharedDrafts): Writer {
  const page = { isOver: false };
  const own: Keep = {
    ...keep,
    set: async (...kept) => (page.isOver ? NEVER : keep.set(...kept)),
    drop: async (...which) => (page.isOver ? NEVER : keep.drop(...which)),
  };
  const ownShared: SharedDrafts = {
    read: async (at) => (page.isOver ? NEVER : shared.read(at)),
    put: async (...left) => (page.isOver ? NEVER : shared.put(...left)),
    drop: async (...which) => (page.isOver ? NEVER : shared.drop(...which)),
  };
  return {
    writing: new Writing({
      path,
      start: startOf(api, path),
      door: api.door(undefined, page),
      keep: own,
      shared: ownShared,
    }),
    page,
    keep,
    path,
  };
}

/** As the list of parts does: what is new is in no record yet, and a part that is gone is shown for as long as something waits in it. */
function hearNow({ writing, path }: Writer, api: FakeApi): void {
  const id = writing.partId.value;
  if (api.kind === 'section') writing.hear(api.now());
  else if (id !== undefined || path !== 'new') writing.hear(api.now(id ?? path));
}

const isShown = ({ writing, path }: Writer, api: FakeApi): boolean => {
  const place = writing.partId.value ?? path;
  return api.kind === 'section' || place === 'new' || writing.mine.value !== undefined || api.places.has(place);
};

/** A list after one of its elements was changed, and what is gone from it. */
function changed(
  list: unknown,
  { how: does, place: at }: { how: 'add' | 'change' | 'take out'; place: number },
  words: string,
): { list: string[]; gone: string | undefined } {
  const before = Array.isArray(list) ? (list as string[]) : [];
  if (does === 'add' || before[at] === undefined) {
    return { list: does === 'add' ? before.toSpliced(at, 0, words) : before, gone: undefined };
  }
  return { list: before.toSpliced(at, 1, ...(does === 'change' ? [words] : [])), gone: before[at] };
}

/** All words of a value; text of two stands in one field after "keep both". */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n\n');
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** The answer of a first write is lost, and what it wrote is heard of before it is sent again. */
const THERE_BY_WHICHEVER_ATTEMPT: [
  'section',
  boolean,
  boolean,
  (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[],
] = [
  'section',
  false,
  false,
  [
    { does: 'fail', with: 'offline' },
    { does: 'fail', with: 'lost after the write' },
    { does: 'type', field: 'text', who: 0 },
    { does: 'wait', ms: 1800 },
    { does: 'hear', who: 0 },
    { does: 'wait', ms: 3000 },
    { does: 'other', field: 'text' },
  ],
];

describe('no letter is ever lost', () => {
  it('has the last words of each field on the server, on the device or in a conflict, and makes no part again unasked', async () => {
    await mustHold(
      fc.asyncProperty(
        fc.constantFrom('section' as const, 'part' as const),
        fc.boolean(),
        fc.boolean(),
        fc.array(step, { minLength: 1, maxLength: 40 }),
        async (kind, isThere, isOnePerson, steps) => {
          vi.clearAllTimers();
          const api = new FakeApi(kind);
          if (isThere) api.write({ text: 'first' });
          const path = kind === 'section' || isThere ? 'first' : 'new';
          // Two tabs of one person keep on the same device.
          const [keep, shared] = [keepInMap(), sharedInMap()];
          const open = [0, 1].map((index) => `tab${index}`);
          const isOpen = (name: string) => open.some((tab) => name.endsWith(` ${tab}`));
          const tabs = open.map((tab, index) =>
            keepInMap(isOnePerson || index === 0 ? keep.kept : new Map(), tab, isOpen),
          );
          const writers = tabs.map((one) => writerOf(api, one, path, shared));
          const [one, other] = writers;
          if (one === undefined || other === undefined) throw new Error('two write');
          const at = (index: number) => (index === 0 ? one : other);
          // Last words of each field by whoever wrote them, and those that somebody saw and did away with.
          const last = new Map<string, { words: string; who: number }>();
          const overwritten = new Set<unknown>();
          let mayBeMade = path === 'new' ? 2 : 0;
          let count = 0;
          let pages = 1;
          const put = (index: number, field: string, words: string | undefined) => {
            const writer = at(index);
            if (!isShown(writer, api)) return;
            const { [field]: before, ...others } = writer.writing.mine.value ?? {};
            for (const one of wordsIn(before)) overwritten.add(one);
            writer.writing.type(words === undefined ? others : { ...others, [field]: words });
            if (words === undefined) last.delete(`${index} ${field}`);
            else last.set(`${index} ${field}`, { words, who: index });
          };
          const changeList = (index: number, change: (typeof steps)[number] & { does: 'list' }, words: string) => {
            const { writing } = at(index);
            if (!isShown(at(index), api)) return;
            const { list, gone } = changed(writing.mine.value?.services, change, words);
            overwritten.add(gone);
            const { services: _, ...others } = writing.mine.value ?? {};
            writing.type(list.length === 0 ? others : { ...others, services: list });
            if (list.includes(words)) last.set(words, { words, who: index });
          };
          const begun = (index: number) => {
            const writer = at(index);
            // A part that was begun is found by what is kept of it, or else in the record.
            open[index] = '';
            const isKept = [...writer.keep.kept.keys()].some(
              (name) => name.startsWith(`${writer.path} `) && !isOpen(name),
            );
            const path = isKept ? writer.path : (writer.writing.partId.value ?? writer.path);
            pages += 1;
            open[index] = `tab${pages}`;
            const own = keepInMap(writer.keep.kept, open[index], isOpen);
            Object.assign(writer, writerOf(api, own, path, shared));
            return writer.writing.restore();
          };
          for (const one of steps) {
            switch (one.does) {
              case 'type':
                count += 1;
                put(one.who, one.field, `w${count} by ${one.who}`);
                break;
              case 'clear':
                put(one.who, one.field, undefined);
                break;
              case 'other':
                count += 1;
                if (api.value === undefined) break;
                for (const words of wordsIn(api.value[one.field])) overwritten.add(words);
                api.write({ [one.field]: `other ${count}` });
                break;
              case 'list':
                count += 1;
                changeList(one.who, one, `w${count} by ${one.who}`);
                break;
              case 'other list': {
                count += 1;
                if (api.value === undefined) break;
                const { list, gone } = changed(api.value.services, one, `other ${count}`);
                overwritten.add(gone);
                api.write({ services: list });
                break;
              }
              case 'resolve': {
                const { writing } = at(one.who);
                const [conflict] = writing.conflicts.value;
                if (conflict === undefined) break;
                // They saw both.
                const before = [writing.mine.value, conflict.theirs];
                writing.resolve(conflict, one.choice);
                const after = wordsIn(writing.mine.value);
                for (const words of before.flatMap(wordsIn)) if (!after.includes(words)) overwritten.add(words);
                break;
              }
              case 'take up': {
                const { writing } = at(one.who);
                if (!isShown(at(one.who), api)) break;
                const before = wordsIn(writing.mine.value);
                await writing.takeUp();
                // What the draft was written over was seen by whoever left it.
                const after = wordsIn(writing.mine.value);
                for (const words of before) if (!after.includes(words)) overwritten.add(words);
                break;
              }
              case 'remove': {
                const [id] = api.places.keys();
                if (id === undefined) break;
                for (const words of wordsIn(api.places.get(id)?.value)) overwritten.add(words);
                api.remove(id);
                break;
              }
              case 'wait':
                await pass(one.ms);
                break;
              case 'fail':
                api.faults.push(one.with);
                break;
              case 'leave': {
                const { writing, page } = at(one.who);
                if (one.isAtOnce) {
                  // The browser dies, as soon as it may.
                  await pass(250);
                  page.isOver = true;
                } else {
                  // The page is hidden, which sends, and then loaded anew.
                  const flushed = writing.flush();
                  await pass(60_000);
                  await flushed;
                  page.isOver = true;
                }
                await pass(one.hours * 3_600_000);
                await Promise.all([begun(one.who), pass(60_000)]);
                break;
              }
              case 'insist': {
                const { writing } = at(one.who);
                const { kind: phase } = writing.phase.value;
                if (phase !== 'gone' && phase !== 'entangled') break;
                if (phase === 'gone') mayBeMade += 1;
                // They saw what they write over.
                if (phase === 'entangled') for (const words of wordsIn(api.value)) overwritten.add(words);
                writing.insist();
                break;
              }
              case 'hear':
                hearNow(at(one.who), api);
                break;
            }
          }
          for (const { writing } of writers) {
            const isAsked = writing.conflicts.value.length > 0;
            if (writing.phase.value.kind === 'saved' && !isAsked) expect(writing.hasUnsent, 'saved').toBe(false);
          }
          api.faults = [];
          for (const writer of [...writers, ...writers]) {
            const flushed = writer.writing.flush();
            await pass(60_000);
            await flushed;
            hearNow(writer, api);
          }
          for (const writer of writers) hearNow(writer, api);
          await pass(60_000);
          expect(api.mostInFlight, 'one request at a time for each who writes').toBeLessThanOrEqual(1);
          if (kind === 'part') expect(api.made.size, 'parts that were made').toBeLessThanOrEqual(mayBeMade);
          for (const { words, who } of last.values()) {
            const { writing, keep } = at(who);
            const held = JSON.stringify([
              [...api.places.values()],
              writing.mine.value,
              ...writing.conflicts.value,
              [...keep.kept.values()],
            ]);
            // What the other one, who had seen it, did away with is what they wanted.
            if (!overwritten.has(words)) expect(held).toContain(words);
          }
          for (const writer of writers) {
            const { writing } = writer;
            const there = api.now(kind === 'part' ? (writing.partId.value ?? writer.path) : undefined);
            if (writing.isAtRest) expect(unfilled(writing.mine.value ?? {})).toEqual(unfilled(there.value ?? {}));
          }
        },
      ),
      { runs: 1000, examples: [THERE_BY_WHICHEVER_ATTEMPT] },
    );
  }, 120_000);
});
