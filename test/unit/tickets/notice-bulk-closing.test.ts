import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToRemediation } from '../../../shared/domain/remediation/apply-remediation.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import type { RemediationEventOf } from '../../../shared/domain/remediation/transitions.ts';
import type { TicketPerson } from '../../../shared/domain/words/person.ts';
import { claimOfPersonItems, claimsAround } from '../../../shared/store/queues/claims-of-person.ts';
import { putItem } from '../../../shared/store/table.ts';
import { noticeBulkClosing } from '../../../shared/tickets/notice-bulk-closing.ts';
import { createMemoryTable } from '../../faults/table/memory-table.ts';
import { mustHold } from '../../support/texts/must-hold.ts';
import { NOW } from '../../support/world/records.ts';
import { aCause } from '../../support/world/stories.ts';
import { story } from '../domain/remediation/story.ts';

const MIA = { accountId: '712020:mia', name: 'Mia Okafor' };
const JONAS = { accountId: '712020:jonas', name: 'Jonas Berg' };

/** A fix whose ticket somebody moves to done, in seconds after the approval. */
function aFix() {
  const fix = story();
  return {
    id: fix.state().id,
    claimedAt(
      second: number,
      by?: TicketPerson,
    ): { claim: RemediationEventOf<'Remediation Claimed'>; fix: Remediation } {
      fix.done(second / 86_400, by);
      const claim = fix.log.findLast((event) => event.type === 'Remediation Claimed');
      if (claim === undefined) throw new Error('a ticket that is done claims');
      return { claim, fix: fix.state() };
    },
    takenBackAt(second: number): Remediation {
      fix.notDone(second / 86_400);
      return fix.state();
    },
  };
}

type Claimed = ReturnType<ReturnType<typeof aFix>['claimedAt']>;

/** Records with a log, of which the one thing that matters here is what happens to their fixes. */
function records() {
  const table = { client: createMemoryTable().client(), name: 'records' };
  const fixes = new Map<string, Remediation>();
  const told: RemediationEventOf<'Remediation Closed In Bulk'>[] = [];
  let changes = 0;
  const keep = async (events: readonly RemediationEvent[], after: Remediation): Promise<void> => {
    fixes.set(after.id, after);
    for (const item of claimOfPersonItems(events, after, NOW)) await putItem(table, item);
  };
  const deps: Parameters<typeof noticeBulkClosing>[0] = {
    now: () => NOW,
    claimsAround: (...how) => claimsAround(table, ...how),
    store: {
      async changeRemediation(_, id, decide) {
        changes += 1;
        const before = fixes.get(id);
        const events = decide(before);
        const after = events.reduce<Remediation | undefined>(applyToRemediation, before);
        if (after !== undefined) await keep(events, after);
        told.push(...events.filter((event) => event.type === 'Remediation Closed In Bulk'));
        return { remediation: after, events };
      },
    },
  };
  return {
    told,
    changes: () => changes,
    claim: ({ claim, fix }: Claimed) => keep([claim], fix),
    hear: ({ claim }: Claimed) => noticeBulkClosing(deps, claim, aCause()),
    /** Fixes that were told of, by their places among those given. */
    toldOf: (all: readonly { id: string }[]) =>
      told.map(({ data }) => all.findIndex(({ id }) => id === data.remediationId)).toSorted((a, b) => a - b),
  };
}

/** Claims one after the other, each heard of at once. */
async function claimed(...claims: readonly [second: number, by?: TicketPerson][]) {
  const kept = records();
  const fixes = claims.map(() => aFix());
  for (const [index, [second, by]] of claims.entries()) {
    const one = fixes[index]?.claimedAt(second, by);
    if (one === undefined) throw new Error('each claim has a fix');
    await kept.claim(one);
    await kept.hear(one);
  }
  return { ...kept, toldOf: () => kept.toldOf(fixes) };
}

const at = (second: number): string => new Date(Date.parse(NOW) + second * 1_000).toISOString();

describe('tickets that one person moved to done', () => {
  it('are told as soon as there are five within a minute, in whatever order they are heard of', async () => {
    const { told, toldOf } = await claimed([0, MIA], [20, MIA], [60, MIA], [40, MIA], [300, MIA], [10, MIA]);
    expect(toldOf()).toEqual([0, 1, 2, 3, 5]);
    expect(
      new Set(told.map(({ data: { by, tickets, from, to } }) => JSON.stringify({ by, tickets, from, to }))),
    ).toEqual(new Set([JSON.stringify({ by: MIA, tickets: 5, from: at(0), to: at(60) })]));
  });

  it('are told one by one when the bulk grows after that, and of none again', async () => {
    const { told } = await claimed(...[0, 1, 2, 3, 4, 5, 6].map((second): [number, TicketPerson] => [second, MIA]));
    expect(told.map(({ data: { tickets } }) => tickets)).toEqual([5, 5, 5, 5, 5, 6, 7]);
  });

  it.each<[string, [number, TicketPerson?][]]>([
    ['took longer', [0, 20, 40, 60, 61].map((second) => [second, MIA])],
    ['were made by two', [0, 1, 2, 3, 4].map((second) => [second, second < 2 ? MIA : JONAS])],
    ['were made by nobody knows whom', [0, 1, 2, 3, 4].map((second) => [second])],
  ])('are no bulk when they %s', async (_, claims) => {
    expect((await claimed(...claims)).told).toEqual([]);
  });

  it('are no bulk when they are one fix that went to done and back again and again', async () => {
    const kept = records();
    const fix = aFix();
    for (const second of [0, 2, 4, 6, 8, 10]) {
      const one = fix.claimedAt(second, MIA);
      await kept.claim(one);
      await kept.hear(one);
      fix.takenBackAt(second + 1);
    }
    expect(kept.told).toEqual([]);
  });

  it('are told also when a claim is taken back before that is known', async () => {
    const kept = records();
    const fixes = [0, 1, 2, 3, 4].map(() => aFix());
    const claims = fixes.map((fix, second) => fix.claimedAt(second, MIA));
    for (const [index, { claim, fix }] of claims.entries()) {
      await kept.claim({ claim, fix: (index === 2 && fixes[index]?.takenBackAt(30)) || fix });
    }
    for (const one of claims) await kept.hear(one);
    expect(kept.toldOf(fixes)).toEqual([0, 1, 2, 3, 4]);
  });

  it('are told once when all are heard of at the same moment', async () => {
    const kept = records();
    const fixes = [0, 1, 2, 3, 4].map(() => aFix());
    const claims = fixes.map((fix, second) => fix.claimedAt(second, MIA));
    for (const one of claims) await kept.claim(one);
    await Promise.all(claims.map((one) => kept.hear(one)));
    expect(kept.toldOf(fixes)).toEqual([0, 1, 2, 3, 4]);
  });

  it('are no bulk when they were done before their fixes were asked for', async () => {
    const kept = records();
    const claims = [0, 1, 2, 3, 4].map((second) => aFix().claimedAt(second, MIA));
    for (const { claim, fix } of claims) {
      const { data } = claim;
      const before = { ...claim, data: { ...data, claim: { ...data.claim, ticketDoneAt: at(-9_000) } } };
      await kept.claim({ claim: before, fix });
      await kept.hear({ claim: before, fix });
    }
    expect(kept.told).toEqual([]);
  });

  it('cost as much each when there are hundreds: a look at a few, and one event', async () => {
    const kept = records();
    const fixes = Array.from({ length: 120 }, aFix);
    const claims = fixes.map((fix, index) => fix.claimedAt(index / 10, MIA));
    for (const one of claims) await kept.claim(one);
    for (const one of claims) await kept.hear(one);
    expect([kept.told.length, kept.changes()]).toEqual([120, 120]);
  });

  it('are told of once each, exactly those of a bulk, whoever is heard of first, last or twice', () =>
    mustHold(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.boolean()), { minLength: 1, maxLength: 25 }),
        fc.infiniteStream(fc.nat()),
        async (seconds, chances) => {
          const chance = (below: number): number => Number(chances.next().value) % below;
          const kept = records();
          const fixes = seconds.map(() => aFix());
          const claims = seconds.map(([second, isMia], index) => fixes[index]?.claimedAt(second, isMia ? MIA : JONAS));
          const heard: Claimed[] = [];
          for (const one of claims) {
            if (one === undefined) continue;
            await kept.claim(one);
            heard.push(one);
            // Some are heard of at once, and all of them at the end.
            if (chance(2) === 0) await kept.hear(one);
          }
          while (heard.length > 0) {
            const [one] = heard.splice(chance(heard.length), 1);
            if (one !== undefined) await kept.hear(one);
          }
          const isInBulk = ([second, isMia]: [number, boolean]): boolean =>
            seconds.some(([start]) => {
              const isWithin = (one: number): boolean => one >= start && one <= start + 60;
              return isWithin(second) && seconds.filter(([one, who]) => who === isMia && isWithin(one)).length >= 5;
            });
          expect(kept.toldOf(fixes)).toEqual(seconds.flatMap((one, index) => (isInBulk(one) ? [index] : [])));
        },
      ),
      { runs: 60 },
    ));
});
