import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPieces } from '../../../shared/document/json-pieces.ts';
import { beginningOf, inBytes } from '../../../shared/export/in-bytes.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

it('is the same text as JSON in one piece, whatever the object', () => {
  const objects = fc.dictionary(
    fc.string(),
    fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue(), fc.constant(undefined)),
  );
  mustHold(
    fc.property(objects, (object) => {
      expect([...jsonPieces(object)].join('')).toBe(JSON.stringify(object, undefined, 2));
    }),
  );
});

it('is the same text when it is read as bytes in two parts, wherever it is cut', () => {
  const parts = (pieces: string[], limit: number): Buffer => {
    const { first, rest } = beginningOf(inBytes(pieces), limit);
    return Buffer.concat([...first, ...(rest ?? [])]);
  };
  const pieces = fc.array(fc.string({ unit: 'grapheme', maxLength: 40_000, size: 'max' }), { maxLength: 8 });
  mustHold(
    fc.property(pieces, fc.nat(400_000), (texts, limit) => {
      expect(parts(texts, limit).equals(Buffer.from(texts.join('')))).toBe(true);
    }),
    { runs: 20 },
  );
});
