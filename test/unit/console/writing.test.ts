import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldRecord } from '../../../console/forms/binding/field-value.ts';
import type { Failure } from '../../../console/record/editing/failure.ts';
import type { Keep, Kept, Version } from '../../../console/record/editing/kept.ts';
import { type Door, Writing } from '../../../console/record/editing/writing.ts';
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
  readonly made = new Map<string, { value: FieldRecord; id: string }>();

  constructor(kind: 'section' | 'part' = 'section') {
    this.kind = kind;
  }

  get value(): FieldRecord | undefined {
    return [...this.places.values()][0]?.value;
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
    const through = async (run: () => Version): Promise<Version> => {
      if (page.isOver) return NEVER;
      const fault = this.faults.shift() ?? 'none';
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
      write: (value, base, key) => through(() => this.now(this.#put(value, base, key))),
    };
  }

  /** @returns id of the place */
  #put(value: FieldRecord, { etag, id }: Version, key: string): string {
    const before = this.made.get(key);
    if (etag === undefined && before !== undefined) {
      expect(value, 'a repeat under a key is the very same').toEqual(before.value);
      return before.id;
    }
    const first = [...this.places.keys()][0] ?? `place ${this.made.size}`;
    const place = this.kind === 'section' ? first : etag === undefined ? `made ${this.made.size}` : (id ?? '');
    if (etag !== this.now(place).etag) throw new Failed({ kind: 'changed' });
    if (etag === undefined) this.made.set(key, { value, id: place });
    this.#set(place, value);
    return place;
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

const FAILURES: Partial<Record<Fault, Failure>> = {
  offline: { kind: 'unanswered' },
  'signed out': { kind: 'signed out' },
  busy: { kind: 'later', afterMs: 2_000 },
  broken: { kind: 'unanswered' },
  refused: { kind: 'refused', words: 'not now' },
  unfinished: { kind: 'unfinished', words: 'not so', fields: [] },
};

function keepInMap(): Keep & { kept: Map<string, Kept> } {
  const kept = new Map<string, Kept>();
  return {
    kept,
    isOnDevice: () => true,
    get: async (path) => structuredClone(kept.get(path)),
    set: async (path, one) => void kept.set(path, structuredClone(one)),
    drop: async (path) => void kept.delete(path),
    all: async () => [...kept].map(([path, one]) => ({ path, kept: one })),
  };
}

const begin = (api: FakeApi, keep: Keep, start = api.now(), lacks?: Door['lacks']) =>
  new Writing({ path: 'sections.impact', start, door: api.door(lacks), keep });

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
    keep.drop = async (path) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await drop(path);
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

  it('keeps what is unfinished, and shares it after ten seconds of rest', async () => {
    const [api, keep, shared] = [new FakeApi(), keepInMap(), vi.fn(async () => undefined)];
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
    expect(shared).toHaveBeenCalledWith('p', { base: undefined, mine: { title: 'half' } });
    expect(api.value).toBeUndefined();
    expect(keep.kept.get('p')?.mine).toEqual({ title: 'half' });
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

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('type' as const),
      field: fc.constantFrom(...NAMES),
      who: fc.constantFrom(0, 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('other' as const), field: fc.constantFrom(...NAMES) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 9_000 }) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('fail' as const), with: fc.constantFrom(...FAULTS) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('leave' as const), who: fc.constantFrom(0, 1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('hear' as const), who: fc.constantFrom(0, 1) }) },
);

describe('no letter is ever lost', () => {
  it('has the last words of each field on the server, on the device or in a conflict, whatever fails in whatever order', async () => {
    await mustHold(
      fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 40 }), async (isThere, steps) => {
        const api = new FakeApi();
        if (isThere) api.write({ text: 'first' });
        const keeps = [keepInMap(), keepInMap()] as const;
        const writings = [begin(api, keeps[0]), begin(api, keeps[1])];
        // Last words of each field by whoever wrote them.
        const last = new Map<string, { words: string; who: number }>();
        const overwritten = new Set<string>();
        let count = 0;
        for (const one of steps) {
          switch (one.does) {
            case 'type': {
              count += 1;
              const words = `w${count} by ${one.who}`;
              const writing = writings[one.who];
              const before = writing?.mine.value?.[one.field];
              if (typeof before === 'string') overwritten.add(before);
              writing?.type({ ...writing.mine.value, [one.field]: words });
              last.set(`${one.who} ${one.field}`, { words, who: one.who });
              break;
            }
            case 'other':
              count += 1;
              if (api.value !== undefined) {
                overwritten.add(String(api.value[one.field]));
                api.write({ [one.field]: `other ${count}` });
              }
              break;
            case 'wait':
              await pass(one.ms);
              break;
            case 'fail':
              api.faults.push(one.with);
              break;
            case 'leave': {
              // The page is hidden, which sends, and then loaded anew.
              const flushed = writings[one.who]?.flush();
              await pass(60_000);
              await flushed;
              const again = begin(api, keeps[one.who === 0 ? 0 : 1]);
              const old = writings[one.who];
              if (old !== undefined) silence(old);
              writings[one.who] = again;
              await Promise.all([again.restore(), pass(60_000)]);
              break;
            }
            case 'hear':
              writings[one.who]?.hear(api.now());
              break;
          }
        }
        api.faults = [];
        for (const writing of [...writings, ...writings]) {
          const flushed = writing.flush();
          await pass(60_000);
          await flushed;
          writing.hear(api.now());
        }
        for (const writing of writings) writing.hear(api.now());
        await pass(60_000);
        expect(api.mostInFlight, 'one request at a time for each who writes').toBeLessThanOrEqual(2);
        for (const { words, who } of last.values()) {
          const writing = writings[who];
          const held = JSON.stringify([
            api.value,
            writing?.mine.value,
            ...(writing?.conflicts.value ?? []),
            [...keeps[who === 0 ? 0 : 1].kept.values()],
          ]);
          // What the other one, who had seen it, wrote over is what they wanted.
          if (!overwritten.has(words)) expect(held).toContain(words);
          if (writing?.isAtRest === true && api.value !== undefined) expect(writing.mine.value).toEqual(api.value);
        }
      }),
      { runs: 1000 },
    );
  }, 120_000);
});

/** A page that was left runs no timers any more. */
function silence(writing: Writing): void {
  writing.type = () => undefined;
  vi.clearAllTimers();
}
