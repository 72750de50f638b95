import type { DomainEvent } from '../../shared/domain/events.ts';
import type { PostMortemId } from '../../shared/domain/identifiers.ts';
import type { PostMortem } from '../../shared/domain/post-mortem.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { RecordStore } from '../../shared/store/record-store.ts';
import type { Caller } from './api-client.ts';
import { invoke, type Outcome, type Surroundings, type Weather } from './invocation.ts';

/** As long as API Gateway lets a call take. */
const CALL_MS = 29_000;
const TRIES = 6;
const PATIENCE_MS = 120_000;

export type Desk = ReturnType<typeof createDesk>;

/**
 * Where a person changes a record: a call of its own with everything that may happen on the way, and a person who does the
 * same again after a failure. What a change is made of is made before: a repeat makes the same one.
 */
export function createDesk(weather: Weather, storeOn: (surroundings: Surroundings) => RecordStore) {
  const { timeline, random } = weather;
  let calls = 0;

  function once(work: (store: RecordStore) => Promise<unknown>): Promise<Outcome> {
    calls += 1;
    const call = { id: `desk #${calls}`, timeoutMs: CALL_MS };
    return new Promise((resolve) => invoke(weather, call, (surroundings) => work(storeOn(surroundings)), resolve));
  }

  /** @returns whether it was done; not, when the rules forbid it or it fails every time */
  async function work(what: (store: RecordStore) => Promise<unknown>): Promise<boolean> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const outcome = await once(what);
      if ('value' in outcome) return true;
      if ('error' in outcome && outcome.error instanceof Refusal) return false;
      await new Promise<void>((resolve) => timeline.after(random.integer(1_000, PATIENCE_MS), resolve));
    }
    return false;
  }

  return {
    work,
    change: (who: Caller, id: PostMortemId, decide: (record: PostMortem) => DomainEvent[]): Promise<boolean> =>
      work((store) => store.changePostMortem(id, decide, causeOf(who))),
  };
}

export const causeOf = ({ person }: Caller) => ({ actor: person, correlationId: `desk:${person.id}`, hops: 0 });
