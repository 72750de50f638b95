import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { templatesTable } from '../../../tools/templates-table.ts';

it('the guide shows what the templates of the configuration ask for: run `npm run docs`', () => {
  const guide = readFileSync(new URL('../../../docs/guide.md', import.meta.url), 'utf8');
  expect(guide).toContain(`<!-- templates -->\n\n${templatesTable()}\n\n<!-- /templates -->`);
});
