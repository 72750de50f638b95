import { signal } from '@preact/signals';
import type { FieldRecord } from '../../forms/binding/field-value.ts';
import type { SharedAs } from './kept.ts';
import type { Writer } from './merge.ts';

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

/** The draft of one writing that others see, as far as it is this device's. */
export class SharedDraft {
  readonly left = signal<SharedAs | undefined>(undefined);
  /** Versions that were left or taken up here: a list of drafts may be older than the last one. */
  #own = new Set<string>();
  /** Where another one stays: it is not asked for again until the person has chosen, or it is known to be gone. */
  #taken: { place: string; at: number } | undefined;
  readonly #drafts: SharedDrafts;

  constructor(drafts: SharedDrafts = NO_DRAFTS) {
    this.#drafts = drafts;
  }

  /** Whether a version of it says what is here, or what was here. */
  isOwn(etag: string): boolean {
    return this.#own.has(etag);
  }

  /** From now on it is this version that is put over, or taken away. */
  own(left: SharedAs | undefined): void {
    if (left !== undefined) {
      this.#own.add(left.etag);
      this.#taken = undefined;
    }
    this.left.value = left;
  }

  async takeUp(place: string): Promise<FoundDraft | undefined> {
    const found = await this.#drafts.read(place);
    if (found !== undefined) this.own({ place, etag: found.etag });
    return found;
  }

  /** The other one was not there any more at a time, in milliseconds since 1970. @returns whether that is news */
  free(at: number): boolean {
    if (this.#taken === undefined || at <= this.#taken.at) return false;
    this.#taken = undefined;
    return true;
  }

  /** Puts it at a place, over no version but its own: another one stays there. */
  async put(place: string, draft: Draft): Promise<void> {
    if (this.#taken?.place === place) return;
    if (this.left.value !== undefined && this.left.value.place !== place) await this.drop();
    const etag = await this.#drafts.put(place, draft, this.left.value?.etag);
    this.own(etag === undefined ? undefined : { place, etag });
    if (etag === undefined) this.#taken = { place, at: Date.now() };
  }

  async drop(): Promise<void> {
    const { value: left } = this.left;
    if (left !== undefined) await this.#drafts.drop(left.place, left.etag);
    this.own(undefined);
  }
}

const NO_DRAFTS: SharedDrafts = {
  read: async () => undefined,
  put: async () => undefined,
  drop: async () => undefined,
};
