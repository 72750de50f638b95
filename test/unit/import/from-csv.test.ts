import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CSV_COLUMNS, columnOf, fromCsv } from '../../../shared/import/from-csv.ts';

const doc = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const LEAST = { title: 'Lost laptop', severity: 'low', beganAt: '2024-01-01' };
const one = (cells: Record<string, string>) => fromCsv([{ line: 2, cells: { ...LEAST, ...cells } }])[0];

describe('a table of past incidents', () => {
  it('has the columns that the documentation and its example have', () => {
    const page = doc('import-export.md').split('## A table')[1] ?? '';
    expect(CSV_COLUMNS.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    expect(doc('past-incidents.csv').split('\n')[0]?.split(',')).toEqual([...CSV_COLUMNS]);
  });

  it('names a row without an id by its content, the same each time', () => {
    const names = [one({}), one({}), one({ title: 'Lost phone' })].map((found) => found?.id);
    expect([names[0], new Set(names).size]).toEqual([expect.stringMatching(/^csv-[0-9a-f]{16}$/), 2]);
  });

  it('ends an incident with the latest time that it knows', () => {
    expect(one({ detectedAt: '2024-01-03', containedAt: '2024-01-05T10:00:00Z' })).toMatchObject({
      file: { beganAt: '2024-01-01T00:00:00.000Z', endedAt: '2024-01-05T10:00:00.000Z' },
    });
  });

  it.each([
    [{ severity: 'grave' }, 'severity'],
    [{ beganAt: 'yesterday' }, 'beganAt'],
    [{ detectedAt: '2024-01-32', detection: 'A user' }, 'detectedAt'],
    [{ usersAffected: 'many', impact: 'Mail' }, 'usersAffected'],
    [{ costAmount: '12', impact: 'Mail' }, 'costCurrency'],
    [{ vector: 'phishing; magic' }, 'vector'],
    [{ factorStatement: 'Nobody was there' }, 'factorKind'],
  ])('says which column is wrong: %j', (cells, column) => {
    const found = one(cells);
    expect(found !== undefined && 'faults' in found ? found.faults.map(({ path }) => path) : []).toContain(column);
  });

  it('has the column of what the rules refuse, by the path in our own format', () => {
    expect(['sections.response.containment.at', 'rootCauses.0.statement', 'category'].map(columnOf)).toEqual([
      ...['containedAt', 'causeStatement', 'category'],
    ]);
  });

  it('takes a cell of blanks for an empty one, whatever blanks they are', () => {
    const blank = one({ description: ' \u200b', impact: '\u3164', causeStatement: '\u2800 ' });
    expect(blank).toMatchObject({ file: { sections: {}, rootCauses: [] } });
    expect(one({ title: '\u200b ' })).toMatchObject({ faults: [{ path: 'title' }] });
  });

  it('refuses words that nobody can read enough of', () => {
    expect(
      one({ causeKind: 'human', causeStatement: 'it\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b' }),
    ).toMatchObject({
      faults: [{ path: 'causeStatement', message: expect.stringContaining('at least 10 characters that can be read') }],
    });
  });

  it('does not drop what needs another column: an amount, or a word on users, without an impact', () => {
    const found = one({ costAmount: '12', costCurrency: 'EUR' });
    expect(found).toMatchObject({ faults: [{ path: 'impact', message: expect.stringContaining('costAmount') }] });
  });
});
