type WordMarkProps = {
  words: string;
  /** Of the severity, or of a status of a record. */
  tone: string;
};

/** Shapes of severities and of the statuses of records, so that the colour is never the only sign. */
const SHAPES: Record<string, string> = {
  critical: 'M8 1l7 13H1z',
  high: 'M8 3l6 10H2z',
  medium: 'M2 8h12',
  low: 'M4 5l4 6 4-6z',
  open: 'M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2zM8 5a3 3 0 1 0 0 6 3 3 0 1 0 0-6z',
  'in review': 'M2 3h12v2H2zM2 7h12v2H2zM2 11h7v2H2z',
  approved: 'M2 8l2-2 3 3 6-6 2 2-8 8z',
  closed: 'M3 3h10v10H3z',
  waived: 'M2 7h12v2H2z',
  merged: 'M3 2h2v5l6 0V5l4 3-4 3V9H3z',
};
const TONES: Record<string, string> = {
  open: 'open',
  'in review': 'claimed',
  approved: 'good',
  closed: 'neutral',
  waived: 'neutral',
  merged: 'neutral',
};

/** A severity or a status: word, shape and colour. */
export function WordMark({ words, tone }: WordMarkProps) {
  const shape = SHAPES[words] ?? SHAPES[tone];
  return (
    <span class={`mark tone-${TONES[words] ?? tone}`}>
      {shape === undefined ? null : (
        <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
          <path d={shape} fill="currentColor" stroke={words === 'medium' ? 'currentColor' : 'none'} stroke-width="3" />
        </svg>
      )}
      {words}
    </span>
  );
}
