import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundRecords } from '../../../console/post-mortems/importing/found-records.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

describe('the records of a file that somebody chose', () => {
  it('are one, or those of a list by their place, in our own format or in VERIS', () => {
    const own = { format: 'holdfast.post-mortem/1', id: 'A-1', title: 'A laptop was lost' };
    expect(foundRecords('one.json', JSON.stringify(own))).toEqual([
      { file: 'one.json', place: '', name: 'A-1 · A laptop was lost', format: 'json', record: own },
    ]);
    const list = foundRecords('all.json', `\uFEFF${JSON.stringify([own, { incident_id: 'V-1' }])}`);
    expect(list.map(({ place, name, format }) => [place, name, format])).toEqual([
      ['record 1', 'A-1 · A laptop was lost', 'json'],
      ['record 2', 'V-1', 'veris'],
    ]);
  });

  it('are the rows of a table, whatever stands in their cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '"', ',', ';', '\n', ' ', '😀'), maxLength: 8 });
    const row = fc.record({ id: fc.constantFrom('A-1', 'B-2'), title: cell, summary: cell });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    mustHold(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const lines = rows.map((one) => Object.values(one).map(quoted).join(','));
        const found = foundRecords('t.csv', ['id,title,summary', ...lines].join('\r\n'));
        expect(found.map(({ record }) => record)).toEqual(
          rows.map(({ id, title, summary }) => ({ id, title: title.trim(), summary: summary.trim() })),
        );
      }),
    );
  });

  it.each([
    ['a.json', '{"id":', 'it is not JSON'],
    ['a.json', '[1]', 'record 1 is no record'],
    ['a.csv', 'id;title\nA;B', 'parted by ";"'],
    ['a.csv', 'id,id\nA,B', 'twice'],
    ['a.csv', 'id,title\nA', 'line 2 has 1 cells'],
    ['a.csv', 'id,title\nA,\uFFFD', 'not UTF-8'],
    ['a.csv', 'id,title\nA,B\nC,"D\nE,F\nG,H', 'a quote in line 3 is never closed'],
  ])('%s with %j is refused, and said why', (file, content, why) => {
    expect(() => foundRecords(file, content)).toThrow(why);
  });
});
