import type {
  Bars,
  Block,
  Card,
  Cards,
  EvidenceGroup,
  EvidenceResult,
  Figure,
  Finding,
  ReportDocument,
  Section,
  TableBlock,
  Term,
} from '../document.ts';
import { moreInJson } from '../row-limit.ts';
import { inlineMarkdown, linkMarkdown, textMarkdown } from './markdown-text.ts';

/** For a ticket, a wiki or a terminal. Bars become tables of their numbers. */
export const renderMarkdown = (document: ReportDocument): string => [...markdownPieces(document)].join('');

/** The same text in pieces, for a document that as a whole is too much for the memory of a function. */
export function* markdownPieces(document: ReportDocument): Generator<string> {
  let between = '';
  for (const lines of paragraphs(document)) {
    yield between;
    yield* lines;
    between = '\n\n';
  }
  yield '\n';
}

/** A paragraph is its pieces: one, but for tables. */
type Paragraph = Iterable<string>;

function* paragraphs({ title, about, headline, marking, sections }: ReportDocument): Generator<Paragraph> {
  const mark = marking === undefined ? [] : [[`**TLP:${marking}**`]];
  yield* mark;
  yield [`# ${textMarkdown(title)}`];
  yield [`**${textMarkdown(headline)}**`];
  yield [inlineMarkdown(about)];
  for (const section of sections) yield* sectionParagraphs(section);
  yield* mark;
}

function* sectionParagraphs({ title, blocks }: Section): Generator<Paragraph> {
  yield [`## ${textMarkdown(title)}`];
  for (const block of blocks) {
    if (block.kind === 'table') yield* tableParagraphs(block);
    else for (const text of blockMarkdown(block)) yield [text];
  }
}

function blockMarkdown(block: Exclude<Block, { kind: 'table' }>): string[] {
  switch (block.kind) {
    case 'note':
      return [inlineMarkdown(block.text)];
    case 'figures':
      return [block.figures.map(figureMarkdown).join('\n')];
    case 'bars':
      return barsMarkdown(block);
    case 'findings':
      return [...block.findings.map(findingMarkdown), ...more(block.hidden)];
    case 'prose':
      return block.paragraphs.map(textMarkdown);
    case 'terms':
      return [block.terms.map(termMarkdown).join('\n')];
    case 'cards':
      return cardsMarkdown(block);
  }
}

function termMarkdown({ name, value }: Term): string {
  return `- ${textMarkdown(name)}: ${inlineMarkdown(value)}`;
}

function cardsMarkdown({ title, cards, none }: Cards): string[] {
  const heading = title === undefined ? [] : [`### ${textMarkdown(title)}`];
  return [...heading, ...(cards.length === 0 ? [textMarkdown(none)] : cards.map(cardMarkdown))];
}

function cardMarkdown({ title, marks, paragraphs, terms }: Card): string {
  const marked = marks.map(({ text }) => textMarkdown(text)).join(', ');
  return [
    `- **${textMarkdown(title)}**${marked === '' ? '' : ` (${marked})`}`,
    ...paragraphs.map((paragraph) => `  - ${textMarkdown(paragraph)}`),
    ...terms.map((term) => `  ${termMarkdown(term)}`),
  ].join('\n');
}

function figureMarkdown({ name, value, note }: Figure): string {
  return `- ${textMarkdown(name)}: **${textMarkdown(value)}** (${textMarkdown(note)})`;
}

function barsMarkdown({ legend, groups }: Bars): string[] {
  const head = ['', ...legend.map(({ name }) => textMarkdown(name))];
  return groups.flatMap(({ caption, rows }) => [
    `**${textMarkdown(caption)}**`,
    [
      ...gridPieces(
        head,
        rows.map(({ label, values }) => [textMarkdown(label), ...values.map(String)]),
      ),
    ].join(''),
  ]);
}

function* tableParagraphs({ caption, columns, groups, hidden }: TableBlock): Generator<Paragraph> {
  const head = columns.map(({ name }) => textMarkdown(name));
  yield [textMarkdown(caption)];
  for (const { title, rows } of groups) {
    if (title !== undefined) yield [`### ${textMarkdown(title)}`];
    if (rows.length > 0) yield gridPieces(head, cellsOf(rows));
  }
  for (const line of more(hidden)) yield [line];
}

function* cellsOf(rows: TableBlock['groups'][number]['rows']): Generator<string[]> {
  for (const cells of rows) yield cells.map(inlineMarkdown);
}

function* gridPieces(head: string[], body: Iterable<string[]>): Generator<string> {
  yield `${lineOf(head)}\n${lineOf(head.map(() => '---'))}`;
  for (const cells of body) yield `\n${lineOf(cells)}`;
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function findingMarkdown({ title, ticket, facts, story, notes, evidence }: Finding): string {
  return [
    `- **${linkMarkdown(ticket)} ${textMarkdown(title)}**`,
    `  - ${facts.map(inlineMarkdown).join(' · ')}`,
    `  - ${story.map(inlineMarkdown).join(' → ')}`,
    ...notes.map(({ name, text }) => `  - ${name}: ${textMarkdown(text)}`),
    ...evidence.flatMap(evidenceMarkdown),
  ].join('\n');
}

function evidenceMarkdown({ heading, results }: EvidenceGroup): string[] {
  return [`  - Evidence: ${inlineMarkdown(heading)}`, ...results.map(resultMarkdown)];
}

function resultMarkdown({ mark, check, because, seen }: EvidenceResult): string {
  const facts = [textMarkdown(because), ...seen.map(inlineMarkdown)].join('; ');
  return `    - **${textMarkdown(mark.text)}** ${textMarkdown(check)}: ${facts}`;
}

function more(hidden: number): string[] {
  return hidden > 0 ? [moreInJson(hidden)] : [];
}
