import { useId } from 'preact/hooks';
import { MARKS } from '../marks/standings.ts';
import type { Holds } from './holds.ts';

/** Width of the drawing, in its own units. */
const WIDTH = 400;

/** A bar of where fixes stand. What holds is full, what is only said is striped or hollow: colours are not needed to read it. */
export function HoldsBar({ holds: { due, shares }, height = 16 }: { holds: Holds; height?: number }) {
  const id = useId();
  let x = 0;
  const parts = shares.map(({ mark, count }) => {
    const part = { mark, x, width: (count / Math.max(1, due)) * WIDTH };
    x += part.width;
    return part;
  });
  return (
    <svg
      class="holds-bar"
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      height={height}
      aria-hidden="true"
    >
      <defs>
        <pattern id={`${id}-stripes`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.500" height="6" fill="var(--ground)" opacity=".75" />
        </pattern>
        <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.500" fill="var(--ground)" />
        </pattern>
      </defs>
      {parts.map(({ mark, x: left, width }) => (
        <g key={mark} class={`tone-${MARKS[mark].tone}`}>
          <rect x={left} width={Math.max(0, width - 1.5)} height={height} fill="var(--tone)" />
          {mark === 'claimed' || mark === 'passing' || mark === 'done, not tested' ? (
            <rect x={left} width={Math.max(0, width - 1.5)} height={height} fill={`url(#${id}-stripes)`} />
          ) : null}
          {mark === 'did not hold' ? (
            <rect x={left} width={Math.max(0, width - 1.5)} height={height} fill={`url(#${id}-dots)`} />
          ) : null}
        </g>
      ))}
    </svg>
  );
}
