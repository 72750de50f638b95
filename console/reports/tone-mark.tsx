import type { Schemas } from '../data/api.ts';
import { StandingShape } from '../marks/standing-mark.tsx';
import type { MarkName } from '../marks/standings.ts';
import { WordMark } from '../marks/word-mark.tsx';

type Mark = Schemas['DrawnMark'];

/** The shape of each colour of the reports: what is good and what is bad is told apart without them. */
const SHAPE_OF: Partial<Record<Mark['tone'], MarkName>> = {
  good: 'proven',
  bad: 'did not hold',
  warn: 'late',
  progress: 'passing',
  neutral: 'claimed',
  withdrawn: 'reopened',
  attested: 'attested',
  untested: 'done, not tested',
  unproven: 'unproven',
  doubt: 'in doubt',
};

/** A marked word of a report: the word of the report, its colour, and the shape that stands for it everywhere. */
export function ToneMark({ mark: { text, tone } }: { mark: Mark }) {
  const shape = SHAPE_OF[tone];
  if (shape === undefined) return <WordMark words={text} tone={tone} />;
  return (
    <span class={`mark tone-${tone}`}>
      <StandingShape mark={shape} size={12} />
      {text}
    </span>
  );
}
