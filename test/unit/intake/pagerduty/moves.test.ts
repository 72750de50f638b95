import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import type { LongSearch } from '../../../../shared/domain/ticket/long-search.ts';
import {
  ENTRIES_ON_A_PAGE,
  type LogPlace,
  OFFSET_LIMIT,
  PagerDutyIncident,
} from '../../../../shared/intake/pagerduty/api.ts';
import { pagerDutyScope, placeAfter } from '../../../../shared/intake/pagerduty/moves.ts';
import { PAGERDUTY } from '../../../support/systems/pagerduty.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const BEFORE_ALL = '2020-01-01T00:00:00.000Z';
const NOW_MS = Date.parse(NOW);
const SECOND_MS = 1_000;
const { acme } = parseConfig({ incidents: { pagerduty: PAGERDUTY } }).incidents.pagerduty;

/** A log with an entry for each second before now, the newest first, of which neither end of a range is shown. */
function logOf(secondsAgo: readonly number[]) {
  const entries = secondsAgo
    .map((ago, index) => ({ atMs: Math.floor(NOW_MS / SECOND_MS) * SECOND_MS - ago * SECOND_MS, index }))
    .toSorted((a, b) => b.atMs - a.atMs);
  const entryOf = ({ atMs, index }: { atMs: number; index: number }) => {
    const at = new Date(atMs).toISOString();
    const times = { created_at: at, updated_at: at, resolved_at: at, last_status_change_at: at };
    const incident = { id: `Q${index}`, incident_number: index + 1, status: 'resolved', ...times };
    return { id: `R${index}`, incident: { ...incident, incident_type: { name: 'security_default' } } };
  };
  const api = {
    incident: () => Promise.reject(new Error('not asked here')),
    logOf: () => Promise.reject(new Error('not asked here')),
    logPage({ from, to, offset }: LogPlace) {
      if (offset + ENTRIES_ON_A_PAGE > OFFSET_LIMIT) throw new Error('400');
      const inRange = entries.filter(({ atMs }) => atMs > from - SECOND_MS && atMs < to);
      const page = inRange.slice(offset, offset + ENTRIES_ON_A_PAGE);
      return Promise.resolve({ entries: page.map(entryOf), hasMore: offset + page.length < inRange.length });
    },
  };
  if (acme === undefined) throw new Error('no account');
  return pagerDutyScope(api, acme, { onOdd: () => {} });
}

async function foundIn(secondsAgo: readonly number[], changedSince: string): Promise<Set<string>> {
  const found = new Set<string>();
  const scope = logOf(secondsAgo);
  for await (const page of scope.moves({ changedSince, closedSince: BEFORE_ALL, now: NOW }))
    for (const { ticket } of page) found.add(ticket.ticketId);
  return found;
}

/** Each run has time for one page, and the next one goes on at its place. */
async function foundInRuns(secondsAgo: readonly number[], since: string) {
  const scope = logOf(secondsAgo);
  const found = new Set<string>();
  let search: LongSearch = { since, begunAt: NOW };
  for (;;) {
    const [page] = await firstOf(scope.movesSince(search, BEFORE_ALL));
    for (const { ticket } of page?.found ?? []) found.add(ticket.ticketId);
    if (page?.next === undefined) return found;
    search = { ...search, next: page.next };
  }
}

async function firstOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  for await (const item of items) return [item];
  return [];
}

/** Seconds in a few days, many of them the same. */
const someSeconds = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 300_000 }), fc.constantFrom(1, 86_399, 86_400, 86_401)),
  {
    maxLength: 250,
  },
);

describe('the log of a PagerDuty account', () => {
  it('is read without a gap, in one run or in many', async () => {
    await mustHold(
      fc.asyncProperty(someSeconds, fc.integer({ min: 1, max: 300_000 }), async (secondsAgo, since) => {
        const changedSince = new Date(NOW_MS - since * SECOND_MS).toISOString();
        const wanted = secondsAgo.flatMap((ago, index) => (ago <= since ? [`Q${index}`] : []));
        const [once, inRuns] = [await foundIn(secondsAgo, changedSince), await foundInRuns(secondsAgo, changedSince)];
        expect([wanted.filter((id) => !once.has(id)), wanted.filter((id) => !inRuns.has(id))]).toEqual([[], []]);
      }),
      { runs: 60 },
    );
  });

  it('is read in halves where a day has more entries than an offset reaches', () => {
    const atMs = Array.from({ length: 25_000 }, (_, index) => NOW_MS - (1 + (index % 20_000)) * SECOND_MS);
    const wanted = new Set(atMs);
    let place: LogPlace | undefined = { from: NOW_MS - 86_400_000, to: NOW_MS, offset: 0 };
    let pages = 0;
    while (place !== undefined) {
      pages += 1;
      const { from, to, offset }: LogPlace = place;
      const inRange = atMs.filter((at) => at >= from && at < to);
      for (const at of inRange.slice(offset, offset + ENTRIES_ON_A_PAGE)) wanted.delete(at);
      expect(offset + ENTRIES_ON_A_PAGE).toBeLessThanOrEqual(OFFSET_LIMIT);
      place = placeAfter(place, offset + ENTRIES_ON_A_PAGE < inRange.length, NOW_MS);
    }
    expect([wanted.size, pages < 1_000]).toEqual([0, true]);
  });

  it('is not passed over where a second has more entries than that', () => {
    const place = { from: 0, to: SECOND_MS, offset: OFFSET_LIMIT - ENTRIES_ON_A_PAGE };
    expect(() => placeAfter(place, true, NOW_MS)).toThrow('a second has more than 10000 entries');
  });

  it('is asked anew where the place in it is none', () => {
    const scope = logOf([]);
    const search = { since: BEFORE_ALL, begunAt: NOW, next: '{}' };
    expect(() => scope.movesSince(search, BEFORE_ALL)).toThrow('the place in the search is unknown');
  });
});

describe('the reopening of a PagerDuty incident', () => {
  const entry = (type: string, time: string) => ({
    ...{ id: `R${time}`, type: `${type}_log_entry`, created_at: `2026-11-21T${time}:00.000Z`, agent: null },
  });
  async function reopeningIn(status: string, ...log: ReturnType<typeof entry>[]) {
    if (acme === undefined) throw new Error('no account');
    const at = '2026-11-21T09:59:00.000Z';
    const incident = PagerDutyIncident.parse({
      ...{ id: 'Q1', incident_number: 1, status, created_at: at, updated_at: at, last_status_change_at: at },
    });
    const api = {
      incident: () => Promise.resolve(incident),
      logOf: () => Promise.resolve(log),
      logPage: () => Promise.reject(new Error('not asked here')),
    };
    const ticket = { source: 'pagerduty', site: 'acme.pagerduty.com', ticketId: 'Q1', key: 'PD-1' } as const;
    return pagerDutyScope(api, acme, { onOdd: () => {} }).lastReopening(ticket);
  }
  const before = [entry('trigger', '08:00'), entry('resolve', '09:00')];

  it('is the first entry that only an open incident has', async () => {
    const log = [...before, entry('annotate', '09:10'), entry('assign', '09:20'), entry('acknowledge', '09:30')];
    expect(await reopeningIn('acknowledged', ...log)).toBe('2026-11-21T09:20:00.000Z');
  });

  it('stays where it was, however often something is noted, when no such entry is there', async () => {
    const once = [...before, entry('something_new', '09:20')];
    expect([
      await reopeningIn('triggered', ...once),
      await reopeningIn('triggered', ...once, entry('annotate', '09:40'), entry('annotate', '09:50')),
    ]).toEqual(Array(2).fill('2026-11-21T09:20:00.000Z'));
  });

  it('is none of one that stayed resolved, or never was', async () => {
    expect([
      await reopeningIn('resolved', ...before, entry('annotate', '09:40')),
      await reopeningIn('triggered', entry('trigger', '08:00'), entry('assign', '08:01')),
    ]).toEqual([undefined, undefined]);
  });
});
