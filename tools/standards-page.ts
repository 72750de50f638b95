import { BEHAVIOURS, type Behaviour, type Demand, type Standard } from './standards/standard.ts';
import { OURS, STANDARDS } from './standards/standards.ts';

const INTRO = `# Standards

What standards, laws and public templates ask of a review, and which field of a record or which behaviour of Holdfast
answers it. The demands are in our words and shortened; the originals decide. A field that is there answers nothing while
it is empty: [templates](guide.md#writing-a-post-mortem) decide what a record has to have.

This page is made from \`tools/standards\` by \`npm run docs\`. A test holds every path to the schema of the record, and
wants every section and every kind of part to be named, and every behaviour to have a test that shows it.
`;

/** The page of the standards, from the table of demands. */
export function standardsPage(): string {
  const behaviours = Object.entries(BEHAVIOURS).map(
    ([
      name,
      {
        means,
        where,
        shownBy: [file, test],
      },
    ]) => `| ${name} | ${means} | \`${where}\` | \`${file}\`: ${test} |`,
  );
  const ours = Object.entries(OURS).map(([path, why]) => `| \`${path}\` | ${why} |`);
  return [
    INTRO,
    ...STANDARDS.map(standardTable),
    `## What Holdfast does\n\n| behaviour | means | in | shown by the test |\n| --- | --- | --- | --- |\n${behaviours.join('\n')}\n`,
    `## Ours\n\nAsked for by no standard above.\n\n| field | why |\n| --- | --- |\n${ours.join('\n')}\n`,
  ].join('\n');
}

function standardTable({ name, about, url, demands }: Standard): string {
  const rows = demands.map(
    (demand) => `| ${demand.id} | ${demand.asks} | ${fieldsOf(demand)} | ${does(demand.does ?? [], demand.left)} |`,
  );
  return `## ${name}\n\n${about} [Source](${url})\n\n| demand | asks | in a record | by Holdfast |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const fieldsOf = ({ fields }: Demand): string => fields.map((field) => `\`${field}\``).join(', ');

function does(behaviours: readonly Behaviour[], left: string | undefined): string {
  return [...behaviours, ...(left === undefined ? [] : [`*left to you: ${left}*`])].join(', ');
}
