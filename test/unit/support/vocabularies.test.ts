import { describe, expect, it } from 'vitest';
import { LOOKED_UP, RETIRED, VOCABULARIES } from '../../support/samples/vocabularies.ts';

describe.each(VOCABULARIES)('$name', ({ techniques, defences, controls }) => {
  it('has every id that was looked up', () => {
    expect([
      [...LOOKED_UP.techniques].filter((id) => !techniques.has(id)),
      [...LOOKED_UP.defences].filter((id) => !defences.has(id)),
      [...LOOKED_UP.controls].filter((id) => !controls.has(id)),
    ]).toEqual([[], [], []]);
  });

  it('has no id that was retired', () => {
    expect([
      RETIRED.techniques.filter((id) => techniques.has(id)),
      RETIRED.controls.filter((id) => controls.has(id)),
    ]).toEqual([[], []]);
  });
});
