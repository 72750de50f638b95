import { del, delMany, entries, keys, set } from 'idb-keyval';
import { holdTab, otherTabs, thisTab } from '../../session/open-tabs.ts';
import { isTakenAway } from '../../session/token.ts';
import { isKeptStill } from '../../session/typed-here.ts';
import type { Keep, Kept } from './kept.ts';

/** Records of which nothing may stay on this device. */
const keptClose = new Set<string>();
/** By record, the end of the last thing that was asked of this device. */
const turns = new Map<string, Promise<unknown>>();
/** What is typed in such records and not sent. */
const inMemory = new Map<string, Kept>();

/** By which all is found that was kept in a place, or in a record. */
const keyOf = (person: string, record: string, path = '') => `writing ${person} ${record} ${path}`;
const isAt = (place: string, name: string): boolean => `${name} `.startsWith(`${place} `);

/**
 * What is typed in a record and not sent: on this device, for 30 days and until the sign-out; of a record that is kept close, in
 * memory alone. Whether it is may change while somebody writes: it is asked each time.
 */
export function keepOf(person: string, record: string): Keep {
  const ofRecord = keyOf(person, record);
  const keptAt = async (path: string) =>
    (await keptUnder(record, ofRecord)).filter(([name]) => isAt(keyOf(person, record, path), name));
  return {
    isOnDevice: () => !keptClose.has(record) && !isTakenAway(),
    get: (path) => inTurn(record, async () => (await leftBehind(await keptAt(path))).map(([, kept]) => kept)),
    set: (path, kept) => inTurn(record, () => keepOne(record, `${keyOf(person, record, path)} ${thisTab}`, kept)),
    drop: (path, marks) =>
      inTurn(record, async () => {
        for (const [name, { mark }] of await keptAt(path)) {
          if (marks !== undefined && !marks.includes(mark)) continue;
          inMemory.delete(name);
          await del(name);
        }
      }),
    all: () =>
      inTurn(record, async () =>
        (await leftBehind(await keptUnder(record, ofRecord))).map(([name, kept]) => ({
          path: name.slice(ofRecord.length).split(' ')[0] ?? '',
          kept,
        })),
      ),
  };
}

/** Without what another tab keeps that is open still, and sends it itself. */
async function leftBehind(kept: [string, Kept][]): Promise<[string, Kept][]> {
  const others = await otherTabs();
  return kept.filter(([name]) => !others.has(name.split(' ').at(-1) ?? ''));
}

/** What is kept under a key, by its name; what is in memory is newer. */
async function keptUnder(record: string, start: string): Promise<[string, Kept][]> {
  const onDevice = keptClose.has(record) ? [] : await entries<string, Kept>();
  return [...new Map([...onDevice, ...inMemory])].filter(
    ([name, kept]) => String(name).startsWith(start) && isKeptStill(kept.at),
  );
}

async function keepOne(record: string, name: string, kept: Kept): Promise<void> {
  // After a sign-out nothing comes back onto the device.
  if (isTakenAway()) return;
  if (keptClose.has(record)) {
    inMemory.set(name, kept);
    return;
  }
  holdTab();
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
    holdTab();
    await set(name, kept).then(
      () => inMemory.delete(name),
      () => undefined,
    );
  }
}

const isOfRecord = (name: string, record: string): boolean =>
  /^(writing|entry) /.test(name) && `${name} `.includes(` ${record} `);

/**
 * Takes away all that lies on this device of a record, of whomever: what is written in, and entries of its timeline. What another
 * open tab wrote, that one has: here it would grow old.
 */
async function forgetOnDevice(record: string): Promise<void> {
  const written = (await entries<string, Kept>()).filter(
    ([name, kept]) => isOfRecord(name, record) && name.startsWith('writing ') && isKeptStill(kept.at),
  );
  for (const [name, kept] of await leftBehind(written)) if (!inMemory.has(name)) inMemory.set(name, kept);
  await delMany((await keys<string>()).filter((name) => isOfRecord(name, record)));
}

/** Takes away what has lain on this device for too long, of whomever: what is written in, and entries that were begun. */
export async function forgetOldDrafts(): Promise<void> {
  for (const [name, kept] of await entries<string, { at: number }>()) {
    if (/^(writing|entry) /.test(String(name)) && !isKeptStill(kept.at)) await del(name);
  }
}
