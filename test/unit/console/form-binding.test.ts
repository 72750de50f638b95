import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedTags } from '../../../console/forms/binding/added-tags.ts';
import { lettersLeft } from '../../../console/forms/binding/letters-left.ts';
import { numberIn } from '../../../console/forms/binding/number-in.ts';
import { shapeAt } from '../../../console/forms/binding/shape-at.ts';
import { itemsOfRows, shownRows } from '../../../console/forms/binding/shown-rows.ts';
import { switchedVariant } from '../../../console/forms/binding/switched-variant.ts';
import { shownTime, timeIn } from '../../../console/forms/binding/time-in.ts';
import { variantOf } from '../../../console/forms/binding/variant-of.ts';
import { withField } from '../../../console/forms/binding/with-field.ts';
import { missingFields, pathOfPointer, problemFields } from '../../../console/forms/problems.ts';
import type { Shape, VariantShape } from '../../../console/forms/shape.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

describe('a field of an object in a form', () => {
  it('is set in its place, and leaves fields that no form shows', () => {
    expect(withField({ a: 1, id: 'kept', b: 2 }, 'a', 3)).toEqual({ a: 3, id: 'kept', b: 2 });
  });

  it('goes when it is cleared, and the object with its last one', () => {
    expect([withField({ a: 1, b: 2 }, 'a', undefined), withField({ a: 1 }, 'a', undefined)]).toEqual([
      { b: 2 },
      undefined,
    ]);
  });

  it('makes the object that was not there', () => {
    expect(withField(undefined, 'a', 'x')).toEqual({ a: 'x' });
  });
});

describe('kinds of a field that takes several', () => {
  const work: VariantShape = {
    kind: 'variant',
    by: 'kind',
    variants: { ticket: { kind: 'object', fields: {} }, none: { kind: 'object', fields: {} } },
  };
  const data: VariantShape = {
    kind: 'variant',
    variants: { words: { kind: 'text' }, number: { kind: 'integer' }, details: { kind: 'object', fields: {} } },
  };

  it('are known by the field that says it, or by the type of the value', () => {
    expect([
      variantOf(work, { kind: 'ticket' }),
      variantOf(work, { kind: 'toString' }),
      variantOf(data, 'mail'),
      variantOf(data, 3),
      variantOf(data, { kind: 'mail' }),
      variantOf(data, undefined),
    ]).toEqual(['ticket', undefined, 'words', 'number', 'details', undefined]);
  });

  it('keep what was written in them when one looks at another, or at none', () => {
    const written = { kind: 'ticket', ticket: 'NET-12' };
    const away = switchedVariant(work, { from: 'ticket', value: written, to: 'none', memory: new Map() });
    const off = switchedVariant(work, { from: 'none', value: away.value, to: undefined, memory: away.memory });
    const back = switchedVariant(work, { from: undefined, value: off.value, to: 'ticket', memory: off.memory });
    expect([away.value, off.value, back.value]).toEqual([{ kind: 'none' }, undefined, written]);
  });
});

describe('the shape at a path of what is written in', () => {
  const shape: Shape = {
    kind: 'object',
    fields: {
      severity: { kind: 'choice', options: ['high', 'low'] },
      work: {
        kind: 'variant',
        by: 'kind',
        label: 'Work',
        variants: { ticket: { kind: 'object', fields: { ticket: { kind: 'text' } } } },
      },
    },
  };
  it('is that of the field, also within the kind that its value is of, and of nothing where there is none', () => {
    const value = { severity: 'high', work: { kind: 'ticket', ticket: 'A-1' } };
    const at = (...path: string[]) => shapeAt(shape, value, path)?.kind;
    expect([at('severity'), at('work'), at('work', 'ticket'), at('toString'), at('severity', 'x')]).toEqual([
      'choice',
      'variant',
      'text',
      undefined,
      undefined,
    ]);
    expect(shapeAt(shape, {}, ['work', 'ticket'])).toBeUndefined();
  });
});

describe('rows of a list in a form', () => {
  it('leave a row that was cleared where it is, and have none of it in the list', () => {
    const rows = ['a', '', 'c', ''];
    expect([itemsOfRows(rows), shownRows(['a', 'c'], rows)]).toEqual([['a', 'c'], rows]);
  });

  it('are those of the list when somebody else has changed it', () => {
    expect(shownRows(['a', 'd'], ['a', '', 'c'])).toEqual(['a', 'd', '']);
  });

  it('show what was typed, at the row in which it was typed', () => {
    const edits = fc.array(fc.record({ row: fc.nat(6), text: fc.constantFrom('', 'x', 'yy') }), { maxLength: 20 });
    mustHold(
      fc.property(edits, (all) => {
        let shown = shownRows(['a', 'b'], []);
        for (const { row, text } of all) {
          if (row >= shown.length) continue;
          const edited = shown.with(row, text);
          shown = shownRows(itemsOfRows(edited), edited);
          expect([shown[row], shown.at(-1)]).toEqual([text, '']);
        }
      }),
    );
  });
});

describe('what is typed into a form', () => {
  it('is a number in digits, nothing when empty, and itself when it is no number', () => {
    expect(['', ' ', '0', '1 200', '1 200.5', '1,200', '12a', '99999999999999999'].map(numberIn)).toEqual([
      undefined,
      undefined,
      0,
      1200,
      1200.5,
      '1,200',
      '12a',
      '99999999999999999',
    ]);
  });

  it('is an instant by the clocks of the zone that is shown', () => {
    expect([
      timeIn('2026-11-19T08:12', 'UTC'),
      timeIn('2026-11-19T08:12', 'Europe/Berlin'),
      timeIn('2026-07-19T08:12:30', 'America/New_York'),
      timeIn('0002-11-19T08:12', 'Europe/Berlin'),
      timeIn('', 'UTC'),
    ]).toEqual([
      '2026-11-19T08:12:00.000Z',
      '2026-11-19T07:12:00.000Z',
      '2026-07-19T12:12:30.000Z',
      '0002-11-19T08:12',
      undefined,
    ]);
  });

  it('is shown as it was typed once it is an instant', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia');
    const times = fc.date({ min: new Date('1975-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    mustHold(
      fc.property(zones, times, (zone, date) => {
        const shown = shownTime(date.toISOString(), zone) ?? '';
        expect(shownTime(timeIn(shown, zone) ?? '', zone)).toBe(shown);
      }),
    );
  });

  it('is no time that cannot be shown', () => {
    expect([shownTime('yesterday', 'UTC'), shownTime('', 'UTC')]).toEqual([undefined, undefined]);
  });

  it('is a tag for each line, each once', () => {
    expect(addedTags(['a'], ' b \r\n\na\nc')).toEqual(['a', 'b', 'c']);
  });

  it('has its letters counted once they run short', () => {
    expect([
      lettersLeft('abc', 200),
      lettersLeft('a'.repeat(185), 200),
      lettersLeft('a'.repeat(203), 200),
      lettersLeft('abc', undefined),
      lettersLeft('', 10),
    ]).toEqual([undefined, 15, -3, undefined, undefined]);
  });
});

describe('problems at fields of a form', () => {
  it('stand at the field that the API points to, in the section that was sent', () => {
    const problem = {
      errors: [
        { pointer: '/assets/0/name', detail: 'is missing' },
        { pointer: '/assets/0/name', detail: 'is wanted' },
        { pointer: '/a~1b~0c', detail: 'unknown' },
        { pointer: '', detail: 'not an object' },
        { header: 'If-Match', detail: 'is missing' },
      ],
    };
    expect(problemFields(problem, 'impact')).toEqual({
      fields: new Map([
        ['impact.assets.0.name', ['is missing', 'is wanted']],
        ['impact.a/b~c', ['unknown']],
      ]),
      elsewhere: ['not an object', 'is missing'],
    });
  });

  it('are none where the answer names none', () => {
    expect(problemFields({})).toEqual({ fields: new Map(), elsewhere: [] });
  });

  it('point from the record without a section', () => {
    expect(pathOfPointer('/impact/usersAffected')).toBe('impact.usersAffected');
  });

  it('are told from what is missing yet', () => {
    expect(missingFields([{ path: 'impact.description', message: 'Say what it did' }])).toEqual(
      new Map([['impact.description', ['Say what it did']]]),
    );
  });
});
