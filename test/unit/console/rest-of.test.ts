import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restOf } from '../../../console/record/panel/rest-of.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

describe('what is left of a comment that was sent while somebody typed on', () => {
  it('is what was typed since, or all of it where the sent words were changed', () => {
    mustHold(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (sent, more) => {
        expect(restOf(sent + more, sent)).toBe(more);
      }),
    );
    expect(restOf('anew', 'and')).toBe('anew');
  });
});
