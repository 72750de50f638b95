import { timeInWords } from '../marks/time.tsx';
import type { Phase } from './editing/phase.ts';
import type { Writing } from './editing/writing.ts';

/** Where what was typed stands. "Saved" is said only of what the API has. */
export function SavedState({ writing }: { writing: Writing }) {
  const phase = writing.phase.value;
  const conflicts = writing.conflicts.value.length;
  const { words, tone } =
    conflicts > 0
      ? { words: `${conflicts} ${conflicts === 1 ? 'field waits' : 'fields wait'} for your word`, tone: 'warn' }
      : said(phase, writing.isOnDevice ? 'On this device' : 'In this page alone');
  const isChangedByOthers = writing.taken.value.length > 0 && conflicts === 0;
  return (
    <span class={`record-saved ${tone}`} role="status">
      {[words, isChangedByOthers ? 'Changed by somebody else, too' : ''].filter((one) => one !== '').join(' · ')}
    </span>
  );
}

function said(phase: Phase, kept: string): { words: string; tone: string } {
  switch (phase.kind) {
    case 'at rest':
      return { words: '', tone: '' };
    case 'typed':
    case 'saving':
      return { words: 'Saving', tone: '' };
    case 'saved':
      return { words: `Saved ${timeInWords(new Date(phase.at).toISOString(), 'clock').replace(' UTC', '')}`, tone: '' };
    case 'unsent':
      return { words: `${kept}, not sent: ${WHY[phase.because]}`, tone: 'warn' };
    case 'unfinished': {
      const [first, ...others] = phase.lacks;
      const more = others.length === 0 ? '' : `, and ${others.length} more`;
      const what =
        first === undefined
          ? (phase.words ?? '')
          : `${first.label === '' ? '' : `“${first.label}” `}${first.detail}${more}`;
      return { words: `Can’t be sent yet: ${what}`, tone: '' };
    }
    case 'refused':
      return { words: `${kept}, not taken: ${phase.words}`, tone: 'bad' };
    case 'gone':
      return { words: 'Somebody took this out', tone: 'warn' };
    case 'entangled':
      return { words: `${kept}, not sent: somebody else writes here`, tone: 'warn' };
  }
}

const WHY = {
  unanswered: 'offline',
  'signed out': 'sign in to send it',
  'too many': 'too many calls, it waits',
} as const;
