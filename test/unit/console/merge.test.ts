import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, type Json, type JsonObject } from '../../../console/record/editing/json.ts';
import { type Conflict, mergeFields, settle } from '../../../console/record/editing/merge.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const scalar = fc.oneof(fc.string({ maxLength: 6 }), fc.integer({ min: 0, max: 9 }), fc.boolean());
const part = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), what: fc.string({ maxLength: 3 }) });
const list = fc.oneof(
  fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'w'), { maxLength: 4 }),
  fc.uniqueArray(part, { maxLength: 4, selector: ({ id }) => id }),
);
const field = fc.oneof(
  scalar,
  list,
  fc.dictionary(fc.constantFrom('inner', 'other', '__proto__'), scalar, { maxKeys: 2 }),
);
const section = fc.dictionary(fc.constantFrom('what', 'why', 'count', 'services'), field, {
  maxKeys: 4,
}) as fc.Arbitrary<JsonObject>;
const sides = fc.tuple(section, section, section);

/** Every text and number of a value, with the names on the way to it; elements of lists stand for themselves. */
function leaves(value: Json | undefined, path = ''): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one: Json) => leaves(one, `${path}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => leaves(one, `${path}/${name}`));
  return [`${path}=${JSON.stringify(value)}`];
}

const said = ({ mine, theirs, path }: Conflict) => {
  const place = path.map((name) => name).join('/');
  return [...leaves(mine), ...leaves(theirs)].map((leaf) => `${place}${leaf}`);
};

describe('merging what two people wrote', () => {
  it('loses no letter of either: what a side added is in the merged content, or in a conflict', () => {
    mustHold(
      fc.property(sides, ([base, mine, theirs]) => {
        const { merged, conflicts } = mergeFields(base, mine, theirs);
        const kept = new Set([...leaves(merged), ...conflicts.flatMap(said)].map(wordOf));
        const before = leaves(base);
        for (const added of [...leaves(mine), ...leaves(theirs)].filter((leaf) => !before.includes(leaf))) {
          expect(kept).toContain(wordOf(added));
        }
      }),
      { runs: 3_000 },
    );
  });

  it('takes mine where they wrote nothing, and theirs where I did not', () => {
    mustHold(
      fc.property(section, section, (base, other) => {
        expect(isSame(mergeFields(base, other, base).merged, other)).toBe(true);
        expect(isSame(mergeFields(base, base, other).merged, other)).toBe(true);
        expect(mergeFields(base, base, other).conflicts).toEqual([]);
      }),
    );
  });

  it('finds no conflict where both wrote the same', () => {
    mustHold(
      fc.property(section, section, (base, both) => {
        const { merged, conflicts } = mergeFields(base, both, both);
        expect([isSame(merged, both), conflicts]).toEqual([true, []]);
      }),
    );
  });

  it('names the same conflicts whoever merges, and without one comes to the same content but for the order of lists', () => {
    const ordered = (value: Json | undefined) => leaves(value).toSorted();
    mustHold(
      fc.property(sides, ([base, mine, theirs]) => {
        const one = mergeFields(base, mine, theirs);
        const other = mergeFields(base, theirs, mine);
        const places = (conflicts: readonly Conflict[]) => conflicts.map(({ path }) => path.join('/')).toSorted();
        expect(places(one.conflicts)).toEqual(places(other.conflicts));
        if (one.conflicts.length === 0) expect(ordered(one.merged)).toEqual(ordered(other.merged));
      }),
      { runs: 2_000 },
    );
  });

  it('comes to rest: merged again with the same, nothing changes', () => {
    mustHold(
      fc.property(sides, ([base, mine, theirs]) => {
        const { merged } = mergeFields(base, mine, theirs);
        expect(isSame(mergeFields(theirs, merged, theirs).merged, merged)).toBe(true);
      }),
    );
  });

  it('never touches a conflict before somebody settles it: then the place has what was chosen', () => {
    mustHold(
      fc.property(sides, fc.constantFrom('mine' as const, 'theirs' as const), ([base, mine, theirs], choice) => {
        const { merged, conflicts } = mergeFields(base, mine, theirs);
        for (const conflict of conflicts) {
          const settled = settle(merged, conflict, choice);
          const wanted = choice === 'mine' ? conflict.mine : conflict.theirs;
          for (const leaf of leaves(wanted).map(wordOf)) expect(leaves(settled).map(wordOf)).toContain(leaf);
        }
      }),
    );
  });

  it('puts both texts under one another, and the elements of both lists together', () => {
    const { merged, conflicts } = mergeFields({ why: 'a' }, { why: 'b' }, { why: 'c' });
    const [conflict] = conflicts;
    if (conflict === undefined) throw new Error('no conflict');
    expect(settle(merged, conflict, 'both')).toEqual({ why: 'b\n\nc' });
  });

  it('keeps the additions of both to a list, and what neither took out', () => {
    const { merged, conflicts } = mergeFields(
      { services: ['x', 'y'] },
      { services: ['x', 'y', 'z'] },
      { services: ['y', 'w'] },
    );
    expect([merged, conflicts]).toEqual([{ services: ['y', 'z', 'w'] }, []]);
  });

  it('asks where one took out what the other changed', () => {
    const base = { parts: [{ id: 'a', what: 'old' }] };
    const { conflicts } = mergeFields(base, { parts: [] }, { parts: [{ id: 'a', what: 'new' }] });
    expect(conflicts.map(({ path }) => path)).toEqual([['parts']]);
  });

  it('keeps each element at its place, where one changed the first and the other the second', () => {
    const [base, mine, theirs] = [cards('c1', 'c2'), cards('c1', 'c2 by me'), cards('c1 by them', 'c2')];
    const both = { merged: cards('c1 by them', 'c2 by me'), conflicts: [] };
    expect(mergeFields(base, mine, theirs)).toMatchObject(both);
    expect(mergeFields(base, theirs, mine)).toMatchObject(both);
    expect(mergeFields(base, cards('c1', 'c2', 'mine'), cards('theirs', 'c1 by them', 'c2')).merged).toEqual(
      cards('theirs', 'c1 by them', 'c2', 'mine'),
    );
  });

  it('asks about the list where both changed the same element, and makes no two of it', () => {
    const [mine, theirs] = [cards('c1 by me', 'c2'), cards('c1 by them', 'c2')];
    expect(mergeFields(cards('c1', 'c2'), mine, theirs)).toMatchObject({
      merged: mine,
      conflicts: [{ path: ['cards'], mine: mine.cards, theirs: theirs.cards }],
    });
    const [own, other] = [{ parts: [{ id: 'a', what: 'mine' }] }, { parts: [{ id: 'a', what: 'theirs' }] }];
    expect(mergeFields({ parts: [{ id: 'a', what: 'old' }] }, own, other)).toMatchObject({
      merged: own,
      conflicts: [{ path: ['parts'] }],
    });
  });

  it('takes the order of whoever changed it alone', () => {
    const base = { services: ['x', 'y', 'z'] };
    const { merged, conflicts } = mergeFields(base, { services: ['x', 'y', 'z', 'w'] }, { services: ['z', 'x', 'y'] });
    expect([merged, conflicts]).toEqual([{ services: ['z', 'x', 'y', 'w'] }, []]);
  });

  it('keeps what one changed or added behind its neighbour, where the other one changed the order', () => {
    const [base, moved] = [cards('a', 'b', 'c'), cards('c', 'a', 'b')];
    for (const [changed, merged] of [
      [cards('a', 'b1', 'c'), cards('c', 'a', 'b1')],
      [cards('a', 'x', 'y', 'b', 'c'), cards('c', 'a', 'x', 'y', 'b')],
      [cards('x', 'a', 'b', 'c'), cards('x', 'c', 'a', 'b')],
    ] as const) {
      expect(mergeFields(base, moved, changed)).toMatchObject({ merged, conflicts: [] });
      expect(mergeFields(base, changed, moved)).toMatchObject({ merged, conflicts: [] });
    }
  });

  it('asks about the whole of what one made another kind of', () => {
    const base = { work: { kind: 'ticket', ticket: 'A-1' } };
    const mine = { work: { kind: 'none', because: 'new' } };
    const theirs = { work: { kind: 'ticket', ticket: 'A-2' } };
    expect(mergeFields(base, mine, theirs)).toMatchObject({
      merged: mine,
      conflicts: [{ path: ['work'], mine: mine.work, theirs: theirs.work }],
    });
  });
});

const cards = (...names: string[]) => ({ cards: names.map((name) => ({ name })) });
const wordOf = (leaf: string) => leaf.slice(leaf.indexOf('=') + 1);
