import { del, delMany, entries, get, keys, set } from 'idb-keyval';
import { isTakenAway } from '../../session/token.ts';
import type { Keep, Kept } from './kept.ts';

const DAYS_MS = 30 * 86_400_000;

/** Records of which nothing may stay on this device. */
const keptClose = new Set<string>();
/** By record, the end of the last thing that was asked of this device. */
const turns = new Map<string, Promise<unknown>>();
/** What is typed in such records and not sent. */
const inMemory = new Map<string, Kept>();

const keyOf = (person: string, record: string, path: string) => `writing ${person} ${record} ${path}`;

/**
 * What is typed in a record and not sent: on this device, for 30 days and until the sign-out; of a record that is kept close, in
 * memory alone. Whether it is may change while somebody writes: it is asked each time.
 */
export function keepOf(person: string, record: string): Keep {
  const key = (path: string) => keyOf(person, record, path);
  return {
    isOnDevice: () => !keptClose.has(record),
    get: (path) =>
      inTurn(
        record,
        async () => inMemory.get(key(path)) ?? (keptClose.has(record) ? undefined : fresh(await get<Kept>(key(path)))),
      ),
    set: (path, kept) => inTurn(record, () => keepOne(record, key(path), kept)),
    drop: (path) =>
      inTurn(record, async () => {
        inMemory.delete(key(path));
        await del(key(path));
      }),
    all: () =>
      inTurn(record, async () => {
        const onDevice = keptClose.has(record) ? [] : await entries<string, Kept>();
        return [...new Map([...onDevice, ...inMemory])].flatMap(([name, kept]) =>
          String(name).startsWith(key('')) && fresh(kept) !== undefined
            ? [{ path: String(name).slice(key('').length), kept }]
            : [],
        );
      }),
  };
}

async function keepOne(record: string, name: string, kept: Kept): Promise<void> {
  // After a sign-out nothing comes back onto the device.
  if (isTakenAway()) return;
  if (keptClose.has(record)) {
    inMemory.set(name, kept);
    return;
  }
  await set(name, kept);
  inMemory.delete(name);
}

/** One after the other for each record: what is kept while its mark changes is lost to no move. */
function inTurn<Answer>(record: string, run: () => Promise<Answer>): Promise<Answer> {
  const answer = (turns.get(record) ?? Promise.resolve()).then(run);
  turns.set(
    record,
    answer.catch(() => undefined),
  );
  return answer;
}

/** Says whether something of a record may stay on this device. What waits to be sent moves off it, or back onto it. */
export function setKeptClose(record: string, isClose: boolean): void {
  if (keptClose.has(record) === isClose) return;
  if (isClose) keptClose.add(record);
  else keptClose.delete(record);
  void inTurn(record, () => (isClose ? forgetOnDevice(record) : putOnDevice(record))).catch(() => undefined);
}

/** What is in memory alone is on the device, too, from now on; where it cannot be put there, it stays in memory. */
async function putOnDevice(record: string): Promise<void> {
  for (const [name, kept] of inMemory) {
    if (!isOfRecord(name, record) || keptClose.has(record) || isTakenAway()) continue;
    await set(name, kept).then(
      () => inMemory.delete(name),
      () => undefined,
    );
  }
}

const isOfRecord = (name: string, record: string): boolean =>
  /^(writing|entry) /.test(name) && `${name} `.includes(` ${record} `);

/** Takes away all that lies on this device of a record, of whomever: what is written in, and entries of its timeline. */
async function forgetOnDevice(record: string): Promise<void> {
  for (const [name, kept] of await entries<string, Kept>()) {
    if (isOfRecord(name, record) && name.startsWith('writing ') && !inMemory.has(name) && fresh(kept) !== undefined)
      inMemory.set(name, kept);
  }
  await delMany((await keys<string>()).filter((name) => isOfRecord(name, record)));
}

const fresh = <One extends { at: number }>(kept: One | undefined) =>
  kept !== undefined && Date.now() - kept.at < DAYS_MS ? kept : undefined;

/** Takes away what has lain on this device for too long, of whomever: what is written in, and entries that were begun. */
export async function forgetOldDrafts(): Promise<void> {
  for (const [name, kept] of await entries<string, { at: number }>()) {
    if (/^(writing|entry) /.test(String(name)) && fresh(kept) === undefined) await del(name);
  }
}
