import { timeInWords } from './time-in-words.ts';

export { timeInWords };

/** A time as people read it; machines read the instant. */
export function Time({ at, style = 'minute' }: { at: string; style?: 'day' | 'minute' | 'clock' }) {
  return (
    <time dateTime={at} title={at}>
      {timeInWords(at, style)}
    </time>
  );
}
