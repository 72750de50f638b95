import { startOf } from '../../parts/start-of.ts';
import { jumpTo } from '../jump.ts';
import { boxInWords, type CauseLinks, type CauseNode } from './links-of.ts';

const [WIDTH, BOX, HEIGHT, GAP, TOP] = [1_020, 272, 52, 12, 28];
const TITLES = ['Root causes', 'Contributing factors', 'Recommendations'];

/** The same as the list, from left to right: each cause, and what answers it. What nothing answers ends in a dotted stub. */
export function CauseGraph({ links, onLeave }: { links: CauseLinks; onLeave: () => void }) {
  const placed = new Map<string, { x: number; y: number }>();
  links.columns.forEach((column, at) => {
    column.forEach(({ id }, row) => {
      // The middle column stands half a row lower, so that what passes it goes through its gaps.
      const lower = at === 1 ? (HEIGHT + GAP) / 2 : 0;
      placed.set(id, { x: at * ((WIDTH - BOX) / 2), y: TOP + lower + row * (HEIGHT + GAP) });
    });
  });
  const rows = Math.max(...links.columns.map((column) => column.length));
  const height = TOP + (rows + 0.5) * (HEIGHT + GAP);
  const unanswered = [...links.columns[0], ...links.columns[1]].filter(
    ({ id }) => !links.answers.some(({ from }) => from === id),
  );
  return (
    <div class="record-graph" tabIndex={0} role="group" aria-label="Causes and what answers them, as a picture">
      <svg width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`}>
        <title>Causes and what answers them</title>
        <g class="record-edges">
          {links.answers.map(({ from, to }) => (
            <path key={`${from} ${to}`} d={curve(placed.get(from), placed.get(to))} />
          ))}
          {links.together.map(({ from, to }) => (
            <path key={`with ${from} ${to}`} class="record-edge-with" d={beside(placed.get(from), placed.get(to))} />
          ))}
          {unanswered.map(({ id }) => {
            const at = placed.get(id);
            return at === undefined ? null : (
              <path key={`stub ${id}`} class="record-edge-stub" d={`M${at.x + BOX} ${at.y + HEIGHT / 2}h36`} />
            );
          })}
        </g>
        {TITLES.map((title, at) => (
          <text key={title} class="record-graph-title" x={at * ((WIDTH - BOX) / 2)} y={14}>
            {title}
          </text>
        ))}
        {links.columns.flat().map((node) => {
          const at = placed.get(node.id);
          return at === undefined ? null : (
            <GraphBox key={node.id} node={node} {...at} told={boxInWords(links, node)} onLeave={onLeave} />
          );
        })}
      </svg>
    </div>
  );
}

type Point = { x: number; y: number };
type GraphBoxProps = Point & { node: CauseNode; told: string; onLeave: () => void };

function GraphBox({ node: { id, kind, sort, words }, x, y, told, onLeave }: GraphBoxProps) {
  return (
    <a
      href={`#${kind}.${id}`}
      class="record-box"
      onClick={(event) => {
        event.preventDefault();
        onLeave();
        jumpTo(`${kind}.${id}`);
      }}
    >
      <rect x={x + 0.5} y={y + 0.5} width={BOX - 1} height={HEIGHT - 1} rx={4} />
      <text x={x + 10} y={y + 20} class="record-box-sort">
        {sort}
      </text>
      <text x={x + 10} y={y + 39}>
        {startOf(words, 35)}
      </text>
      <title>{told}</title>
    </a>
  );
}

function curve(from: Point | undefined, to: Point | undefined): string {
  if (from === undefined || to === undefined) return '';
  const [x, y, endX, endY] = [from.x + BOX, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
  const bend = (endX - x) / 2;
  return `M${x} ${y}C${x + bend} ${y} ${endX - bend} ${endY} ${endX} ${endY}`;
}

/** Of two in the same column: a bow on their left would leave the picture, so it runs on their right. */
function beside(from: Point | undefined, to: Point | undefined): string {
  if (from === undefined || to === undefined) return '';
  const [x, y, endY] = [from.x + BOX, from.y + HEIGHT / 2 + 8, to.y + HEIGHT / 2 + 8];
  return `M${x} ${y}C${x + 28} ${y} ${x + 28} ${endY} ${x} ${endY}`;
}
