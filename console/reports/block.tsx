import type { Schemas } from '../data/api.ts';
import { BarBlock } from './bars.tsx';
import { FindingCard } from './finding-card.tsx';
import { Inline } from './inline.tsx';

type Block = Schemas['DrawnBlock'];

/** A piece of a report, whatever piece it is. */
export function ReportBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'note':
      return (
        <p class="report-note">
          <Inline words={block.text} />
        </p>
      );
    case 'figures':
      return (
        <dl class="figures">
          {block.figures.map(({ name, value, note, tone }) => (
            <div key={name} class={`figure tone-${tone}`}>
              <dt>{name}</dt>
              <dd class="figure-value">{value}</dd>
              <dd class="quiet small">{note}</dd>
            </div>
          ))}
        </dl>
      );
    case 'bars':
      return <BarBlock {...block} />;
    case 'table':
      return <ReportTable {...block} />;
    case 'findings':
      return (
        <div class="findings">
          {block.findings.map((finding, at) => (
            <FindingCard key={`${finding.ticket.url}${at}`} finding={finding} />
          ))}
          <More hidden={block.hidden} />
        </div>
      );
    default:
      return block satisfies never;
  }
}

type Table = Extract<Block, { kind: 'table' }>;

/** The roles say that it is a table where a phone shows its rows as cards. */
function ReportTable({ caption, columns, groups, hidden }: Table) {
  return (
    <>
      {/* biome-ignore-start lint/a11y: on a phone the rows are cards, which takes the meaning of a table away; the roles give it back. */}
      <table class="table report-table" role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name }) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }, at) => (
          <tbody key={`${title}${at}`} role="rowgroup">
            {title === undefined ? null : (
              <tr role="row" class="report-group">
                <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
                  <bdi>{title}</bdi>
                </th>
              </tr>
            )}
            {rows.map((cells, row) => (
              <tr key={`${row}`} role="row">
                {cells.map((words, column) => {
                  const { name = '' } = columns[column] ?? {};
                  return column === 0 ? (
                    <th key={name} role="rowheader" scope="row">
                      <Inline words={words} />
                    </th>
                  ) : (
                    <td key={name} role="cell" data-label={name}>
                      <Inline words={words} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {/* biome-ignore-end lint/a11y: as above */}
      <More hidden={hidden} />
    </>
  );
}

const More = ({ hidden }: { hidden: number }) =>
  hidden === 0 ? null : (
    <p class="quiet">And {hidden.toLocaleString('en')} more: all are in the JSON form of this report.</p>
  );
