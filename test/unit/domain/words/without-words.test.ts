import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Instant, PartId } from '../../../../shared/domain/words/identifiers.ts';
import { identifier, instruction, TICKET_KEY } from '../../../../shared/domain/words/marks.ts';
import { withoutWords } from '../../../../shared/domain/words/without-words.ts';

const ID = '01KA0000000000000000000001';
const AT = '2026-11-21T10:00:00.000Z';
const WITHHELD = 'withheld: the record is restricted';

describe('a value without its words', () => {
  it('keeps ids, times, numbers, booleans and enumerations, and stands something in the place of words', () => {
    const schema = z.object({
      id: PartId,
      at: Instant,
      count: z.int(),
      isOpen: z.boolean(),
      kind: z.enum(['a', 'b']),
      state: z.literal('open'),
      title: z.string(),
    });
    const value = schema.parse({ id: ID, at: AT, count: 1, isOpen: true, kind: 'a', state: 'open', title: 'CFO' });
    expect(withoutWords(schema, value)).toEqual({ ...value, title: WITHHELD });
  });

  it('leaves out optional words, and empties lists of them', () => {
    const schema = z.object({ note: z.string().optional(), notes: z.array(z.string()), ids: z.array(PartId) });
    expect(withoutWords(schema, schema.parse({ note: 'CFO', notes: ['CFO'], ids: [ID] }))).toEqual({
      notes: [],
      ids: [ID],
    });
  });

  it('keeps the shape that the schema wants: of a link, and of a word without blanks', () => {
    const schema = z.object({ url: z.url(), word: z.string().regex(/^\S+$/), some: z.array(z.string()).min(1) });
    const told = withoutWords(schema, { url: 'https://cfo.example', word: 'cfo', some: ['CFO'] });
    expect(told).toEqual({ url: 'https://withheld.invalid/', word: 'withheld', some: [WITHHELD] });
  });

  it('goes into the alternative that the value is', () => {
    const schema = z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('said'), words: z.string() }),
        z.object({ kind: z.literal('seen'), at: Instant }),
      ]),
    );
    expect(
      withoutWords(schema, [
        { kind: 'said', words: 'CFO' },
        { kind: 'seen', at: AT },
      ]),
    ).toEqual([
      { kind: 'said', words: WITHHELD },
      { kind: 'seen', at: AT },
    ]);
  });

  it('does not know what a schema does not say, and so does not tell it', () => {
    const schema = z.object({
      any: z.unknown(),
      open: z.record(z.string(), z.string()),
      counts: z.record(z.enum(['a']), z.int()),
    });
    const value = { any: 'CFO', open: { CFO: 'CFO' }, counts: { a: 1 }, more: 'CFO' };
    expect(withoutWords(schema, value)).toEqual({ open: {}, counts: { a: 1 } });
  });

  it.each([
    ['SEC-12', 'SEC-12'],
    ['INC0010023', 'INC0010023'],
    ['CFO-affair', WITHHELD],
    ['The affair of the CFO', WITHHELD],
  ])('keeps a key of another system only when it looks like one: %s', (key, told) => {
    const schema = z.object({ key: identifier(z.string(), TICKET_KEY) });
    expect(withoutWords(schema, { key })).toEqual({ key: told });
  });

  it('counts a schema that is made from an identifier as words again', () => {
    const schema = z.object({ id: identifier(z.string()).max(99) });
    expect(withoutWords(schema, { id: 'CFO' })).toEqual({ id: WITHHELD });
  });

  it('keeps an instruction for the ticket, and for nobody else', () => {
    const schema = z.object({ title: instruction(z.string()), why: z.string() });
    const value = { title: 'Turn it on', why: 'The CFO' };
    expect([withoutWords(schema, value, 'ticket'), withoutWords(schema, value)]).toEqual([
      { title: 'Turn it on', why: WITHHELD },
      { title: WITHHELD, why: WITHHELD },
    ]);
  });
});
