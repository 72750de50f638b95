import { shortened } from '../../domain/words/shorten.ts';
import { wikiOfDocument } from '../../jira/data-center/wiki-of-document.ts';
import {
  link,
  paragraph,
  type TableRow,
  type TextBlock,
  type TextRuns,
  type TicketText,
  text,
} from '../ticket-text.ts';
import { blockNodes } from './adf-nodes.ts';

/**
 * Jira takes 32,767 characters in a description or a comment, and counts them after a conversion of its own that nobody has
 * described. The wiki's markup has every word, and signs for all that is marked, so it is the longer way to count; what the last
 * line needs is off already.
 */
const LIMIT = 32_000;

/**
 * A text that Jira takes: of a longer one the beginning, cut between blocks or words, with a link to where the whole stands.
 *
 * @param limit in UTF-16 code units of wiki markup
 */
export function shortText(blocks: TicketText, limit: number = LIMIT): TicketText {
  if (sizeOf(blocks) <= limit) return blocks;
  return [...withoutLastHeading(beginning(blocks, limit)), lastLine(blocks)];
}

const sizeOf = (blocks: TicketText): number =>
  wikiOfDocument({ content: blocks.flatMap(blockNodes), type: 'doc' }).length;

function lastLine(blocks: TicketText): TextBlock {
  const whole = blocks.find(({ kind }) => kind === 'whole text');
  if (whole?.kind !== 'whole text') return paragraph(text('… the text was longer than Jira takes, and ends here.'));
  return paragraph(text('… the rest stands in '), link('the record', whole.url), text('.'));
}

const withoutLastHeading = (blocks: TextBlock[]): TextBlock[] =>
  blocks.at(-1)?.kind === 'heading' ? blocks.slice(0, -1) : blocks;

function beginning(blocks: TicketText, limit: number): TextBlock[] {
  const kept: TextBlock[] = [];
  let room = limit;
  for (const block of blocks) {
    const size = sizeOf([block]) + 2;
    if (size > room) return [...kept, ...cut(block, room)];
    kept.push(block);
    room -= size;
  }
  return kept;
}

/** So much of a block as has room: the beginning of a text, the first items and rows. */
function cut(block: TextBlock, room: number): TextBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return longest(block.runs, room, (runs) => paragraph(...runs));
    case 'code': {
      const code = shortened(block.code, Math.max(0, room - 50));
      return code === '' ? [] : [{ ...block, code }];
    }
    case 'list':
      return ofParts(cutItems(block.items, room), (items) => ({ ...block, items }));
    case 'quote':
      return ofParts(beginning(block.blocks, room - 20), (within) => ({ ...block, blocks: within }));
    case 'table':
      return ofParts(fitting(block.rows, room), (rows) => ({ ...block, rows }));
    case 'heading':
    case 'rule':
    case 'whole text':
      return [];
  }
}

const ofParts = <Part>(parts: readonly Part[], blockOf: (parts: readonly Part[]) => TextBlock): TextBlock[] =>
  parts.length === 0 ? [] : [blockOf(parts)];

function cutItems(items: readonly TicketText[], limit: number): TicketText[] {
  const kept: TicketText[] = [];
  let room = limit;
  for (const item of items) {
    const size = sizeOf([{ kind: 'list', items: [item] }]) + 2 * NESTED_SIGNS;
    if (size > room) {
      const begun = beginning(item, room - 2 * NESTED_SIGNS);
      return begun.length === 0 ? kept : [...kept, begun];
    }
    kept.push(item);
    room -= size;
  }
  return kept;
}

/** Most signs before an item of a list: a level is one. */
const NESTED_SIGNS = 10;

function fitting(rows: readonly TableRow[], limit: number): TableRow[] {
  const kept: TableRow[] = [];
  let room = limit;
  for (const row of rows) {
    room -= sizeOf([{ kind: 'table', rows: [row] }]) + row.length + 2;
    if (room < 0) return kept;
    kept.push(row);
  }
  return kept;
}

/** The longest beginning of some words that has room, found by halving: how long its markup is depends on the words. */
function longest(runs: TextRuns, room: number, blockOf: (runs: TextRuns) => TextBlock): TextBlock[] {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  let [fits, tooLong] = [0, Math.min(length, Math.max(0, room)) + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (sizeOf([blockOf(firstWords(runs, middle))]) <= room) fits = middle;
    else tooLong = middle;
  }
  const kept = firstWords(runs, fits);
  return kept.every(({ text: words }) => /^[\s…]*$/u.test(words)) ? [] : [blockOf(kept)];
}

function firstWords(runs: TextRuns, length: number): TextRuns {
  let left = length;
  return runs.flatMap((run) => {
    if (left <= 0) return [];
    const words = atWord(shortened(run.text, left));
    left -= run.text.length;
    return [words === run.text ? run : { ...run, text: words }];
  });
}

/** A text that was shortened within a word ends before it, unless the word is as long as none is. */
const atWord = (words: string): string => words.replace(/(?:^|\s)\S{0,60}…$/u, ' …');
