import { expect, it } from 'vitest';
import { tableText } from '../../../cli/api/table-text.ts';

const ROWS = [['1', 'A title that is longer than the terminal is wide\nand has two lines']];

it('cuts the last column of a table to the width of the terminal, and nothing in a pipe', () => {
  expect(tableText(['ID', 'TITLE'], ROWS, 30)).toBe('ID  TITLE\n1   A title that is longer th…\n');
  expect(tableText(['ID', 'TITLE'], ROWS)).toBe(
    'ID  TITLE\n1   A title that is longer than the terminal is wide and has two lines\n',
  );
});
