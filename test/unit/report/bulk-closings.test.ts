import { describe, expect, it } from 'vitest';
import type { TicketPerson } from '../../../shared/domain/words/person.ts';
import { bulkClosings } from '../../../shared/report/bulk-closings.ts';
import type { Outcome } from '../../../shared/store/queues/outcomes.ts';
import { aPostMortemId, aRecommendationId } from '../../support/world/records.ts';

const MIA = { accountId: '712020:mia', name: 'Mia Okafor' };
const JONAS = { accountId: '712020:jonas', name: 'Jonas Berg' };

const ids = Array.from({ length: 1_000 }, aRecommendationId);
const idOf = (fix: number) => ids[fix] ?? aRecommendationId();

/** A claim of a fix. @param second of the hour at which its ticket was moved to done */
const claim = (fix: number, second: number, by: TicketPerson | 'nobody knows whom' = MIA): Outcome => ({
  at: '2026-11-21T12:00:00.000Z',
  type: 'Remediation Claimed',
  postMortemId: aPostMortemId(),
  remediationId: idOf(fix),
  title: `Fix ${fix}`,
  ownerTeam: 'Network',
  key: `NET-${fix}`,
  results: [],
  claim: {
    site: 'jira.test',
    at: new Date(Date.parse('2026-11-21T10:00:00.000Z') + second * 1_000).toISOString(),
    ...(by === 'nobody knows whom' ? {} : { by }),
  },
});

const keysIn = (outcomes: readonly Outcome[]): string[] => bulkClosings(outcomes).map(({ key }) => key);

describe('claims in bulk', () => {
  it('are five or more that one person made within a minute, in whatever order they were read', () => {
    const within = [0, 20, 60, 40, 10].map((second, index) => claim(index + 1, second));
    const [first, ...more] = bulkClosings([...within, claim(6, 300)]);
    expect(first).toMatchObject({
      what: 'closed in bulk',
      by: 'Mia Okafor',
      key: 'NET-1',
      at: '2026-11-21T10:00:00.000Z',
    });
    expect(more.map(({ key }) => key)).toEqual(['NET-5', 'NET-2', 'NET-4', 'NET-3']);
  });

  it('are no five that took longer, or were made by two, by nobody knows whom, or of one fix again and again', () => {
    const spread = [0, 20, 40, 60, 61].map((second, index) => claim(index + 1, second));
    const ofTwo = [0, 1, 2, 3, 4].map((second) => claim(second + 1, second, second < 2 ? MIA : JONAS));
    const ofNobody = [0, 1, 2, 3, 4].map((second) => claim(second + 1, second, 'nobody knows whom'));
    const ofOne = [0, 1, 2, 3, 4].map((second) => claim(1, second));
    expect([spread, ofTwo, ofNobody, ofOne].map(keysIn)).toEqual([[], [], [], []]);
  });

  it('are told of each fix once, however many follow one another', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => claim((index % 900) + 1, index / 50));
    const found = keysIn(many);
    expect(new Set(found).size).toBe(900);
  });
});
