import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserSha256 } from '../../../console/audit/browser-sha256.ts';
import { canonicalJson } from '../../../console/audit/canonical-json.ts';
import { type Followed, followed, type Link, NOTHING_FOLLOWED } from '../../../console/audit/chain.ts';
import { followChain } from '../../../console/audit/follow-chain.ts';
import { verdictsDiffer } from '../../../console/audit/verdicts-differ.ts';
import type { ChainedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { chained, firstBrokenLink, GENESIS } from '../../../shared/domain/history/audit-chain.ts';
import { canonicalJson as canonicalJsonOfTheLog } from '../../../shared/domain/words/canonical-json.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const ID = '01KAH2M9Q4X7R3T5V8W1Y6ZC0D';
const rules = { id: ID, sha256: browserSha256 };

const word = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '\u2028', 'Straße', '👩‍🚒', 'a"b\\c'));
const field = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(word, tie('value'), { maxKeys: 3 }),
  ),
})).value;
const data = fc.dictionary(fc.constantFrom('title', 'reason', 'by', 'Z', 'z', '10', '9', 'été'), field, { maxKeys: 5 });
const datas = fc.array(data, { minLength: 1, maxLength: 8 });

/** A log as it is stored: each entry chained by the code that writes it, then sent over the wire. */
function logOf(all: readonly Record<string, unknown>[]): ChainedEvent[] {
  let head = { sequence: 0, lastHash: GENESIS };
  return all.map((one, at) => {
    const event = {
      ...{ id: `event-${at}`, type: 'Comment Added', schemaVersion: 1, source: 'holdfast', hops: 0 },
      ...{ occurredAt: '2026-11-20T10:00:00.000Z', actor: { kind: 'system', id: 'test' }, correlationId: 'test' },
      ...{ data: one, postMortemId: ID },
    } as unknown as Parameters<typeof chained>[1];
    const entry = chained(head, event, sha256);
    head = { sequence: entry.sequence, lastHash: entry.hash };
    return JSON.parse(JSON.stringify(entry)) as ChainedEvent;
  });
}

/** Follows it in pages, as it is read. */
async function followedInPages(log: readonly Link[], size: number): Promise<Followed> {
  let so = NOTHING_FOLLOWED;
  for (let from = 0; from < log.length; from += size) {
    so = await followed(so, log.slice(from, from + size), rules);
  }
  return so;
}

describe('the chain of a log, computed in the browser', () => {
  it('writes every value as the log does', () => {
    mustHold(fc.property(field, (value) => canonicalJson(value) === canonicalJsonOfTheLog(value)));
  });

  it('hashes every text as the log does', async () => {
    await mustHold(
      fc.asyncProperty(word, async (text) => {
        expect(await browserSha256(text)).toBe(sha256(text));
      }),
    );
  });

  it('holds every log that was written, in whatever pages it comes', async () => {
    await mustHold(
      fc.asyncProperty(datas, fc.integer({ min: 1, max: 9 }), async (all, size) => {
        const log = logOf(all);
        const so = await followedInPages(log, size);
        expect(so).toEqual({ entries: log.length, head: log.at(-1)?.hash });
      }),
    );
  });

  it('finds the first entry that another hand changed, took out, moved or put in, as the server does', async () => {
    const changes = fc.record({
      all: fc.array(data, { minLength: 2, maxLength: 8 }),
      at: fc.nat(),
      how: fc.constantFrom('change', 'take out', 'move', 'repeat', 'hash', 'previous hash'),
      size: fc.integer({ min: 1, max: 9 }),
    });
    await mustHold(
      fc.asyncProperty(changes, async ({ all, at, how, size }) => {
        const log = logOf(all);
        // The last one could be taken out and nobody would see it here: that is what the head is for.
        const place = at % (log.length - 1);
        const broken = spoiled(log, place, how);
        const so = await followedInPages(broken, size);
        const server = firstBrokenLink(broken, sha256);
        expect(server).toBeDefined();
        expect({ sequence: so.fault?.sequence, because: so.fault?.because }).toEqual(server);
        expect(so.entries).toBe((server?.sequence ?? 0) - 1);
      }),
    );
  });

  it('does not take a whole log of another record for this one', async () => {
    const so = await followed(NOTHING_FOLLOWED, logOf([{ title: 'a' }]), { ...rules, id: 'another' });
    expect(so.fault).toMatchObject({ sequence: 1, because: `it is of another record, ${ID}` });
  });

  it('shows both hashes of an entry that was changed', async () => {
    const [entry] = logOf([{ title: 'as it was' }]);
    const so = await followed(NOTHING_FOLLOWED, [{ ...entry, data: { title: 'as it is' } } as unknown as Link], rules);
    expect(so).toMatchObject({ entries: 0, head: GENESIS, fault: { says: entry?.hash } });
    expect(so.fault?.is).toMatch(/^[0-9a-f]{64}$/);
    expect(so.fault?.is).not.toBe(entry?.hash);
  });
});

describe('what the server says of a log beside what was computed', () => {
  it('is the same of the same log, and another of one that was cut off at its end or written to meanwhile', async () => {
    const log = logOf([{ title: 'a' }, { title: 'b' }]);
    const [whole, cut] = [await followedInPages(log, 9), await followedInPages(log.slice(0, 1), 9)];
    expect(verdictsDiffer(whole, whole)).toBeUndefined();
    expect(verdictsDiffer(cut, whole)).toMatchObject({ isGrave: false, words: expect.stringContaining('counts 2') });
    expect(verdictsDiffer(whole, cut)).toMatchObject({ isGrave: false });
  });

  it('is grave where both are as long and end differently', async () => {
    const [one, other] = [await followedInPages(logOf([{ a: 1 }]), 9), await followedInPages(logOf([{ a: 2 }]), 9)];
    expect(verdictsDiffer(one, other)).toMatchObject({ isGrave: true });
  });
});

describe('the worker that follows a chain', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(['error', 'messageerror'])('is not taken for one that still computes after its %s', (type) => {
    const worker = new EventTarget();
    vi.stubGlobal('HOLDFAST_CHAIN_WORKER', '/console/chain-worker.js');
    vi.stubGlobal('Worker', function Worker() {
      return worker;
    });
    const fail = vi.fn();
    followChain(ID, { tell: vi.fn(), fail });
    worker.dispatchEvent(new Event(type));
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it('says that it cannot go on also where there is no worker to be had', async () => {
    vi.stubGlobal('crypto', { subtle: { digest: () => Promise.reject(new Error('no digest here')) } });
    await new Promise<void>((resolve, reject) => {
      const chain = followChain(ID, { tell: () => reject(new Error('nothing can be computed')), fail: resolve });
      chain.follow(logOf([{ title: 'a' }]));
    });
  });
});

function spoiled(log: readonly ChainedEvent[], at: number, how: string): ChainedEvent[] {
  const [one, next] = [log[at], log[at + 1]];
  if (one === undefined || next === undefined) throw new Error('there is an entry, and one after it');
  switch (how) {
    case 'change':
      return log.with(at, { ...one, data: { ...one.data, added: true } });
    case 'take out':
      return log.toSpliced(at, 1);
    case 'move':
      return log.with(at, next).with(at + 1, one);
    case 'repeat':
      return log.toSpliced(at, 0, one);
    case 'hash':
      return log.with(at, { ...one, hash: sha256('another') });
    default:
      return log.with(at, { ...one, previousHash: sha256('another') });
  }
}
