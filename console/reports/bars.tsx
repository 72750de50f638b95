import { useId } from 'preact/hooks';
import type { Schemas } from '../data/api.ts';
import { barParts } from './bar-parts.ts';

type Bars = Extract<Schemas['DrawnBlock'], { kind: 'bars' }>;

/** Stacked bars under one legend. Each says its numbers to those who cannot see it; what is bad is striped as well. */
export function BarBlock({ legend, groups }: Bars) {
  const stripes = useId();
  return (
    <div class="bars">
      <ul class="bars-legend">
        {legend.map(({ name, tone, total }) => (
          <li key={name} class={`tone-${tone}`}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <rect width="12" height="12" rx="2" fill="var(--tone)" />
            </svg>
            {name} <b>{total}</b>
          </li>
        ))}
      </ul>
      <svg class="unseen" width="0" height="0" aria-hidden="true">
        <pattern id={stripes} width="12" height="20" patternUnits="userSpaceOnUse">
          <path d="M2 0V20" stroke="var(--ground)" stroke-width="3" />
        </pattern>
      </svg>
      {groups.map(({ caption, rows }) => (
        <figure key={caption} class="bars-group">
          <figcaption>{caption}</figcaption>
          <ul>
            {barParts(legend, rows).map(({ label, total, words, parts }) => (
              <li key={label}>
                <bdi>{label}</bdi>
                <svg role="img" aria-label={`${label}: ${words}`} viewBox="0 0 1000 20" preserveAspectRatio="none">
                  {parts.map(({ name, tone, x, width }) => (
                    <g key={name} class={`tone-${tone}`}>
                      <rect x={x} width={width} height="20" fill="var(--tone)" />
                      {tone === 'bad' ? <rect x={x} width={width} height="20" fill={`url(#${stripes})`} /> : null}
                    </g>
                  ))}
                </svg>
                <b>{total}</b>
              </li>
            ))}
          </ul>
        </figure>
      ))}
    </div>
  );
}
