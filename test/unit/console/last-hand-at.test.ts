import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../console/data/api.ts';
import { lastHandAt } from '../../../console/record/last-hand-at.ts';

type Actor = Schemas['AuditEntry']['actor'];
const NINA: Actor = { kind: 'person', id: 'nina', name: 'Nina Analyst' };
const MAX: Actor = { kind: 'machine', id: 'max' };
const HOLDFAST: Actor = { kind: 'system', id: 'holdfast' };
const hand = (by: Actor, revision: number) => ({ by, at: `2026-11-19T08:0${revision}:00.000Z`, revision });

describe('who wrote the other words of a conflict', () => {
  it('is whoever changed the field last, and nobody who wrote beside it', () => {
    const changes = [
      { path: 'sections.impact.description', hands: [hand(NINA, 3), hand(MAX, 2)] },
      { path: 'sections.impact.descriptionOfCost', hands: [hand(MAX, 5)] },
    ];
    expect(lastHandAt('sections.impact.description', changes)).toEqual({
      id: 'nina',
      name: 'Nina Analyst',
      at: '2026-11-19T08:03:00.000Z',
    });
    expect(lastHandAt('sections.impact.usersAffected', changes)).toBeUndefined();
  });

  it('is found where the whole section is new, or something in the field changed; without a name it is the id', () => {
    const whole = [{ path: 'sections.impact', hands: [hand(MAX, 4)] }];
    const inside = [{ path: 'sections.impact.cost.amount', hands: [hand(MAX, 4)] }];
    const max = { id: 'max', name: 'max', at: '2026-11-19T08:04:00.000Z' };
    expect(lastHandAt('sections.impact.description', whole)).toEqual(max);
    expect(lastHandAt('sections.impact.cost', inside)).toEqual(max);
  });

  it('is Holdfast where neither a person nor a program wrote', () => {
    const changes = [{ path: 'sections.impact', hands: [hand(HOLDFAST, 4)] }];
    expect(lastHandAt('sections.impact', changes)?.name).toBe('Holdfast');
  });
});
