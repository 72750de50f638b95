import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type NotificationDraft,
  notificationDueAt,
  REGIMES,
} from '../../../../shared/domain/record/content/notification.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';

type Case = [NotificationDraft['regime'], NotificationDraft['stage'], started: string, due: string | undefined];

const dueAt = (regime: Case[0], stage: Case[1], clockStartedAt: string) =>
  notificationDueAt({ regime, stage, recipient: 'Somebody', clockStartedAt });

describe('a notification is due', () => {
  it.each<Case>([
    ['NIS2', 'early warning', '2026-11-21T22:00:00.000Z', '2026-11-22T22:00:00.000Z'],
    ['NIS2', 'notification', '2026-11-21T22:00:00.000Z', '2026-11-24T22:00:00.000Z'],
    ['DORA', 'notification', '2026-11-21T22:00:00.000Z', '2026-11-22T02:00:00.000Z'],
    ['DORA', 'intermediate report', '2026-11-21T22:00:00.000Z', '2026-11-24T22:00:00.000Z'],
    ['GDPR', 'notification', '2026-12-30T10:00:00.000Z', '2027-01-02T10:00:00.000Z'],
    ['customers', 'notification', '2026-11-21T10:00:00.000Z', undefined],
    ['GDPR', 'early warning', '2026-11-21T10:00:00.000Z', undefined],
  ])('to %s, %s, from %s: %s', (regime, stage, started, due) => {
    expect(dueAt(regime, stage, started)).toBe(due);
  });

  it.each([
    ['2026-11-21T10:00:00.000Z', '2026-12-21T10:00:00.000Z'],
    ['2026-12-15T10:00:00.000Z', '2027-01-15T10:00:00.000Z'],
    ['2027-01-31T10:00:00.000Z', '2027-02-28T10:00:00.000Z'],
    ['2028-01-30T10:00:00.000Z', '2028-02-29T10:00:00.000Z'],
    ['2026-10-31T23:59:59.000Z', '2026-11-30T23:59:59.000Z'],
    ['2027-02-28T10:00:00.000Z', '2027-03-28T10:00:00.000Z'],
  ])('a month after %s: %s, or on the last day of a shorter month', (started, due) => {
    expect([dueAt('NIS2', 'final report', started), dueAt('DORA', 'final report', started)]).toEqual([due, due]);
  });

  it.each([
    ['Monday', '2026-11-23T15:00:00.000Z', '2026-11-27T15:00:00.000Z'],
    ['Tuesday', '2026-11-24T15:00:00.000Z', '2026-11-30T15:00:00.000Z'],
    ['Friday', '2026-11-27T15:00:00.000Z', '2026-12-03T15:00:00.000Z'],
    ['Saturday', '2026-11-21T15:00:00.000Z', '2026-11-26T15:00:00.000Z'],
    ['Sunday', '2026-11-22T15:00:00.000Z', '2026-11-26T15:00:00.000Z'],
  ])('four business days after a %s, %s: %s', (_, started, due) => {
    expect(dueAt('SEC 8-K', 'disclosure', started)).toBe(due);
  });

  it('when somebody agreed on another date, then', () => {
    const draft = { regime: 'GDPR', stage: 'notification', recipient: 'The regulator' } as const;
    const agreed = { ...draft, clockStartedAt: '2026-11-21T10:00:00.000Z', dueAt: '2026-11-22T00:00:00.000Z' };
    expect([notificationDueAt(agreed), notificationDueAt(draft)]).toEqual(['2026-11-22T00:00:00.000Z', undefined]);
  });

  it('never before its clock started, by any law and from any moment', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    const stages = ['early warning', 'notification', 'intermediate report', 'final report', 'disclosure'] as const;
    mustHold(
      fc.property(fc.constantFrom(...REGIMES), fc.constantFrom(...stages), moment, (regime, stage, at) => {
        const due = dueAt(regime, stage, at.toISOString());
        const daysLater = due === undefined ? 1 : (Date.parse(due) - at.getTime()) / 86_400_000;
        expect(daysLater > 0 && daysLater <= 31).toBe(true);
      }),
    );
  });
});
