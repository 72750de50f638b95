import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fieldNamesAt } from '../../../shared/api/http/field-names.ts';

const Schema = z.strictObject({
  title: z.string(),
  plan: z.strictObject({ steps: z.array(z.string()) }).optional(),
  people: z.array(z.strictObject({ name: z.string() })).prefault([]),
  byTeam: z.record(z.string(), z.strictObject({ lead: z.string() })),
  check: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('signal'), sources: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('attestation'), statement: z.string() }),
  ]),
  rank: z.unknown().optional().meta({ readOnly: true }),
  times: z.string().transform((text) => text.length),
});

describe('names of fields', () => {
  it.each<[string, PropertyKey[], unknown, string[]]>([
    [
      'of the whole, without what only an answer decides',
      [],
      {},
      ['title', 'plan', 'people', 'byTeam', 'check', 'times'],
    ],
    ['inside what may be missing', ['plan'], { plan: {} }, ['steps']],
    ['inside an entry of a list', ['people', 0], { people: [{}] }, ['name']],
    ['inside an entry by name', ['byTeam', 'mail'], { byTeam: { mail: {} } }, ['lead']],
    ['of the kind that is meant', ['check'], { check: { kind: 'attestation' } }, ['kind', 'statement']],
    ['of all kinds, where none is named', ['check'], { check: {} }, ['kind', 'sources', 'statement']],
    ['of what is no object', ['title'], { title: {} }, []],
    ['of what is not there', ['plan', 'steps', 0], undefined, []],
  ])('are found %s', (_, path, value, names) => {
    expect(fieldNamesAt(Schema, path, value)).toEqual(names);
  });
});
