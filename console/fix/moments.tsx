import { useState } from 'preact/hooks';
import { StandingShape } from '../marks/standing-mark.tsx';
import { MARKS } from '../marks/standings.ts';
import { Time } from '../marks/time.tsx';
import { CheckResults } from './check-results.tsx';
import type { FixMoment } from './story.ts';
import { anchorOf } from './strip.tsx';

/** What happened, the newest first: the truth that the strip only draws. */
export function Moments({ story }: { story: readonly FixMoment[] }) {
  const [isAll, setIsAll] = useState(false);
  const minor = story.filter(({ isMinor }) => isMinor === true).length;
  const shown = story.filter(({ isMinor }) => isAll || isMinor !== true).toReversed();
  return (
    <>
      <ol class="moments" reversed>
        {shown.map((moment) => (
          <Moment key={moment.id} moment={moment} />
        ))}
      </ol>
      {minor === 0 ? null : (
        <button type="button" class="button button-plain" aria-pressed={isAll} onClick={() => setIsAll(!isAll)}>
          {isAll ? 'Leave out what decides nothing' : `Show ${minor} more that decide nothing`}
        </button>
      )}
    </>
  );
}

function Moment({ moment }: { moment: FixMoment }) {
  const { at, head, words, mark, by, results, times, isMinor } = moment;
  return (
    <li class={`moment${isMinor === true ? ' moment-minor' : ''}`} id={anchorOf(moment)} tabIndex={-1}>
      <Time at={at} />
      <span class="moment-shape">
        <StandingShape mark={mark} />
      </span>
      <div>
        <p>
          <span class={`moment-head${isMinor === true ? '' : ` tone-${MARKS[mark].tone}`}`}>{head}</span>
          {times === 1 ? null : <span class="quiet"> {times} times in a row, the last time then</span>}
          {by === undefined ? null : (
            <span class="quiet">
              {' '}
              by <bdi>{by}</bdi>
            </span>
          )}
        </p>
        <p class="moment-words">
          <bdi>{words}</bdi>
        </p>
        {results === undefined || results.length === 0 ? null : <CheckResults results={results} />}
      </div>
    </li>
  );
}
