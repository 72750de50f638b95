import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  moveBetween,
  type StateSet,
  setOf,
  stateSets,
  type TicketState,
} from '../../../../shared/domain/ticket/state-sets.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';

type Facet = 'status' | 'reason';
const Sets = stateSets<Facet>(['status', 'reason'], {
  opens: [{ status: ['Resolved', '6'] }, { status: ['Closed'] }],
  nothingToReview: [{ status: ['Closed'], reason: ['Duplicate', 'False positive'] }],
});
const SETS = Sets.parse(undefined);
const MOVES: readonly StateSet[] = ['open', 'opens', 'nothing to review'];

describe('the three sets of states', () => {
  it.each<[TicketState<Facet>, StateSet]>([
    [{ status: 'Resolved' }, 'opens'],
    [{ status: ' resolved ' }, 'opens'],
    [{ status: ['Gelöst', '6'] }, 'opens'],
    [{ status: 'Closed' }, 'opens'],
    [{ status: 'Closed', reason: 'Solved' }, 'opens'],
    [{ status: 'Closed', reason: 'duplicate' }, 'nothing to review'],
    [{ status: 'Resolved', reason: 'Duplicate' }, 'opens'],
    [{ status: 'Waiting', reason: 'Duplicate' }, 'open'],
    [{ reason: 'Duplicate' }, 'open'],
    [{}, 'open'],
  ])('say of %o: %s', (state, set) => {
    expect(setOf(state, SETS)).toBe(set);
  });

  it('take null for a facet that a ticket does not have', () => {
    const sets = Sets.parse({ nothingToReview: [{ reason: [null, 'Other'] }] });
    expect(
      [{ status: 'Closed' }, { status: 'Closed', reason: ' ' }, { status: 'Closed', reason: 'x' }].map((one) =>
        setOf(one, sets),
      ),
    ).toEqual(['nothing to review', 'nothing to review', 'opens']);
  });

  it('keep the set that a team does not name', () => {
    expect(Sets.parse({ opens: [{ status: ['Done'] }] })).toEqual({ ...SETS, opens: [{ status: ['Done'] }] });
  });

  it.each<[string, unknown, string]>([
    ['no state that opens', { opens: [] }, 'opens'],
    ['a state without a facet', { opens: [{}] }, 'opens.0'],
    ['a facet that the system does not have', { opens: [{ colour: ['red'] }] }, 'opens.0'],
    ['a facet without a value', { nothingToReview: [{ reason: [] }] }, 'nothingToReview.0.reason'],
    ['a set of another name', { opened: [{ status: ['Done'] }] }, ''],
    ['a list in place of the sets', [], ''],
  ])('refuse %s', (_, given, path) => {
    const { error } = Sets.safeParse(given);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});

describe('a move between sets of states', () => {
  it.each<[StateSet | undefined, (string | undefined)[]]>([
    [undefined, ['reopened, if known', 'closed', 'closed']],
    ['open', [undefined, 'closed', 'closed']],
    ['opens', ['reopened', undefined, undefined]],
    ['nothing to review', ['reopened, if known', 'closed', undefined]],
  ])('from %s is, into open, opens and nothing to review, %o', (before, moves) => {
    expect(MOVES.map((after) => moveBetween(before, after))).toEqual(moves);
  });

  it('never tells one closure twice on a way that stays closed', () => {
    const way = fc.array(fc.constantFrom(...MOVES.slice(1)), { minLength: 1, maxLength: 6 });
    mustHold(
      fc.property(way, (sets) => {
        const moves = ['open' as StateSet, ...sets].map((set, index, all) =>
          moveBetween(all[index - 1] ?? 'open', set),
        );
        // Once for its end, and once more when it turns out that there is something to review.
        const turns = sets.filter((set, index) => set === 'opens' && sets[index - 1] === 'nothing to review').length;
        expect(moves.filter((move) => move === 'closed')).toHaveLength(1 + turns);
      }),
    );
  });
});
