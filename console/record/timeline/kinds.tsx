import type { Entry } from './entries.ts';

export { KINDS } from './kind-names.ts';

type Kind = Entry['kind'];

export const MILESTONES = ['began', 'detected', 'contained', 'eradicated', 'recovered'] as const;
export const PRECISIONS = ['minute', 'hour', 'day', 'month', 'year'] as const;

const SHAPES: Record<Kind, string> = {
  attacker: 'M8 2l6.5 11.5h-13z',
  detection: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2zM8 6a2 2 0 1 1 0 4 2 2 0 1 1 0-4z',
  decision: 'M8 1.5 14.5 8 8 14.5 1.5 8z',
  action: 'M2.5 2.5h11v11h-11z',
  communication: 'M1.5 3.5h13v9h-13zM1.5 4l6.5 5 6.5-5',
};
const TONES: Record<Kind, string> = {
  attacker: 'bad',
  detection: 'progress',
  decision: 'withdrawn',
  action: 'good',
  communication: 'neutral',
};

/** What kind of thing happened: shape and colour, and the word beside it or for those who do not see it. */
export function KindMark({ kind, isWordShown = false }: { kind: Kind; isWordShown?: boolean }) {
  const isHollow = kind === 'detection' || kind === 'communication';
  return (
    <span class={`mark tone-${TONES[kind]}`} title={kind}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={SHAPES[kind]}
          fill={isHollow ? 'none' : 'currentColor'}
          stroke="currentColor"
          stroke-width={isHollow ? 1.6 : 0}
          stroke-linejoin="round"
        />
      </svg>
      <span class={isWordShown ? '' : 'unseen'}>{kind}</span>
    </span>
  );
}
