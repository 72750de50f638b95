import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { StandingShape } from '../marks/standing-mark.tsx';
import { MARKS, type MarkName } from '../marks/standings.ts';
import { timeInWords } from '../marks/time.tsx';
import type { FixMoment } from './story.ts';
import { lanesOf, type StripScale, stripScale } from './strip-scale.ts';

const LANE = 22;
const EDGE = 14;
/** Room of a mark, so that two of them can be told apart and hit. */
const GAP = 24;

type StripProps = { story: readonly FixMoment[]; dueAt: string; isOver: boolean; now?: number };

/** The life of a fix, to scale in time. The list below it says the same in words. */
export function Strip({ story, ...rest }: StripProps) {
  const shown = story.filter(({ isMinor }) => isMinor !== true);
  const first = shown[0];
  return first === undefined ? null : <Drawing shown={shown} first={first} {...rest} />;
}

type DrawingProps = Omit<StripProps, 'story'> & { shown: readonly FixMoment[]; first: FixMoment };

function Drawing({ shown, first, dueAt, isOver, now = Date.now() }: DrawingProps) {
  const holder = useRef<HTMLElement>(null);
  const width = useWidth(holder);
  const due = Date.parse(dueAt);
  const isDueShown = !isOver && due > Date.parse(first.at);
  // A date far beyond all that happened is named at the edge, and squeezes nothing.
  const latest = now + (now - Date.parse(first.at)) / 3;
  const scale = stripScale(Date.parse(first.at), isDueShown ? Math.max(now, Math.min(due, latest)) : now);
  const x = (time: number) => EDGE + scale.at(time) * (width - 2 * EDGE);
  const places = shown.map(({ at }) => x(Date.parse(at)));
  const lanes = lanesOf(places, GAP);
  const line = Math.max(...lanes, 0) * LANE + 18;
  const height = line + (isDueShown ? 60 : 44);
  return (
    <figure
      class="strip"
      ref={holder}
      aria-label={`The fix in time${scale.isLogarithmic ? ', older times closer together' : ''}`}
    >
      {width === 0 ? null : (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label="Moments of the fix"
        >
          <Spans story={shown} x={x} y={line} end={x(now)} />
          <svg aria-hidden="true">
            {places.map((place, at) => (
              <line key={at} x1={place} x2={place} y1={line - (lanes[at] ?? 0) * LANE} y2={line} class="strip-stem" />
            ))}
          </svg>
          {shown.map((moment, at) => (
            <MarkLink key={moment.id} moment={moment} x={places[at] ?? 0} y={line - (lanes[at] ?? 0) * LANE} />
          ))}
          <Flag x={x(now)} line={line} words="now" at={places.at(-1)} />
          {isDueShown ? (
            <Flag
              x={x(due)}
              line={line}
              words={due > latest ? `due ${timeInWords(dueAt, 'day')} →` : 'due'}
              isLate={due < now}
              row={1}
            />
          ) : null}
          <Axis scale={scale} x={x} y={line + 18} width={width} />
        </svg>
      )}
      {scale.isLogarithmic ? (
        <figcaption class="small quiet">
          More than a year: by the logarithm of its age, older times stand closer together.
        </figcaption>
      ) : null}
    </figure>
  );
}

function useWidth(holder: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  // Before the first paint: what is below does not move.
  useLayoutEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    setWidth(element.clientWidth);
    return () => watch.disconnect();
  }, []);
  return width;
}

/** Without colours, what holds is a whole line, what does not is in pieces. */
const DASHES: Partial<Record<MarkName, string>> = {
  requested: '3 4',
  unsure: '3 4',
  late: '3 4',
  'did not hold': '8 3',
};

type SpansProps = { story: readonly FixMoment[]; x: (time: number) => number; y: number; end: number };

/** Between two moments the colour of where the fix stood; what is proven is drawn strongly. */
function Spans({ story, x, y, end }: SpansProps) {
  const turns = story.flatMap(({ at, after }) => (after === undefined ? [] : [{ from: x(Date.parse(at)), after }]));
  return (
    <svg aria-hidden="true">
      {turns.map(({ from, after }, at) => (
        <line
          key={`${from} ${after}`}
          class={`tone-${MARKS[after].tone} strip-span`}
          x1={from}
          x2={turns[at + 1]?.from ?? end}
          y1={y}
          y2={y}
          stroke-width={after === 'proven' || after === 'did not hold' ? 5 : 2}
          stroke-dasharray={DASHES[after]}
        />
      ))}
    </svg>
  );
}

function MarkLink({ moment, x, y }: { moment: FixMoment; x: number; y: number }) {
  const words = `${moment.head}, ${timeInWords(moment.at)}`;
  return (
    <a href={`#${anchorOf(moment)}`} class="strip-mark" aria-label={words}>
      <title>{words}</title>
      <rect x={x - 12} y={y - 12} width="24" height="24" rx="12" class="strip-hit" />
      <g transform={`translate(${x - 8} ${y - 8})`}>
        <StandingShape mark={moment.mark} />
      </g>
    </a>
  );
}

/** Where a moment stands in the list, for links to it. */
export const anchorOf = ({ id }: Pick<FixMoment, 'id'>): string => `moment-${id}`;

type FlagProps = { x: number; line: number; words: string; isLate?: boolean; at?: number | undefined; row?: number };

function Flag({ x, line, words, isLate = false, at, row = 0 }: FlagProps) {
  const isClose = at !== undefined && Math.abs(x - at) < 14;
  return (
    <svg aria-hidden="true" class={isLate ? 'strip-flag strip-late' : 'strip-flag'}>
      <line x1={x} x2={x} y1={isClose ? line + 10 : line - 12} y2={line + 14} />
      <text x={x} y={line + 40 + row * 16} text-anchor={x < 24 ? 'start' : 'end'}>
        {words}
      </text>
    </svg>
  );
}

function Axis({ scale, x, y, width }: { scale: StripScale; x: (time: number) => number; y: number; width: number }) {
  const isWithinDays = (scale.ticks.at(-1) ?? 0) - (scale.ticks[0] ?? 0) < 2 * 86_400_000;
  const wordsOf = (time: number) => timeInWords(new Date(time).toISOString(), isWithinDays ? 'clock' : 'day');
  // A label takes about 84 pixels; one that would lie on another, or say the same, is left out, and the newest stay.
  const kept: number[] = [];
  for (const time of scale.ticks.toReversed())
    if (kept.every((one) => Math.abs(x(one) - x(time)) > 88 && wordsOf(one) !== wordsOf(time))) kept.push(time);
  return (
    <svg aria-hidden="true" class="strip-axis">
      {kept.map((time) => {
        const place = x(time);
        const anchor = place < 44 ? 'start' : place > width - 44 ? 'end' : 'middle';
        return (
          <text key={time} x={anchor === 'start' ? 0 : anchor === 'end' ? width : place} y={y + 6} text-anchor={anchor}>
            {wordsOf(time)}
          </text>
        );
      })}
    </svg>
  );
}
