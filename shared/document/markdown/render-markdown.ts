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
export function renderMarkdown({ title, about, headline, marking, sections }: ReportDocument): string {
  const mark = marking === undefined ? [] : [`**TLP:${marking}**`];
  return `${[
    ...mark,
    `# ${textMarkdown(title)}`,
    `**${textMarkdown(headline)}**`,
    inlineMarkdown(about),
    ...sections.flatMap(sectionMarkdown),
    ...mark,
  ].join('\n\n')}\n`;
}

function sectionMarkdown({ title, blocks }: Section): string[] {
  return [`## ${textMarkdown(title)}`, ...blocks.flatMap(blockMarkdown)];
}

function blockMarkdown(block: Block): string[] {
  switch (block.kind) {
    case 'note':
      return [inlineMarkdown(block.text)];
    case 'figures':
      return [block.figures.map(figureMarkdown).join('\n')];
    case 'bars':
      return barsMarkdown(block);
    case 'table':
      return tableMarkdown(block);
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
    gridMarkdown(
      head,
      rows.map(({ label, values }) => [textMarkdown(label), ...values.map(String)]),
    ),
  ]);
}

function tableMarkdown({ caption, columns, groups, hidden }: TableBlock): string[] {
  const head = columns.map(({ name }) => textMarkdown(name));
  const grids = groups.flatMap(({ title, rows }) => [
    ...(title === undefined ? [] : [`### ${textMarkdown(title)}`]),
    ...(rows.length === 0
      ? []
      : [
          gridMarkdown(
            head,
            rows.map((cells) => cells.map(inlineMarkdown)),
          ),
        ]),
  ]);
  return [textMarkdown(caption), ...grids, ...more(hidden)];
}

function gridMarkdown(head: string[], body: string[][]): string {
  const rule = head.map(() => '---');
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

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
