import { inlineMarkdown, linkMarkdown, textMarkdown } from './markdown-text.ts';
import type {
  Bars,
  Block,
  EvidenceGroup,
  EvidenceResult,
  Figure,
  Finding,
  ReportDocument,
  Section,
  Table,
} from './report-document.ts';
import { moreInJson } from './row-limit.ts';

/** For a ticket, a wiki or a terminal. Bars become tables of their numbers. */
export function renderMarkdown({ title, about, headline, sections }: ReportDocument): string {
  return `${[
    `# ${textMarkdown(title)}`,
    `**${textMarkdown(headline)}**`,
    inlineMarkdown(about),
    ...sections.flatMap(sectionMarkdown),
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
  }
}

function figureMarkdown({ name, value, note }: Figure): string {
  return `- ${textMarkdown(name)}: **${textMarkdown(value)}** (${textMarkdown(note)})`;
}

function barsMarkdown({ caption, legend, rows }: Bars): string[] {
  const head = ['', ...legend.map(({ name }) => textMarkdown(name))];
  const body = rows.map(({ label, values }) => [textMarkdown(label), ...values.map(String)]);
  return [`**${textMarkdown(caption)}**`, gridMarkdown(head, body, (index) => index > 0)];
}

function tableMarkdown({ caption, columns, rows, hidden }: Table): string[] {
  const head = columns.map(({ name }) => textMarkdown(name));
  const body = rows.map((cells) => cells.map(inlineMarkdown));
  const grid = gridMarkdown(head, body, (index) => columns[index]?.isNumber === true);
  return [`**${textMarkdown(caption)}**`, ...(rows.length === 0 ? [] : [grid]), ...more(hidden)];
}

function gridMarkdown(head: string[], body: string[][], isNumber: (index: number) => boolean): string {
  const rule = head.map((_, index) => (isNumber(index) ? '---:' : '---'));
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function findingMarkdown({ title, ticket, facts, story, wanted, evidence }: Finding): string {
  return [
    `- **${linkMarkdown(ticket)} ${textMarkdown(title)}**`,
    `  - ${facts.map(inlineMarkdown).join(' · ')}`,
    `  - ${story.map(inlineMarkdown).join(' → ')}`,
    ...(wanted.length === 0 ? [] : [`  - Wanted: ${textMarkdown(wanted.join('; '))}.`]),
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
