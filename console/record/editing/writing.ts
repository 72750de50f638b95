import { signal } from '@preact/signals';
import type { FieldRecord } from '../../forms/binding/field-value.ts';
import { DeviceDraft } from './device-draft.ts';
import type { Door } from './door.ts';
import { isSame } from './json.ts';
import { type Keep, type Kept, NOTHING, type Version } from './kept.ts';
import type { Choice, Conflict } from './merge.ts';
import { type Phase, phaseAfter } from './phase.ts';
import { Sender } from './sender.ts';
import { SharedDraft, type SharedDrafts } from './shared-draft.ts';
import { Timers } from './timers.ts';
import { WrittenWords } from './written-words.ts';

export type { Door } from './door.ts';
export type { Draft, SharedDrafts } from './shared-draft.ts';

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

/**
 * One section or part that is written in. What is typed is kept first and sent then, one request at a time, over the version
 * that it was typed on; what somebody else wrote meanwhile is merged by field, and what cannot be merged is asked about.
 */
export class Writing {
  readonly phase = signal<Phase>({ kind: 'at rest' });
  /** Of a new part, once it is in the record. */
  readonly partId = signal<string | undefined>(undefined);
  readonly setup: Setup;
  #words: WrittenWords;
  #sender: Sender;
  #device: DeviceDraft;
  #draft: SharedDraft;
  #timers = new Timers();
  #running: Promise<void> | undefined;
  #isWanted = false;
  #failures = 0;
  /** When something from here was written last. */
  #savedAt: number | undefined;
  #heard: Version | undefined;

  constructor(setup: Setup) {
    this.setup = setup;
    this.partId.value = setup.start.id;
    this.#words = new WrittenWords(setup.start);
    this.#sender = new Sender({ ...setup, words: this.#words, keep: () => this.#keep(), isHeld: this.#isHeld });
    this.#device = new DeviceDraft({ ...setup, hasUnsent: () => this.hasUnsent });
    this.#draft = new SharedDraft(setup.shared);
  }

  get mine() {
    return this.#words.mine;
  }

  get conflicts() {
    return this.#words.conflicts;
  }

  /** Fields that somebody else changed, and that were taken over since the last letter here. */
  get taken() {
    return this.#words.taken;
  }

  /** The draft of this that others see. */
  get shared() {
    return this.#draft.left;
  }

  /** Of the version that is written over next. */
  get etag(): string | undefined {
    return this.#words.base.etag;
  }

  /** In the record; of a new part its own, until it is there. */
  get place(): string {
    const id = this.partId.value;
    return id === undefined ? this.setup.path : `${this.setup.path.split('.')[0]}.${id}`;
  }

  /** Whether something is here that the API does not have. */
  get hasUnsent(): boolean {
    return this.#words.hasUnsent;
  }

  /** Whether what is unsent outlives the page. */
  get isOnDevice(): boolean {
    return this.#device.isKept.value && this.setup.keep.isOnDevice();
  }

  get isAtRest(): boolean {
    return this.#running === undefined && !this.hasUnsent;
  }

  /** Takes up what was kept here and never sent. */
  async restore(): Promise<void> {
    const isFound = await this.#device.takeBack(([first, ...others]) => {
      if (first !== undefined) this.#takeBack(first);
      for (const one of others) {
        if (one.shared !== undefined) this.#draft.own(one.shared);
        this.#words.takeBackToo(one);
      }
    });
    if (isFound) await this.flush();
  }

  #takeBack(kept: Kept): void {
    const isTyped = !this.isAtRest;
    this.#draft.own(kept.shared);
    this.partId.value = kept.base.id;
    this.phase.value = { kind: 'typed' };
    this.#words.takeBack(kept, isTyped, this.#isHeld);
  }

  /** Takes up a draft that was begun elsewhere. What was written since the draft began is never overwritten without a question. */
  async takeUp(): Promise<void> {
    const found = await this.#draft.takeUp(this.place);
    if (found === undefined) return;
    this.#words.mergeDraft(found, found.by);
    this.type(this.mine.value);
  }

  /** Keeps what is here, and not a draft that the same person left on another device. */
  async keepOwn(etag: string): Promise<void> {
    this.#draft.own({ place: this.place, etag });
    await this.#keep();
    // What is on its way comes to one of the two by itself.
    if (this.phase.value.kind === 'unfinished') await this.share();
    else await this.#unshare();
  }

  /** No draft was left here at a time, in milliseconds since 1970: what is unfinished is shared in the place of one that was. */
  shareAgain(at: number): void {
    const isWaiting = this.#draft.free(at) && this.phase.value.kind === 'unfinished';
    if (isWaiting) this.#timers.later('share', SHARE_MS, () => void this.share());
  }

  /** Whether a shared draft says what is here, or what was here. */
  isOwnDraft(etag: string): boolean {
    return this.#draft.isOwn(etag);
  }

  type(next: FieldRecord | undefined): void {
    this.mine.value = next;
    this.taken.value = [];
    const { kind } = this.phase.value;
    if (kind !== 'saving' && kind !== 'gone') this.phase.value = { kind: 'typed' };
    this.#timers.later('keep', KEEP_MS, () => void this.#keep());
    this.#timers.stop('share', 'retry', 'rest');
    this.#timers.later('rest', REST_MS, () => void this.flush());
    this.#timers.later('typing', TYPING_MS, () => void this.flush());
  }

  /** @param how whose words stand then */
  resolve(conflict: Conflict, how: Choice): void {
    this.type(this.#words.settle(conflict, how));
    void this.flush();
  }

  /** Of what somebody took out, or writes in again and again: what is here is sent over theirs. */
  insist(): void {
    if (this.phase.value.kind === 'gone') {
      this.#words.base = NOTHING;
      this.partId.value = undefined;
    }
    this.phase.value = { kind: 'typed' };
    void this.flush();
  }

  /** Lets go of what was typed here. */
  async letGo(): Promise<void> {
    this.#timers.stopAll();
    if (this.phase.value.kind === 'gone') this.#words.base = NOTHING;
    this.#words.letGo();
    this.phase.value = { kind: 'at rest' };
    await this.#device.drop();
    await this.#unshare();
  }

  /** The section or part as somebody read it now. */
  hear(version: Version): void {
    const { base } = this.#words;
    // What was drawn before the last words were sent comes after them, and is nobody's change.
    if (isOlder(version, base)) return;
    if (this.#running !== undefined) {
      if (this.#heard === undefined || !isOlder(version, this.#heard)) this.#heard = version;
      return;
    }
    if (version.etag === base.etag) return;
    if (version.value === undefined) {
      if (this.isAtRest) this.#rest(version);
      else this.phase.value = { kind: 'gone' };
      return;
    }
    const wasAtRest = this.isAtRest;
    this.#merge(version);
    if (this.phase.value.kind === 'gone') this.phase.value = { kind: 'typed' };
    if (!wasAtRest || !isSame(this.mine.value, version.value)) void this.#keep();
    if (wasAtRest && this.hasUnsent) {
      this.phase.value = { kind: 'typed' };
      void this.flush();
    }
  }

  /** What somebody took out while nothing was written in it here is gone here, too: it would be sent as new otherwise. */
  #rest(gone: Version): void {
    this.#words.base = gone;
    this.mine.value = undefined;
    this.phase.value = { kind: 'at rest' };
  }

  /** Sends what is not sent. */
  flush(): Promise<void> {
    this.#timers.stop('rest', 'typing', 'retry');
    // The page may end before what is on its way.
    if (this.#timers.has('keep')) void this.#keep();
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
      const body = this.#words.unsent;
      if (body === undefined) {
        this.#isWanted = false;
        await this.#settle();
        return;
      }
      if (this.phase.value.kind === 'gone') {
        this.#isWanted = false;
        return;
      }
      const isRepeat = this.#words.creating !== undefined;
      const lacks = this.setup.door.lacks(body);
      if (lacks.length > 0 && !isRepeat) return this.#leaveUnfinished({ kind: 'unfinished', lacks });
      this.#isWanted = false;
      this.phase.value = { kind: 'saving' };
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
    const written = await this.#sender.send(body);
    this.partId.value = written.id;
    this.#failures = 0;
    // Of words that were typed meanwhile it would not be true.
    this.#savedAt = Date.now();
    this.phase.value = this.hasUnsent ? { kind: 'typed' } : this.#asSaved;
  }

  /**
   * @param isRepeat of a new part that may be there already
   * @returns whether to try again at once
   */
  async #failed(error: unknown, merges: number, isRepeat = false): Promise<boolean> {
    const failure = this.setup.door.failureOf(error);
    if (failure.kind === 'changed') return this.#changed(merges);
    const { kind } = failure;
    if (kind === 'unfinished' || (kind === 'refused' && !isRepeat)) this.#words.creating = undefined;
    if (kind === 'unfinished') {
      await this.#leaveUnfinished(phaseAfter(failure));
      return false;
    }
    this.phase.value = phaseAfter(failure);
    if (kind === 'later' || kind === 'unanswered') {
      const again = kind === 'later' ? failure.afterMs : (RETRY_MS[this.#failures] ?? LATER_MS);
      this.#failures += 1;
      this.#timers.later('retry', again, () => void this.flush());
    }
    return false;
  }

  /** It is not what was written over: what is there is read, and merged. @returns whether to try again at once */
  async #changed(merges: number): Promise<boolean> {
    const { base } = this.#words;
    const theirs = await this.setup.door.read(base).catch((because: unknown) => because as Error);
    if (theirs instanceof Error) return this.#unread(theirs, merges);
    this.#words.creating = undefined;
    if (theirs.value === undefined && this.#words.base.value !== undefined) this.phase.value = { kind: 'gone' };
    else if (merges < MERGES) {
      this.#merge(theirs);
      await this.#keep();
      this.#isWanted = true;
      return true;
    } else this.phase.value = { kind: 'entangled', theirs: theirs.value };
    return false;
  }

  /** What is there could not be read. What is not there at all, or not for this person, is not asked for again. */
  async #unread(error: Error, merges: number): Promise<boolean> {
    if (this.setup.door.failureOf(error).kind !== 'changed') return this.#failed(error, merges);
    this.phase.value = { kind: 'refused', words: error.message };
    return false;
  }

  #merge(theirs: Version): void {
    this.#words.merge(theirs, this.#isHeld);
  }

  #isHeld = (pointer: string): boolean => this.setup.isHeld?.(this.place, pointer) === true;

  async #settle(): Promise<void> {
    if (this.conflicts.value.length > 0) {
      this.phase.value = { kind: 'typed' };
      await this.#keep();
      return;
    }
    if (this.phase.value.kind !== 'gone') this.phase.value = this.#asSaved;
    await this.#device.drop();
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
    this.#timers.later('share', SHARE_MS, () => void this.share());
  }

  /** Puts what is unfinished where the others of the record, and other computers of this person, find it. */
  async share(): Promise<void> {
    this.#timers.stop('share');
    const { base, mine, conflicts } = this.#words;
    if (this.setup.shared === undefined || mine.value === undefined) return;
    // The draft that was taken up is the only place of words that nobody decided about yet.
    if (conflicts.value.some(({ isOfDraft }) => isOfDraft === true)) return;
    try {
      // Where another one stays, the words stay here, and beside them is said whose draft it is.
      await this.#draft.put(this.place, { base: base.value, mine: mine.value });
      // So that it is taken away also where the words are sent by a later page, or were sent meanwhile.
      await this.#keep();
      await this.#unshare();
    } catch {
      this.#timers.later('share', LATER_MS, () => void this.share());
    }
  }

  /** Takes the shared draft of what is sent away: it says what was. */
  async #unshare(): Promise<void> {
    if (this.shared.value === undefined || this.hasUnsent) return;
    await this.#draft.drop().catch(() => this.#timers.later('unshare', LATER_MS, () => void this.#unshare()));
  }

  async #keep(): Promise<void> {
    this.#timers.stop('keep');
    if (this.isAtRest) return this.#device.drop();
    return this.#device.keep(() => {
      const { value: shared } = this.shared;
      return { ...this.#words.kept, ...(shared === undefined ? {} : { shared }) };
    });
  }
}

const isOlder = (one: Version, other: Version): boolean =>
  one.revision !== undefined && other.revision !== undefined && one.revision < other.revision;
