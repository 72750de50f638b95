import type { FieldRecord } from '../../forms/binding/field-value.ts';
import type { Door } from './door.ts';
import { isSame } from './json.ts';
import type { Version } from './kept.ts';
import type { WrittenWords } from './written-words.ts';

type SenderSetup = {
  door: Door;
  words: WrittenWords;
  newKey?: () => string;
  /** Keeps the words, with the key under which they are sent. */
  keep: () => Promise<void>;
  isHeld: (pointer: string) => boolean;
};

/** Milliseconds for which a repeat under a key makes nothing for certain: the API forgets its keys after a day. */
const KEY_MS = 20 * 3_600_000;
/** Sendings without an answer that are known again: a long time without a network makes one after the other. */
const UNANSWERED = 20;

/** Sends words over what they were written on. What is new is made once, however often its answer is lost. */
export class Sender {
  readonly #setup: SenderSetup;

  constructor(setup: SenderSetup) {
    this.#setup = setup;
  }

  /** @returns what is there then */
  async send(body: FieldRecord): Promise<Version> {
    const { words, isHeld } = this.#setup;
    const isNew = words.base.etag === undefined;
    const isRepeat = isNew && words.creating !== undefined;
    if (isNew && words.creating === undefined) await this.#begin(body);
    const sent = isNew ? (words.creating?.value ?? body) : body;
    const written = (isRepeat ? await this.#foundMade() : undefined) ?? (await this.#sendOnce(sent));
    words.creating = undefined;
    words.unanswered = [];
    words.base = isRepeat ? { value: sent, etag: undefined } : { ...written, value: sent };
    // It may be there since an earlier attempt, and changed by others meanwhile.
    if (isRepeat) words.merge(written, isHeld);
    return written;
  }

  async #sendOnce(value: FieldRecord): Promise<Version> {
    const { door, words, keep } = this.#setup;
    const before = words.unanswered;
    words.unanswered = [...before.filter((one) => !isSame(one, value)), value].slice(-UNANSWERED);
    // A page that is over before the answer leaves it to the next one. What is new is kept already.
    if (words.creating === undefined) await keep();
    try {
      return await door.write(value, words.base, words.creating?.key ?? '');
    } catch (error) {
      const { kind } = door.failureOf(error);
      // A gateway answers 503 also for what was written too slowly.
      if (kind !== 'unanswered' && kind !== 'later') words.unanswered = before;
      throw error;
    }
  }

  /** Keeps what is sent for the first time with its key, before it is sent. */
  async #begin(value: FieldRecord): Promise<void> {
    const { words, keep, newKey = () => crypto.randomUUID() } = this.#setup;
    words.creating = { key: newKey(), value, sentAt: Date.now() };
    await keep();
  }

  /** What a first write made so long ago that its key says nothing any more. Where it made nothing, it is sent as if never before. */
  async #foundMade(): Promise<Version | undefined> {
    const { door, words } = this.#setup;
    const { value, sentAt = 0 } = words.creating ?? {};
    if (value === undefined || Date.now() - sentAt < KEY_MS) return undefined;
    const there = await door.find(value);
    if (there.etag !== undefined) return there;
    await this.#begin(value);
    return undefined;
  }
}
