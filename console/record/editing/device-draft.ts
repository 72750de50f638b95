import { signal } from '@preact/signals';
import type { Keep, Kept } from './kept.ts';

type DeviceDraftSetup = { keep: Keep; path: string; hasUnsent: () => boolean };

/** What one writing keeps on this device, one thing after the other. */
export class DeviceDraft {
  /** False once what was typed could not be kept: it is in the page alone. */
  readonly isKept = signal(true);
  /** Of what was kept from here last: another tab may keep its own words in the same place. */
  #mark: string | undefined;
  /** Of what was taken back, until it is kept from here. */
  #takenBack: string[] = [];
  #last: Promise<void> = Promise.resolve();
  readonly #setup: DeviceDraftSetup;

  constructor(setup: DeviceDraftSetup) {
    this.#setup = setup;
  }

  /**
   * Takes back what was kept here and never sent, by whichever tab.
   *
   * @returns whether there was something
   */
  takeBack(take: (kept: readonly Kept[]) => void): Promise<boolean> {
    const { keep, path } = this.#setup;
    const reading = keep.get(path).catch(() => []);
    const taking = reading.then((kept) => {
      this.#takenBack.push(...kept.map(({ mark }) => mark));
      take(kept.toSorted(byOrderOfSending));
      return kept.length > 0;
    });
    // What is typed meanwhile is not kept over it.
    this.#last = this.#last.then(() => taking).then(() => undefined);
    return taking;
  }

  /** @param now tells what is to be kept once it is its turn */
  keep(now: () => Omit<Kept, 'mark' | 'at'>): Promise<void> {
    return this.#inOrder(async () => {
      const { keep, path } = this.#setup;
      const kept: Kept = { ...now(), mark: crypto.randomUUID(), at: Date.now() };
      this.#mark = kept.mark;
      await keep.set(path, kept);
      this.isKept.value = true;
      // It is in what is kept now.
      if (this.#takenBack.length > 0) await keep.drop(path, this.#takenBack);
      this.#takenBack = [];
    });
  }

  /** Forgets what was kept from here, unless something was typed meanwhile. */
  drop(): Promise<void> {
    return this.#inOrder(async () => {
      const { keep, path, hasUnsent } = this.#setup;
      const marks = [...this.#takenBack, ...(this.#mark === undefined ? [] : [this.#mark])];
      if (marks.length === 0 || hasUnsent()) return;
      await keep.drop(path, marks);
      this.#mark = undefined;
      this.#takenBack = [];
    });
  }

  #inOrder(run: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(run).catch(() => {
      this.isKept.value = !this.#setup.hasUnsent();
    });
    return this.#last;
  }
}

/** What may be in the record already is sent again first: only the very same makes nothing twice. */
const byOrderOfSending = (one: Kept, other: Kept): number =>
  Number(other.creating !== undefined) - Number(one.creating !== undefined) || one.at - other.at;
