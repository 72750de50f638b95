import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedBy } from '../../../console/lists/asked-by.ts';
import { chosenIn } from '../../../console/lists/chosen-in.ts';
import type { Chosen, Filter } from '../../../console/lists/filter-spec.ts';
import { searchOf } from '../../../console/lists/search-of.ts';
import { RECORD_FILTERS } from '../../../console/post-mortems/record-filters.ts';
import { FIX_FILTERS } from '../../../console/remediations/fix-filters.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function valuesOf(filter: Filter): fc.Arbitrary<readonly string[]> {
  switch (filter.kind) {
    case 'many':
      return fc.subarray([...filter.options], { minLength: 1 });
    case 'one':
      return fc.constantFrom(...filter.options).map((value) => [value]);
    case 'day':
      return day.map((value) => [value]);
    case 'flag':
      return fc.constant(['true']);
    case 'words':
      if (filter.whole !== undefined) return fc.stringMatching(filter.whole).map((words) => [words]);
      return fc
        .string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
        .map((words) => words.trim())
        .filter((words) => words !== '' && words.length <= 200 && words.isWellFormed())
        .map((words) => [words]);
  }
}

const chosenOf = (filters: readonly Filter[]): fc.Arbitrary<Chosen> =>
  fc
    .subarray([...filters])
    .chain((some) =>
      fc.tuple(...some.map((filter) => valuesOf(filter).map((values) => [filter.name, values] as const))),
    )
    .map((chosen) => Object.fromEntries(chosen));

describe('filters of a list in the address', () => {
  it.each([
    ['post-mortems', RECORD_FILTERS],
    ['remediations', FIX_FILTERS],
  ])('come back from the address of %s as they were chosen', (_, filters) => {
    mustHold(
      fc.property(chosenOf(filters), (chosen) => {
        const address = new URL(`https://holdfast.example/console${searchOf(chosen)}`);
        expect(chosenIn(address.searchParams, filters)).toEqual(chosen);
      }),
    );
  });

  it('leaves out what the list does not know', () => {
    const search = new URLSearchParams(
      'status=lost&status=open&severity=&dueBefore=tomorrow&mine=yes&team=a&sort=best',
    );
    expect(chosenIn(search, RECORD_FILTERS)).toEqual({ status: ['open'] });
  });

  it.each(['T', 'T15', 'T1566.', 'T1566.0', 'phishing'])('asks for no technique that %s only begins', (technique) => {
    expect(chosenIn(new URLSearchParams({ technique }), RECORD_FILTERS)).toEqual({});
  });

  it('asks the API for a day as the instant at which it begins, and for a flag as true', () => {
    const chosen = { status: ['open', 'closed'], mine: ['true'], dueBefore: ['2026-12-01'], sort: ['changed'] };
    expect(askedBy(chosen, RECORD_FILTERS)).toEqual({
      status: ['open', 'closed'],
      mine: true,
      dueBefore: '2026-12-01T00:00:00.000Z',
      sort: 'changed',
    });
  });
});
