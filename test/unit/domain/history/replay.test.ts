import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../shared/domain/events/events.ts';
import { replay } from '../../../../shared/domain/history/replay.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { linkTicket, openPostMortem } from '../../../../shared/domain/record/decide/open-record.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { anIncident, aPostMortemId, aRecommendation, aRecord, NOW } from '../../../support/world/records.ts';

const postMortemId = aPostMortemId();
const opened = openPostMortem(postMortemId, anIncident(), [], NOW, DEFAULT_CONFIG);
const approval = (recommendation = aRecommendation()): DomainEvent => ({
  type: 'Recommendation Approved',
  data: {
    postMortemId,
    recommendation,
    remediation: beginRemediation(postMortemId, recommendation, { now: NOW, tlp: 'AMBER' }, DEFAULT_CONFIG),
  },
});

describe('the replay of a log', () => {
  it('gives nothing for nothing', () => {
    expect(replay([])).toEqual({ record: undefined, timeline: [], comments: [], remediations: new Map() });
  });

  it('gives the record, and each remediation from its own events alone', () => {
    const [first, second] = [aRecommendation(), aRecommendation({ title: 'Train the people who pay invoices' })];
    const ticketed: DomainEvent = {
      type: 'Remediation Not Created',
      data: { postMortemId, remediationId: second.id, because: 'no such project', retryAt: '2026-11-21T11:00:00.000Z' },
    };
    const { record, remediations } = replay([...opened, approval(first), approval(second), ticketed]);
    expect(record?.id).toBe(postMortemId);
    expect([...remediations.values()].map(({ id, state }) => [id, state])).toEqual([
      [first.id, 'requested'],
      [second.id, 'requested'],
    ]);
    expect(remediations.get(first.id)).not.toHaveProperty('refusedBecause');
    expect(remediations.get(second.id)).toMatchObject({
      refusedBecause: 'no such project',
      leaseExpiresAt: '2026-11-21T11:00:00.000Z',
    });
  });

  it('is not led astray by events of a remediation that no approval began', () => {
    const stray: DomainEvent = {
      type: 'Remediation Overdue',
      data: { postMortemId, remediationId: aRecommendation().id, dueAt: NOW },
    };
    expect(replay([...opened, stray]).remediations.size).toBe(0);
  });

  it('refuses a log that does not begin with the opening', () => {
    const overdue: DomainEvent = {
      type: 'Remediation Overdue',
      data: { postMortemId, remediationId: aRecommendation().id, dueAt: NOW },
    };
    expect(() => replay(linkTicket(aRecord()))).toThrow('came before the post-mortem was opened');
    expect(() => replay([overdue, ...opened])).toThrow('came before the post-mortem was opened');
  });
});
