import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MARKS } from '../../../console/marks/standings.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/console.md'), 'utf8');

const tableOf = (name: string): string =>
  new RegExp(`<!-- ${name} -->\n+([\\s\\S]*?)\n+<!-- /${name} -->`).exec(PAGE)?.[1] ?? '';

/** Keys are bound as `keys: 'J', words: 'Next line'` wherever a place has them. */
function boundKeys(): [string, string][] {
  const files = globSync('console/**/*.{ts,tsx}', { cwd: ROOT }).toSorted();
  const text = files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
  const bound = [...text.matchAll(/\bkeys: '([^']+)',\s*words: '([^']+)'/g)];
  const rail = [
    ...readFileSync(join(ROOT, 'console/shell/rail.ts'), 'utf8').matchAll(/words: '([^']+)'[^}]*?\bkey: '(.)'/g),
  ];
  return [
    ...bound.map(([, keys = '', words = '']): [string, string] => [keys, words]),
    ...rail.map(([, words = '', key = '']): [string, string] => [`G ${key}`, `Go to ${words}`]),
  ];
}

describe('the page about the console', () => {
  it('says what each mark means in the words of the code', () => {
    const rows = Object.values(MARKS).map(({ words, means }) => `| ${words} | ${means} |`);
    expect(tableOf('marks')).toBe(['| mark | means |', '| --- | --- |', ...rows].join('\n'));
  });

  it('lists every key that is bound', () => {
    const keys = boundKeys();
    expect(keys.length).toBeGreaterThan(15);
    const rows = keys.map(([key, words]) => `| \`${key}\` | ${words} |`);
    expect(tableOf('keys').split('\n').slice(2).toSorted()).toEqual([...new Set(rows)].toSorted());
  });
});
