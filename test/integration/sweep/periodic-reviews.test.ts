import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openByHand, ticketOf } from '../../../shared/domain/record/decide/open-record.ts';
import { REVIEWED_AT_MOST } from '../../../shared/domain/record/post-mortem.ts';
import type { RecordSummary } from '../../../shared/domain/record/record-summary.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { recordsByOpening } from '../../../shared/store/records/listings.ts';
import { openPeriodicReviews } from '../../../shared/sweep/periodic-reviews.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA } from '../../support/world/people.ts';
import { aCause, approvedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    postMortem: { periodicReviews: [{ name: 'Monthly review', every: 'month' }] },
    schedules: { timezone: 'Europe/Berlin' },
  });
});
afterEach(() => world.close());

async function opened(what: Partial<Parameters<typeof openByHand>[1]> = {}): Promise<PostMortemId> {
  const id = PostMortemId.parse(world.newId());
  const request = { kind: 'incident' as const, title: 'False sign-in page', severity: 'high' as const, ...what };
  await world.store.open(id, ticketOf(id), openByHand(id, request, ANNA, world.now(), world.config), aCause(ANNA));
  return id;
}

async function reviews(): Promise<RecordSummary[]> {
  const found: RecordSummary[] = [];
  for await (const { summary } of recordsByOpening(world.table, undefined)) found.push(summary);
  return found.filter(({ kind }) => kind === 'periodic review');
}

/** The clock of the world begins in November 2026. */
const NEXT_MONTH = 'P14D';

describe('the review of a month', () => {
  it('opens once when the month is over where people are, with its records, the worst first, and its figures', async () => {
    const { id: approved } = await approvedRecord(world);
    const low = await opened({ severity: 'low', category: 'fraud' });
    await opened({ tlp: 'RED' });
    await world.sweep();
    expect(await reviews()).toEqual([]);
    world.clock.advance(NEXT_MONTH);
    await opened({ title: 'In December' });
    await world.sweep();
    await world.sweep();
    const [review, ...more] = await reviews();
    const record = review && (await world.store.postMortem(review.id));
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      kind: 'periodic review',
      status: 'open',
      severity: 'medium',
      authors: [],
      incident: { source: 'holdfast', key: 'MONTHLY-REVIEW-2026-11', title: 'Monthly review, 2026-11' },
      scope: { from: '2026-10-31T23:00:00.000Z', to: '2026-11-30T23:00:00.000Z', covers: [approved, low] },
    });
    expect(record?.incident.description.split('\n')).toEqual([
      'Records that were opened in the period: 2: incident 2.',
      'By severity: high 1, low 1.',
      'By category: fraud 1, phishing 1.',
      'Reviews that are not approved yet: 1.',
      'Root causes: 1: human 1.',
      'Noticed by: not told 2.',
      'Recommendations: 1: approved 1.',
      'Lessons: 0.',
      'Incidents that came back after their review had begun: 0.',
    ]);
    expect(world.counted()).toMatchObject({ PeriodicReviewOpened: 1 });
  });

  it('is not opened for a month in which nothing was, and looks at no review', async () => {
    await opened();
    world.clock.advance(NEXT_MONTH);
    await world.sweep();
    world.clock.advance('P31D');
    await world.sweep();
    expect((await reviews()).map(({ incident }) => incident.key)).toEqual(['MONTHLY-REVIEW-2026-11']);
  });

  it('is one, though two runs find the end of the month at once', async () => {
    await opened();
    world.clock.advance(NEXT_MONTH);
    await Promise.all([world.sweep(), world.sweep(), world.sweep()]);
    expect(await reviews()).toHaveLength(1);
  });

  it('tells nothing of what is marked more strictly than itself, and of a file what is of its time', async () => {
    const { config } = world;
    const red = await opened({ tlp: 'RED' });
    await opened({ tlp: 'AMBER+STRICT' });
    const id = PostMortemId.parse(world.newId());
    const old = { beganAt: '2024-03-01T00:00:00.000Z', endedAt: '2024-03-02T00:00:00.000Z' };
    const request = { kind: 'incident' as const, title: 'Long ago', severity: 'low' as const, ...old };
    const origin = { id: 'OLD-1', sha256: '0'.repeat(64), at: world.now() };
    const events = openByHand(id, request, ANNA, world.now(), config, origin);
    await world.store.open(id, ticketOf(id), events, aCause(ANNA));
    const known = await opened();
    world.clock.advance(NEXT_MONTH);
    const strict = {
      name: 'Strict review',
      every: 'month' as const,
      severity: 'medium' as const,
      tlp: 'AMBER+STRICT' as const,
    };
    const [plain] = config.postMortem.periodicReviews;
    if (plain === undefined) throw new Error('the world has a review');
    const both = { ...config, postMortem: { ...config.postMortem, periodicReviews: [plain, strict] } };
    await openPeriodicReviews({ ...world, config: both, hasTime: () => true }, aCause());
    const covers = await Promise.all(
      (await reviews()).map(async (one) => (await world.store.postMortem(one.id))?.scope?.covers ?? []),
    );
    expect(covers.map((ids) => ids.length).toSorted()).toEqual([1, 2]);
    expect(covers.flat()).not.toContain(red);
    expect(covers.every((ids) => ids.includes(known))).toBe(true);
  });

  it('names as many as a record holds, says so, and counts all', async () => {
    for (let count = 0; count < REVIEWED_AT_MOST + 5; count += 1)
      await opened({ severity: count < 5 ? 'low' : 'high' });
    world.clock.advance(NEXT_MONTH);
    await world.sweep();
    const [review] = await reviews();
    const record = review && (await world.store.postMortem(review.id));
    expect(record?.scope?.covers).toHaveLength(REVIEWED_AT_MOST);
    expect(record?.incident.description).toMatch(
      /^Records that were opened in the period: 205: [\s\S]+The review names the 200 worst of them\./,
    );
  });
});
