import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BackfillRequest } from '../../../shared/domain/ticket/backfill.ts';
import { backfillPortion } from '../../../shared/intake/backfill.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import type { PolledScope } from '../../../shared/intake/source.ts';
import { type PolledSource, polledSources } from '../../../shared/intake/sources-in-use.ts';
import { keepClosure } from '../../../shared/store/inbox/closures-without-record.ts';
import { readBackfillPlace, writeBackfillPlace } from '../../../shared/store/queues/backfill-places.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { aCause, closedIncident, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

/** The world's clock begins on 2026-11-21. */
const ASKED = { source: 'jira', since: '2026-01-01T00:00:00.000Z', isDryRun: false } as const;
const LATER = 'P90D';

const toldKeys = async () =>
  (await world.outbox()).flatMap(({ type, data }) =>
    type === 'Incident Ticket Closed' ? [Object(data).ticket.key] : [],
  );

function closeMany(many: number): string[] {
  return Array.from({ length: many }, (_, index) => closedIncident(world, `Phished ${index}`).key);
}

async function portion(changes: Partial<BackfillRequest> = {}) {
  const answer = await world.backfill({ ...ASKED, ...changes });
  if (answer.outcome !== 'looked') throw new Error(answer.outcome);
  const [scope] = answer.scopes;
  if (scope === undefined) throw new Error('no scope was looked at');
  return { ...answer, scope };
}

/** Portions until nothing is left, a minute for each. */
async function toItsEnd(changes: Partial<BackfillRequest> = {}): Promise<number> {
  let told = 0;
  for (let portions = 0; portions < 50; portions += 1) {
    const { scopes, isDone } = await portion(changes);
    told += scopes.reduce((sum, scope) => sum + scope.told, 0);
    if (isDone) return told;
    world.clock.advance('PT1M');
  }
  throw new Error('it never ends');
}

describe('a backfill', () => {
  it('opens the record of a closure that is older than any sweep looks back, and the sweep does not', async () => {
    const { key } = closedIncident(world);
    world.clock.advance(LATER);
    await world.sweepIncidents();
    const bySweep = await toldKeys();
    const { scope, isDone } = await portion();
    await world.deliver();
    const opened = (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened');
    expect([bySweep, scope.told, isDone, opened.map(({ data }) => Object(data).incident.key)]).toEqual([
      [],
      1,
      true,
      [key],
    ]);
  });

  it('tells each closure once, and says at the second time what has become of it', async () => {
    const [recorded, , opensNone] = [closedIncident(world), closedIncident(world), closedIncident(world)];
    world.clock.advance(LATER);
    await openedRecord(world, recorded);
    const [closedAt, readAt] = ['2026-11-21T10:00:00.000Z', world.now()];
    await keepClosure(world.table, opensNone, { closedAt, because: 'Duplicate', readAt });
    const first = await portion();
    const second = await portion();
    const counts = { looked: 3, recorded: 1, opensNone: 1 };
    expect([first.scope, second.scope, (await toldKeys()).length]).toMatchObject([
      { ...counts, told: 1, waiting: 0 },
      { ...counts, told: 0, waiting: 1 },
      1,
    ]);
  });

  it('leaves open incidents alone, and closures of other days', async () => {
    const before = closedIncident(world);
    world.clock.advance('P2D');
    const within = closedIncident(world);
    world.simulator.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Open' });
    world.clock.advance('P2D');
    closedIncident(world);
    // Found by the search: it changed, and was closed before.
    world.simulator.addComment(before.key, 'For the archive');
    world.clock.advance(LATER);
    const day = (text: string) => `2026-11-${text}T00:00:00.000Z`;
    const { scope } = await portion({ since: day('23'), until: day('24') });
    expect([await toldKeys(), scope.told]).toEqual([[within.key], 1]);
  });

  it('tells 30 in a minute, whoever asks, and all in the end', { timeout: 60_000 }, async () => {
    const keys = closeMany(130);
    world.clock.advance(LATER);
    const first = await portion();
    const sameMinute = await portion();
    world.clock.advance('PT1M');
    const next = await portion();
    expect([first.scope.told, sameMinute.scope.told, next.scope.told, next.isDone]).toEqual([30, 0, 30, false]);
    expect([first.goesOnInMs, sameMinute.goesOnInMs]).toEqual([60_000, 60_000]);
    world.clock.advance('PT1M');
    expect([await toItsEnd(), (await toldKeys()).toSorted()]).toEqual([70, keys.toSorted()]);
  });

  it('tells no more than it was asked for, and is done when there are no more', async () => {
    closeMany(3);
    world.clock.advance(LATER);
    const two = await portion({ atMost: 2 });
    world.clock.advance('PT1M');
    const one = await portion({ atMost: 1 });
    expect([two, one].map(({ scope, isDone }) => [scope.told, isDone])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('counts in a dry run what it would tell, page by page, and writes nothing', { timeout: 60_000 }, async () => {
    closeMany(120);
    world.clock.advance(LATER);
    const { written, table } = watchedTable();
    const dry = { ...ASKED, isDryRun: true };
    const run = (more: Partial<BackfillRequest>, timeLeftMs: () => number) =>
      backfillPortion({ ...parts(), table, timeLeftMs }, { ...dry, ...more }, aCause());
    // Time for one page.
    const first = await run({}, () => (world.simulator.requests().some(isSearch) ? 0 : 1));
    const place = 'place' in first ? first.place : undefined;
    const looks = [first];
    for (let next = place; next !== undefined && looks.length < 5; ) {
      const answer = await run({ place: next }, () => 1_000);
      looks.push(answer);
      next = 'isDone' in answer && !answer.isDone ? answer.place : undefined;
    }
    const told = looks.reduce((sum, one) => sum + ('scopes' in one ? (one.scopes[0]?.told ?? 0) : 0), 0);
    expect([told, looks.length > 1, written(), await toldKeys()]).toEqual([120, true, [], []]);
  });

  it('passes over an issue that cannot be read, says which, and tells the others', async () => {
    const { key } = closedIncident(world);
    world.clock.advance(LATER);
    const path = '/rest/api/*/search/**';
    world.simulator.faults.add({
      kind: 'odd-element',
      path,
      members: ['issues'],
      element: { id: '7' },
      probability: 1,
    });
    const { scope } = await portion();
    expect([await toldKeys(), scope.unread.map(({ id }) => id), scope.isDone]).toEqual([[key], ['7'], true]);
  });

  it('says of a closure that nobody is shown any more that it still has no record, and the others have theirs', async () => {
    const [hidden, fine] = [closedIncident(world), closedIncident(world)];
    world.clock.advance(LATER);
    await portion();
    world.simulator.hideIssue(hidden.key);
    await world.deliver();
    world.simulator.showIssue(hidden.key);
    const { scope } = await portion();
    const opened = (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened');
    expect([opened.map(({ data }) => Object(data).incident.key), scope.recorded, scope.waiting]).toEqual([
      [fine.key],
      1,
      1,
    ]);
  });

  it('goes on with the other scopes when one cannot be asked, and finds its closures later', async () => {
    await world.close();
    const issueTypes = ['Security Incident', 'Incident of yore'];
    world = await startWorld(endpoint(), { incidents: { jira: { projects: [{ project: 'SEC', issueTypes }] } } });
    const { key } = closedIncident(world);
    world.clock.advance(LATER);
    const { scopes, isDone, goesOnInMs } = await portion();
    expect([await toldKeys(), isDone, goesOnInMs]).toEqual([[key], false, 60_000]);
    expect(scopes.map(({ isDone: isWhole, because }) => [isWhole, because])).toEqual([
      [true, undefined],
      [false, expect.stringContaining('Incident of yore')],
    ]);
  });

  it('begins anew when Jira has forgotten its place, and tells nothing twice', { timeout: 60_000 }, async () => {
    const keys = closeMany(150);
    world.clock.advance(LATER);
    for (let portions = 0; portions < 4; portions += 1) {
      await portion();
      world.clock.advance('PT1M');
    }
    const [[name, place] = ['', undefined]] = Object.entries(await readBackfillPlace(world.table, ASKED));
    if (place?.search?.next === undefined) throw new Error('the place is on the first page');
    const search = { ...place.search, next: 'long ago' };
    await writeBackfillPlace(world.table, ASKED, { [name]: { ...place, search } }, world.now());
    const lost = await portion();
    world.clock.advance('PT1M');
    await toItsEnd();
    expect([lost.scope.because, (await toldKeys()).toSorted()]).toEqual([
      expect.stringContaining('begins anew'),
      keys.toSorted(),
    ]);
  });

  it.each(['before it', 'behind it'] as const)(
    'tells each closure once when a portion is cut off at any of its calls, %s',
    { timeout: 120_000 },
    async (where) => {
      const keys = closeMany(4);
      world.clock.advance(LATER);
      let cuts = 0;
      for (; ; cuts += 1) {
        const { deps, isCut } = cutOff(cuts, where);
        await backfillPortion(deps, ASKED, aCause()).catch(() => undefined);
        world.clock.advance('PT1M');
        if (!isCut()) break;
      }
      await toItsEnd();
      const told = await toldKeys();
      expect([cuts > 10, told.toSorted()]).toEqual([true, keys.toSorted()]);
    },
  );

  it('gives each scope its turn, though one takes all the time of each portion', async () => {
    const { key } = closedIncident(world);
    world.clock.advance(LATER);
    const { sources } = parts();
    let timeLeftMs = 0;
    const slow: PolledScope = {
      ...scopeOf(sources),
      name: 'slow',
      async *movesSince() {
        timeLeftMs = 0;
        yield await Promise.reject(new Error('504'));
      },
    };
    for (let portions = 0; portions < 2; portions += 1) {
      timeLeftMs = 45_000;
      const poll = { overlapMs: 0, scopes: [slow, scopeOf(sources)] };
      await backfillPortion(
        { ...parts(), sources: [{ name: 'jira', poll }], timeLeftMs: () => timeLeftMs },
        ASKED,
        aCause(),
      );
      world.clock.advance('PT1M');
    }
    expect(await toldKeys()).toEqual([key]);
  });

  it('takes no request that it cannot read for a run of the schedule', async () => {
    closedIncident(world);
    await expect(world.backfill({ ...ASKED, since: 'May' })).rejects.toThrow('since');
    expect(await toldKeys()).toEqual([]);
  });

  it('says that a source which only posts cannot be asked', async () => {
    expect(await world.backfill({ ...ASKED, source: 'holdfast-json' })).toEqual({ outcome: 'cannot be asked' });
  });
});

function scopeOf(sources: readonly PolledSource[]): PolledScope {
  const scope = sources[0]?.poll.scopes[0];
  if (scope === undefined) throw new Error('there is nothing to ask');
  return scope;
}

const isSearch = ({ path }: { path: string }) => path.includes('/search');

const parts = () => ({
  ...world,
  sources: polledSources(SOURCES, world.connectionTo, world.config),
  timeLeftMs: () => 60_000,
});

/** Parts of which none answers any more after so many calls, as when the function is killed. */
function cutOff(calls: number, where: 'before it' | 'behind it') {
  let left = calls;
  async function call<Result>(work: () => Promise<Result>): Promise<Result> {
    left -= 1;
    if (left < -1 || (left === -1 && where === 'before it')) throw new Error('cut off');
    const result = await work();
    if (left === -1) throw new Error('cut off');
    return result;
  }
  const usual = parts();
  const client = new Proxy(world.table.client, {
    get: (target, name) =>
      name === 'send'
        ? (command: Parameters<typeof target.send>[0]) => call(() => target.send(command))
        : Reflect.get(target, name),
  });
  const sources = usual.sources.map((source) => {
    const scopes = source.poll.scopes.map((scope) => ({
      ...scope,
      async *movesSince(...asked: Parameters<typeof scope.movesSince>) {
        const pages = scope.movesSince(...asked)[Symbol.asyncIterator]();
        for (;;) {
          const { done, value } = await call(() => pages.next());
          if (done === true) return;
          yield value;
        }
      },
    }));
    return { ...source, poll: { ...source.poll, scopes } };
  });
  const deps = {
    ...usual,
    sources,
    table: { ...world.table, client },
    store: {
      postMortemOfTicket: (ticket: Parameters<World['store']['postMortemOfTicket']>[0]) =>
        call(() => world.store.postMortemOfTicket(ticket)),
    },
    accept: (delivery: Parameters<World['accept']>[0]) => call(() => world.accept(delivery)),
  };
  return { deps, isCut: () => left < 0 };
}

/** The table, and the names of the commands that write to it. */
function watchedTable() {
  const written: string[] = [];
  const client = new Proxy(world.table.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name);
      return (command: Parameters<typeof target.send>[0]) => {
        if (!/^(Get|Query)/.test(command.constructor.name)) written.push(command.constructor.name);
        return target.send(command);
      };
    },
  });
  return { table: { ...world.table, client }, written: () => written };
}
