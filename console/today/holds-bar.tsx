import { useId } from 'preact/hooks';
import { MARKS } from '../marks/standings.ts';
import type { Holds } from './holds.ts';

/** A bar of where fixes stand. What holds is full, what is only said is striped or hollow: colours are not needed to read it. */
export function HoldsBar({ holds: { due, shares }, height = 16 }: { holds: Holds; height?: number }) {
  const id = useId();
  let end = 0;
  const parts = shares.map(({ mark, count }) => {
    const width = (count / Math.max(1, due)) * 100;
    end += width;
    return { mark, end, at: { x: `${end - width}%`, width: `${width}%`, height } };
  });
  return (
    <svg class="holds-bar" height={height} aria-hidden="true">
      <defs>
        <pattern id={`${id}-stripes`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.500" height="6" fill="var(--ground)" opacity=".75" />
        </pattern>
        <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.500" fill="var(--ground)" />
        </pattern>
      </defs>
      {parts.map(({ mark, end: right, at }) => (
        <g key={mark} class={`tone-${MARKS[mark].tone}`}>
          <rect {...at} fill="var(--tone)" />
          {mark === 'claimed' || mark === 'passing' || mark === 'done, not tested' ? (
            <rect {...at} fill={`url(#${id}-stripes)`} />
          ) : null}
          {mark === 'did not hold' ? <rect {...at} fill={`url(#${id}-dots)`} /> : null}
          <rect x={`${right}%`} width="1.500" height={height} transform="translate(-1.5)" fill="var(--raised)" />
        </g>
      ))}
    </svg>
  );
}
