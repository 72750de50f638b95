import type { JSX } from 'preact';
import { MARKS, type MarkName } from './standings.ts';

const stroke = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.75, 'stroke-linecap': 'round' } as const;
const cut = { fill: 'none', stroke: 'var(--ground)', 'stroke-width': 1.9, 'stroke-linecap': 'round' } as const;
const OCTAGON = 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.100L1 10.9V5.100z';

/** In a box of 16; told apart without their colours. */
const SHAPES: Record<string, JSX.Element> = {
  dashes: <circle cx="8" cy="8" r="6" {...stroke} stroke-dasharray="2.4 2.3" stroke-linecap="butt" />,
  'dashes-question': (
    <>
      <circle cx="8" cy="8" r="6" {...stroke} stroke-dasharray="2.4 2.3" stroke-linecap="butt" />
      <path d="M6.5 6.500a1.5 1.5 0 1 1 2 1.500c-.4.2-.5.5-.5 1M8 11v.1" {...stroke} stroke-width="1.4" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="6" {...stroke} />,
  half: (
    <>
      <circle cx="8" cy="8" r="6" {...stroke} />
      <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
    </>
  ),
  arc: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="3" opacity=".28" />
      <path d="M8 2a6 6 0 1 1-5.2 9" {...stroke} stroke-width="3" stroke-linecap="butt" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" {...stroke} />
      <path d="M8 4.500V8l2.3 1.5" {...stroke} stroke-width="1.6" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.9 14.6 13.600H1.400z" {...stroke} stroke-width="1.6" stroke-linejoin="round" />
      <path d="M6.7 7.300a1.3 1.3 0 1 1 1.8 1.200c-.4.2-.5.4-.5.800M8 11.300v.1" {...stroke} stroke-width="1.3" />
    </>
  ),
  diamond: (
    <>
      <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" {...stroke} stroke-width="1.6" stroke-linejoin="round" />
      <path d="M8 5v3.500M8 10.900v.1" {...stroke} />
    </>
  ),
  disc: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.300l2.3 2.3 4.4-4.9" {...cut} />
    </>
  ),
  shield: (
    <>
      <path d="M8 1l6 2v4.500c0 4-2.7 6.3-6 7.5-3.3-1.2-6-3.5-6-7.500V3z" fill="currentColor" />
      <path d="M5 8l2.2 2.2 3.8-4.2" {...cut} />
    </>
  ),
  'hollow-tick': (
    <>
      <circle cx="8" cy="8" r="6.5" {...stroke} stroke-width="1.4" />
      <path d="M5 8.300l2.1 2.1 3.9-4.4" {...stroke} stroke-width="1.6" />
    </>
  ),
  octagon: (
    <>
      <path d={OCTAGON} fill="currentColor" />
      <path d="M5.3 5.300l5.4 5.400m0-5.4-5.4 5.4" {...cut} />
    </>
  ),
  back: (
    <>
      <path d="M4 5.500h5.500a3.5 3.5 0 0 1 0 7H5" {...stroke} />
      <path d="M6.5 2.5l-3 3 3 3" {...stroke} stroke-linejoin="round" />
    </>
  ),
  square: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" />
      <path d="M6 5v6m4-6v6" {...cut} />
    </>
  ),
  slash: (
    <>
      <circle cx="8" cy="8" r="6" {...stroke} />
      <path d="M3.8 12.200l8.4-8.4" {...stroke} />
    </>
  ),
};

/** The shape alone, for where the word stands beside it. */
export function StandingShape({ mark, size = 16 }: { mark: MarkName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" class={`tone-${MARKS[mark].tone} shape`}>
      {SHAPES[MARKS[mark].shape]}
    </svg>
  );
}

/** Where a fix stands: word, shape and colour. @param more what follows the word, such as a date */
export function StandingMark({ mark, more = '' }: { mark: MarkName; more?: string }) {
  const { words, means, tone } = MARKS[mark];
  return (
    <span class={`mark tone-${tone}`} title={means}>
      <StandingShape mark={mark} />
      {words}
      {more === '' ? null : ` ${more}`}
    </span>
  );
}
