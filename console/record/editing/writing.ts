import { signal } from '@preact/signals';
import type { FieldRecord, FieldValue } from '../../forms/binding/field-value.ts';
import { valueAt, withValueAt } from './at-path.ts';
import type { Failure } from './failure.ts';
import { isSame } from './json.ts';
import type { Keep, Kept, SharedAs, Version } from './kept.ts';
import type { Lack } from './lacks-of.ts';
import type { Choice, Conflict, Writer } from './merge.ts';
import { isSameConflict, mergeWritten, pointerOf, settled } from './merge-written.ts';
import { remainingConflicts } from './remaining-conflicts.ts';

/** Where what is typed stands: said beside the heading. */
export type Phase =
  | { kind: 'at rest' }
  | { kind: 'typed' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'unsent'; because: 'unanswered' | 'signed out' | 'too many' }
  | { kind: 'unfinished'; lacks: readonly Lack[]; words?: string }
  | { kind: 'refused'; words: string }
  /** Somebody took out what is written in. */
  | { kind: 'gone' }
  /** Somebody writes in it again and again: both versions are shown. */
  | { kind: 'entangled'; theirs: FieldRecord | undefined };

/** The API, as far as one section or part is written in. */
export type Door = {
  /** Undefined value: it is not there. */
  read: (base: Version) => Promise<Version>;
  /** Writes over a version; over one without an ETag for the first time, under `key`, by which a repeat makes nothing. */
  write: (value: FieldRecord, base: Version, key: string) => Promise<Version>;
  /** What is there with these very words: a first write of them may have come through. Without an ETag: nothing. */
  find: (value: FieldRecord) => Promise<Version>;
  lacks: (value: FieldRecord) => Lack[];
  failureOf: (error: unknown) => Failure;
};

/** What somebody left unfinished, and what they wrote it on. */
export type Draft = { base: FieldRecord | undefined; mine: FieldRecord };

/** A draft as it was found, by whomever it was left. */
export type FoundDraft = Draft & { etag: string; by: Writer };

/** Drafts that others of the record see, too, by their place in it. Each is put over, or taken away, in one version alone. */
export type SharedDrafts = {
  read: (place: string) => Promise<FoundDraft | undefined>;
  /**
   * @param etag of the version that it goes over; undefined: there is none
   * @returns its ETag; undefined where another version is there, which stays
   */
  put: (place: string, draft: Draft, etag: string | undefined) => Promise<string | undefined>;
  drop: (place: string, etag: string) => Promise<void>;
};

type Setup = {
  path: string;
  start: Version;
  door: Door;
  keep: Keep;
  shared?: SharedDrafts;
  newKey?: () => string;
  /** Whether somebody is in that field of a place now: it is not changed under their hands. */
  isHeld?: (place: string, pointer: string) => boolean;
};

/** Milliseconds: from a letter to the device, from the last letter to the API, from the first, and to the shared draft. */
const [KEEP_MS, REST_MS, TYPING_MS, SHARE_MS] = [200, 800, 5_000, 10_000];
const RETRY_MS = [1_000, 3_000, 9_000];
const LATER_MS = 30_000;
const MERGES = 3;
/** Milliseconds for which a repeat under a key makes nothing for certain: the API forgets its keys after a day. */
const KEY_MS = 20 * 3_600_000;

/**
 * One section or part that is written in. What is typed is kept first and sent then, one request at a time, over the version
 * that it was typed on; what somebody else wrote meanwhile is merged by field, and what cannot be merged is asked about.
 */
export class Writing {
  readonly mine = signal<FieldRecord | undefined>(undefined);
  readonly phase = signal<Phase>({ kind: 'at rest' });
  readonly conflicts = signal<readonly Conflict[]>([]);
  /** Fields that somebody else changed, and that were taken over since the last letter here. */
  readonly taken = signal<readonly (readonly string[])[]>([]);
  /** Of a new part, once it is in the record. */
  readonly partId = signal<string | undefined>(undefined);
  /** The draft of this that others see. */
  readonly shared = signal<SharedAs | undefined>(undefined);
  /** False once what was typed could not be kept: it is in the page alone. */
  readonly isKept = signal(true);
  #base: Version;
  #creating: Kept['creating'];
  #running: Promise<void> | undefined;
  #isWanted = false;
  #failures = 0;
  /** When something from here was written last. */
  #savedAt: number | undefined;
  /** Of what was kept from here last: another tab may keep its own words in the same place. */
  #mark: string | undefined;
  /** Of what was taken back, until it is kept from here. */
  #takenBack: string[] = [];
  #heard: Version | undefined;
  /** Versions of shared drafts that were left or taken up here: a list of them may be older than the last one. */
  #ownDrafts = new Set<string>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #keeping: Promise<void> = Promise.resolve();
  readonly setup: Setup;

  constructor(setup: Setup) {
    this.setup = setup;
    this.#base = setup.start;
    this.partId.value = setup.start.id;
    this.mine.value = setup.start.value;
  }

  /** Takes up what was kept here and never sent. */
  async restore(): Promise<void> {
    const reading = this.setup.keep.get(this.setup.path).catch(() => []);
    const taking = reading.then((kept) => {
      // What may be in the record already is sent again first: only the very same makes nothing twice.
      const [first, ...others] = kept.toSorted(
        (one, other) => Number(other.creating !== undefined) - Number(one.creating !== undefined) || one.at - other.at,
      );
      if (first !== undefined) this.#takeBack(first);
      for (const one of others) this.#takeBackToo(one);
      return first !== undefined;
    });
    // What is typed meanwhile is not kept over it.
    this.#keeping = this.#keeping.then(() => taking).then(() => undefined);
    if (await taking) await this.flush();
  }

  #takeBack(kept: Kept): void {
    const now = this.#base;
    const typed = this.isAtRest ? undefined : { mine: this.mine.value, conflicts: this.conflicts.value };
    this.#takenBack.push(kept.mark);
    this.#setShared(kept.shared);
    this.#base = kept.base;
    this.partId.value = kept.base.id;
    this.mine.value = kept.mine;
    this.conflicts.value = kept.conflicts;
    this.#creating = kept.creating;
    this.phase.value = { kind: 'typed' };
    const isThere = kept.creating === undefined && now.etag !== undefined;
    if (isThere) this.#merge(now);
    if (typed === undefined) return;
    const before = this.mine.value;
    this.mine.value = typed.mine;
    this.conflicts.value = [...this.conflicts.value, ...typed.conflicts.filter((one) => !this.#isAsked(one))];
    this.#mergeDraft({ base: isThere ? now.value : kept.base.value, mine: before ?? {} });
  }

  /** What another tab kept in the same place. */
  #takeBackToo(kept: Kept): void {
    this.#takenBack.push(kept.mark);
    if (kept.shared !== undefined) this.#setShared(kept.shared);
    this.conflicts.value = [...this.conflicts.value, ...kept.conflicts.filter((one) => !this.#isAsked(one))];
    this.#mergeDraft({ base: kept.base.value, mine: kept.mine ?? {} });
  }

  /** Takes up a draft that was begun elsewhere. What was written since the draft began is never overwritten without a question. */
  async takeUp(): Promise<void> {
    const { place } = this;
    const draft = await this.setup.shared?.read(place);
    if (draft === undefined) return;
    this.#setShared({ place, etag: draft.etag });
    this.#mergeDraft(draft, draft.by);
    this.type(this.mine.value);
  }

  /** Keeps what is here, and not a draft that the same person left on another device. */
  async keepOwn(etag: string): Promise<void> {
    this.#setShared({ place: this.place, etag });
    await this.#keep();
    // What is on its way comes to one of the two by itself.
    if (this.phase.value.kind === 'unfinished') await this.share();
    else await this.#unshare();
  }

  /** Whether a shared draft says what is here, or what was here. */
  isOwnDraft(etag: string): boolean {
    return this.#ownDrafts.has(etag);
  }

  #setShared(shared: SharedAs | undefined): void {
    if (shared !== undefined) this.#ownDrafts.add(shared.etag);
    this.shared.value = shared;
  }

  /** Takes the words of a draft over; where something else stands here, it is asked about. */
  #mergeDraft(draft: Draft, by?: Writer): void {
    const { merged, conflicts } = mergeWritten(draft.base, this.mine.value, draft.mine);
    const next = remainingConflicts({
      before: [],
      found: conflicts.map((one) => ({ ...one, isOfDraft: true, ...(by === undefined ? {} : { by }) })),
      merged,
      written: this.mine.value,
      base: draft.base,
      theirs: draft.mine,
      held: [],
    });
    const before = this.conflicts.value.filter((one) => !next.conflicts.some((other) => isSameConflict(one, other)));
    this.conflicts.value = [...before, ...next.conflicts];
    this.mine.value = next.mine;
  }

  #isAsked(conflict: Conflict): boolean {
    return this.conflicts.value.some((one) => isSameConflict(one, conflict));
  }

  /** Of the version that is written over next. */
  get etag(): string | undefined {
    return this.#base.etag;
  }

  /** In the record; of a new part its own, until it is there. */
  get place(): string {
    const id = this.partId.value;
    return id === undefined ? this.setup.path : `${this.setup.path.split('.')[0]}.${id}`;
  }

  /** Whether something is here that the API does not have. */
  get hasUnsent(): boolean {
    const isAsked = this.conflicts.value.length > 0 || this.#creating !== undefined;
    return isAsked || !isSame(this.mine.value ?? {}, this.#base.value ?? {});
  }

  /** Whether what is unsent outlives the page. */
  get isOnDevice(): boolean {
    return this.isKept.value && this.setup.keep.isOnDevice();
  }

  get isAtRest(): boolean {
    return this.#running === undefined && !this.hasUnsent;
  }

  type(next: FieldRecord | undefined): void {
    this.mine.value = next;
    this.taken.value = [];
    const { kind } = this.phase.value;
    if (kind !== 'saving' && kind !== 'gone') this.phase.value = { kind: 'typed' };
    this.#later('keep', KEEP_MS, () => void this.#keep());
    this.#stop('share');
    this.#stop('retry');
    this.#stop('rest');
    this.#later('rest', REST_MS, () => void this.flush());
    this.#later('typing', TYPING_MS, () => void this.flush());
  }

  /** @param how whose words stand then */
  resolve(conflict: Conflict, how: Choice): void {
    this.conflicts.value = this.conflicts.value.filter((one) => !isSameConflict(one, conflict));
    const mine = valueAt(this.mine.value, conflict.path);
    this.type(settled(this.mine.value, { ...conflict, mine }, how));
    void this.flush();
  }

  /** Of what somebody took out, or writes in again and again: what is here is sent over theirs. */
  insist(): void {
    if (this.phase.value.kind === 'gone') {
      this.#base = NOTHING;
      this.partId.value = undefined;
    }
    this.phase.value = { kind: 'typed' };
    void this.flush();
  }

  /** Lets go of what was typed here. */
  async letGo(): Promise<void> {
    this.#stopAll();
    if (this.phase.value.kind === 'gone') this.#base = NOTHING;
    this.mine.value = this.#base.value;
    this.conflicts.value = [];
    this.#creating = undefined;
    this.phase.value = { kind: 'at rest' };
    await this.#drop();
    await this.#unshare();
  }

  /** The section or part as somebody read it now. */
  hear(version: Version): void {
    // What was drawn before the last words were sent comes after them, and is nobody's change.
    if (isOlder(version, this.#base)) return;
    if (this.#running !== undefined) {
      if (this.#heard === undefined || !isOlder(version, this.#heard)) this.#heard = version;
      return;
    }
    if (version.etag === this.#base.etag) return;
    if (version.value === undefined) {
      if (this.isAtRest) this.#rest(version);
      else this.phase.value = { kind: 'gone' };
      return;
    }
    const wasAtRest = this.isAtRest;
    this.#merge(version);
    if (this.phase.value.kind === 'gone') this.phase.value = { kind: 'typed' };
    if (!wasAtRest || !isSame(this.mine.value, this.#base.value)) void this.#keep();
  }

  /** What somebody took out while nothing was written in it here is gone here, too: it would be sent as new otherwise. */
  #rest(gone: Version): void {
    this.#base = gone;
    this.mine.value = undefined;
    this.phase.value = { kind: 'at rest' };
  }

  /** Sends what is not sent. */
  flush(): Promise<void> {
    for (const name of ['rest', 'typing', 'retry']) this.#stop(name);
    this.#isWanted = true;
    this.#running ??= this.#runToItsEnd();
    return this.#running;
  }

  async #runToItsEnd(): Promise<void> {
    try {
      await this.#run();
    } finally {
      this.#running = undefined;
      const heard = this.#heard;
      this.#heard = undefined;
      if (heard !== undefined) this.hear(heard);
      // Asked for while this one came to its end: nothing else would send it.
      if (this.#isWanted && !this.#timers.has('retry')) await this.flush();
    }
  }

  async #run(): Promise<void> {
    await this.#keep();
    let merges = 0;
    while (this.#isWanted) {
      const body = this.#unsent();
      if (body === undefined) {
        this.#isWanted = false;
        await this.#settle();
        return;
      }
      const lacks = this.setup.door.lacks(body);
      if (lacks.length > 0 && this.#creating === undefined) return this.#leaveUnfinished({ kind: 'unfinished', lacks });
      this.#isWanted = false;
      this.phase.value = { kind: 'saving' };
      const isRepeat = this.#creating !== undefined;
      try {
        await this.#write(body);
      } catch (error) {
        const goesOn = await this.#failed(error, merges, isRepeat);
        if (!goesOn) return;
        merges += 1;
      }
      // What was typed meanwhile waits for its own rest, unless that is over already.
      if (!this.#timers.has('rest')) this.#isWanted = true;
    }
  }

  async #write(body: FieldRecord): Promise<void> {
    const isNew = this.#base.etag === undefined;
    const isRepeat = isNew && this.#creating !== undefined;
    if (isNew && this.#creating === undefined) {
      const { newKey = () => crypto.randomUUID() } = this.setup;
      this.#creating = { key: newKey(), value: body, sentAt: Date.now() };
      await this.#keep();
    }
    const sent = isNew ? (this.#creating?.value ?? body) : body;
    const written = (isRepeat ? await this.#foundMade() : undefined) ?? (await this.#sendOnce(sent));
    this.#creating = undefined;
    this.#base = isRepeat ? { value: sent, etag: undefined } : { ...written, value: sent };
    // It may be there since an earlier attempt, and changed by others meanwhile.
    if (isRepeat) this.#merge(written);
    this.partId.value = written.id;
    this.#failures = 0;
    // Of words that were typed meanwhile it would not be true.
    this.#savedAt = Date.now();
    this.phase.value = this.hasUnsent ? { kind: 'typed' } : this.#asSaved;
  }

  #sendOnce(value: FieldRecord): Promise<Version> {
    return this.setup.door.write(value, this.#base, this.#creating?.key ?? '');
  }

  /** What a first write made so long ago that its key says nothing any more. Where it made nothing, it is sent as if never before. */
  async #foundMade(): Promise<Version | undefined> {
    const { value, sentAt = 0 } = this.#creating ?? {};
    if (value === undefined || Date.now() - sentAt < KEY_MS) return undefined;
    const there = await this.setup.door.find(value);
    if (there.etag !== undefined) return there;
    const { newKey = () => crypto.randomUUID() } = this.setup;
    this.#creating = { key: newKey(), value, sentAt: Date.now() };
    await this.#keep();
    return undefined;
  }

  /**
   * @param isRepeat of a new part that may be there already
   * @returns whether to try again at once
   */
  async #failed(error: unknown, merges: number, isRepeat = false): Promise<boolean> {
    const failure = this.setup.door.failureOf(error);
    switch (failure.kind) {
      case 'changed': {
        const theirs = await this.setup.door.read(this.#base).catch((because: unknown) => because as Error);
        if (theirs instanceof Error) return this.#unread(theirs, merges);
        this.#creating = undefined;
        if (theirs.value === undefined && this.#base.value !== undefined) this.phase.value = { kind: 'gone' };
        else if (merges < MERGES) {
          this.#merge(theirs);
          await this.#keep();
          this.#isWanted = true;
          return true;
        } else this.phase.value = { kind: 'entangled', theirs: theirs.value };
        return false;
      }
      case 'unfinished':
        this.#creating = undefined;
        await this.#leaveUnfinished({
          kind: 'unfinished',
          lacks: failure.fields.map((field) => ({ ...field, label: field.pointer.split('/').at(-1) ?? '' })),
          words: failure.words,
        });
        return false;
      case 'refused':
        if (!isRepeat) this.#creating = undefined;
        this.phase.value = { kind: 'refused', words: failure.words };
        return false;
      case 'signed out':
        this.phase.value = { kind: 'unsent', because: 'signed out' };
        return false;
      default: {
        const again = failure.kind === 'later' ? failure.afterMs : (RETRY_MS[this.#failures] ?? LATER_MS);
        this.#failures += 1;
        this.phase.value = { kind: 'unsent', because: failure.kind === 'later' ? 'too many' : 'unanswered' };
        this.#later('retry', again, () => void this.flush());
        return false;
      }
    }
  }

  /** What is there could not be read. What is not there at all, or not for this person, is not asked for again. */
  async #unread(error: Error, merges: number): Promise<boolean> {
    if (this.setup.door.failureOf(error).kind !== 'changed') return this.#failed(error, merges);
    this.phase.value = { kind: 'refused', words: error.message };
    return false;
  }

  /** What the API is to have: all that is here, but where nobody has decided yet, what is there. Undefined: it has it. */
  #unsent(): FieldRecord | undefined {
    if (this.#creating !== undefined && this.#base.etag === undefined) return this.#creating.value;
    let body = this.mine.value ?? {};
    for (const { path } of this.conflicts.value) body = withValueAt(body, path, valueAt(this.#base.value, path));
    return isSame(body, this.#base.value ?? {}) ? undefined : body;
  }

  #merge(theirs: Version): void {
    if (theirs.etag === this.#base.etag) return;
    const { merged, conflicts, taken } = mergeWritten(this.#base.value, this.mine.value, theirs.value);
    const isNothingThere = (path: readonly string[]) =>
      [this.mine.value, theirs.value].every((one) => isNothing(valueAt(one, path)));
    const held = taken.filter(
      (path) => this.setup.isHeld?.(this.place, pointerOf(path)) === true && !isNothingThere(path),
    );
    const next = remainingConflicts({
      before: this.conflicts.value,
      found: conflicts,
      merged,
      written: this.mine.value,
      base: this.#base.value,
      theirs: theirs.value,
      held,
    });
    this.mine.value = next.mine;
    this.conflicts.value = next.conflicts.map((one) => writtenBetween(one, this.#base, theirs));
    this.taken.value = taken.filter((path) => !held.includes(path));
    this.#base = theirs;
    // It is there, by whichever attempt.
    if (theirs.etag !== undefined) this.#creating = undefined;
  }

  async #settle(): Promise<void> {
    if (this.conflicts.value.length > 0) {
      this.phase.value = { kind: 'typed' };
      await this.#keep();
      return;
    }
    if (this.phase.value.kind !== 'gone') this.phase.value = this.#asSaved;
    await this.#drop();
    await this.#unshare();
  }

  /** Who wrote something and took it back has saved nothing. */
  get #asSaved(): Phase {
    return this.#savedAt === undefined ? { kind: 'at rest' } : { kind: 'saved', at: this.#savedAt };
  }

  async #leaveUnfinished(phase: Phase): Promise<void> {
    this.#isWanted = false;
    this.phase.value = phase;
    await this.#keep();
    this.#later('share', SHARE_MS, () => void this.share());
  }

  /** Puts what is unfinished where the others of the record, and other computers of this person, find it. */
  async share(): Promise<void> {
    this.#stop('share');
    const { shared } = this.setup;
    const { place } = this;
    if (shared === undefined || this.mine.value === undefined) return;
    try {
      const before = this.shared.value;
      if (before !== undefined && before.place !== place) {
        await shared.drop(before.place, before.etag);
        this.#setShared(undefined);
      }
      const etag = await shared.put(place, { base: this.#base.value, mine: this.mine.value }, this.shared.value?.etag);
      // Where another one stays, the words stay here, and beside them is said whose draft it is.
      this.#setShared(etag === undefined ? undefined : { place, etag });
      // So that it is taken away also where the words are sent by a later page, or were sent meanwhile.
      await this.#keep();
      await this.#unshare();
    } catch {
      this.#later('share', LATER_MS, () => void this.share());
    }
  }

  /** Takes the shared draft of what is sent away: it says what was. */
  async #unshare(): Promise<void> {
    const shared = this.shared.value;
    if (shared === undefined || this.hasUnsent) return;
    await this.setup.shared?.drop(shared.place, shared.etag).then(
      () => this.#setShared(undefined),
      () => this.#later('unshare', LATER_MS, () => void this.#unshare()),
    );
  }

  async #keep(): Promise<void> {
    this.#stop('keep');
    if (this.#running === undefined && this.isAtRest) return this.#drop();
    return this.#inOrder(async () => {
      const kept: Kept = {
        mine: this.mine.value,
        base: this.#base,
        conflicts: this.conflicts.value,
        ...(this.#creating === undefined ? {} : { creating: this.#creating }),
        ...(this.shared.value === undefined ? {} : { shared: this.shared.value }),
        mark: crypto.randomUUID(),
        at: Date.now(),
      };
      const { keep, path } = this.setup;
      this.#mark = kept.mark;
      await keep.set(path, kept);
      this.isKept.value = true;
      // It is in what is kept now.
      if (this.#takenBack.length > 0) await keep.drop(path, this.#takenBack);
      this.#takenBack = [];
    });
  }

  /** Forgets what was kept from here, unless something was typed meanwhile. */
  #drop(): Promise<void> {
    return this.#inOrder(async () => {
      const { keep, path } = this.setup;
      const marks = [...this.#takenBack, ...(this.#mark === undefined ? [] : [this.#mark])];
      if (marks.length === 0 || this.hasUnsent) return;
      await keep.drop(path, marks);
      this.#mark = undefined;
      this.#takenBack = [];
    });
  }

  #inOrder(run: () => Promise<void>): Promise<void> {
    this.#keeping = this.#keeping.then(run).catch(() => {
      this.isKept.value = !this.hasUnsent;
    });
    return this.#keeping;
  }

  #later(name: string, ms: number, run: () => void): void {
    if (this.#timers.has(name)) return;
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        run();
      }, ms),
    );
  }

  #stop(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  #stopAll(): void {
    for (const name of [...this.#timers.keys()]) this.#stop(name);
  }
}

/** Neither there nor written yet. */
const NOTHING: Version = { value: undefined, etag: undefined };

const isOlder = (one: Version, other: Version): boolean =>
  one.revision !== undefined && other.revision !== undefined && one.revision < other.revision;

/** A conflict, with the revisions between which its other side was written. */
function writtenBetween(conflict: Conflict, base: Version, theirs: Version): Conflict {
  const [from, to] = [conflict.revisions?.from ?? base.revision, theirs.revision];
  const isKnown = conflict.isOfDraft !== true && from !== undefined && to !== undefined;
  return isKnown ? { ...conflict, revisions: { from, to } } : conflict;
}

/** The API fills a list that is left out with an empty one. */
const isNothing = (value: FieldValue | undefined) =>
  value === undefined || (Array.isArray(value) && value.length === 0);
