import { signal } from '@preact/signals';
import type { FieldRecord } from '../../forms/binding/field-value.ts';
import { valueAt, withValueAt } from './at-path.ts';
import { isSame, saysAll } from './json.ts';
import type { FirstWrite, Kept, Version } from './kept.ts';
import type { Choice, Conflict, Writer } from './merge.ts';
import { isSameConflict, settled } from './merge-written.ts';
import type { Draft } from './shared-draft.ts';
import { notAskedIn, withDraft, withVersion } from './take-over.ts';

/** What is written in one place, against what the record has there: no word of it is lost in a merge. */
export class WrittenWords {
  readonly mine = signal<FieldRecord | undefined>(undefined);
  readonly conflicts = signal<readonly Conflict[]>([]);
  /** Fields that somebody else changed, and that were taken over since the last letter here. */
  readonly taken = signal<readonly (readonly string[])[]>([]);
  /** What it is written over. */
  base: Version;
  /** A first write that was not answered yet. */
  creating: FirstWrite | undefined;
  /** What was sent over the base without an answer so far: one of it may be what is there now. */
  unanswered: readonly FieldRecord[] = [];

  constructor(start: Version) {
    this.base = start;
    this.mine.value = start.value;
  }

  /** Whether something is here that the API does not have. */
  get hasUnsent(): boolean {
    const isAsked = this.conflicts.value.length > 0;
    const isOnItsWay = this.creating !== undefined || this.unanswered.length > 0;
    return isAsked || isOnItsWay || !isSame(this.mine.value ?? {}, this.base.value ?? {});
  }

  /**
   * What the API is to have: all that is here, but where nobody has decided yet, what is there. Undefined: it has it, and nothing
   * else that was sent may have come after it.
   */
  get unsent(): FieldRecord | undefined {
    if (this.creating !== undefined && this.base.etag === undefined) return this.creating.value;
    let body = this.mine.value ?? {};
    for (const { path } of this.conflicts.value) body = withValueAt(body, path, valueAt(this.base.value, path));
    return this.unanswered.length === 0 && isSame(body, this.base.value ?? {}) ? undefined : body;
  }

  get kept(): Omit<Kept, 'mark' | 'at' | 'shared'> {
    return {
      mine: this.mine.value,
      base: this.base,
      conflicts: this.conflicts.value,
      ...(this.creating === undefined ? {} : { creating: this.creating }),
      ...(this.unanswered.length === 0 ? {} : { unanswered: this.unanswered }),
    };
  }

  /** @param isHeld whether somebody is in the field of a JSON pointer now */
  merge(theirs: Version, isHeld: (pointer: string) => boolean): void {
    if (theirs.etag === this.base.etag) return;
    const own = sentAs(this.unanswered, theirs.value);
    const next = withVersion(this.#here, own === undefined ? this.base : { ...this.base, value: own }, theirs, isHeld);
    this.#put(next);
    this.taken.value = next.taken;
    this.base = theirs;
    this.unanswered = [];
    // It is there, by whichever attempt.
    if (theirs.etag !== undefined) this.creating = undefined;
  }

  mergeDraft(draft: Draft, by?: Writer): void {
    this.#put(withDraft(this.#here, draft, by));
  }

  /**
   * Takes back what was kept, and puts what was typed since over it.
   *
   * @param typed whether something was
   */
  takeBack(kept: Kept, isTyped: boolean, isHeld: (pointer: string) => boolean): void {
    const [now, typed] = [this.base, this.#here];
    this.#put(kept);
    this.base = kept.base;
    this.creating = kept.creating;
    this.unanswered = [...unansweredOf(kept), ...this.unanswered];
    const isThere = kept.creating === undefined && now.etag !== undefined;
    if (isThere) this.merge(now, isHeld);
    if (!isTyped) return;
    const before = this.mine.value;
    this.mine.value = typed.mine;
    this.#ask(typed.conflicts);
    this.mergeDraft({ base: isThere ? now.value : kept.base.value, mine: before ?? {} });
  }

  /** What another tab kept in the same place. */
  takeBackToo(kept: Kept): void {
    const sent = unansweredOf(kept);
    const own = sentAs(sent, this.base.value);
    this.mergeDraft({ base: own ?? kept.base.value, mine: kept.mine ?? {} });
    if (own === undefined) this.unanswered = [...this.unanswered, ...sent];
    const asked = kept.conflicts.map((one) =>
      one.isOfDraft === true ? one : { ...one, theirs: valueAt(this.base.value, one.path) },
    );
    this.#ask(asked.filter(({ path, theirs }) => !isSame(valueAt(this.mine.value, path), theirs)));
  }

  /** @returns what is to stand here then */
  settle(conflict: Conflict, how: Choice): FieldRecord {
    this.conflicts.value = this.conflicts.value.filter((one) => !isSameConflict(one, conflict));
    return settled(this.mine.value, { ...conflict, mine: valueAt(this.mine.value, conflict.path) }, how);
  }

  /** Lets go of what is not sent. */
  letGo(): void {
    this.mine.value = this.base.value;
    this.conflicts.value = [];
    this.creating = undefined;
    this.unanswered = [];
  }

  get #here() {
    return { mine: this.mine.value, conflicts: this.conflicts.value };
  }

  #put({ mine, conflicts }: Pick<Kept, 'mine' | 'conflicts'>): void {
    this.mine.value = mine;
    this.conflicts.value = conflicts;
  }

  #ask(conflicts: readonly Conflict[]): void {
    this.conflicts.value = [...this.conflicts.value, ...notAskedIn(this.conflicts.value, conflicts)];
  }
}

/** All that was sent without an answer. */
const unansweredOf = ({ unanswered = [], creating }: Kept): readonly FieldRecord[] =>
  creating === undefined ? unanswered : [...unanswered, creating.value];

/** Which of what was sent is there. */
const sentAs = (sent: readonly FieldRecord[], there: FieldRecord | undefined): FieldRecord | undefined =>
  sent.find((one) => saysAll(there, one) && saysAll(one, there));
