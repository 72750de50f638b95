import { useEffect, useState } from 'preact/hooks';
import { CONTENTS, pathOf, type Stop, standingOf } from './contents.ts';
import { useDesk } from './desk.ts';
import { jumpTo } from './jump.ts';

/** What the record has and lacks, section by section; each line leads into the first field that is missing. */
export function RecordRail() {
  const { record, mayWrite } = useDesk();
  const here = useStopHere();
  const { score, met, required, missing } = record.completeness;
  return (
    <nav class="record-rail" aria-label="Sections of the record">
      <div class="record-score">
        <meter min={0} max={100} value={score} aria-label="Complete" />
        <span class="small">
          <strong>{score} %</strong>{' '}
          <span class="quiet">
            · {met} of {required}
          </span>
        </span>
      </div>
      <ol>
        {CONTENTS.map((stop) => (
          <RailLine key={stop.name} stop={stop} isHere={here === stop.name} firstMissing={firstUnder(stop, missing)} />
        ))}
      </ol>
      {mayWrite && missing.length > 0 ? (
        <p class="small quiet">
          <kbd>N</kbd> next of {missing.length} missing
        </p>
      ) : null}
    </nav>
  );
}

const firstUnder = (stop: Stop, missing: readonly { path: string }[]): string | undefined =>
  missing.find(({ path }) => path === pathOf(stop) || path.startsWith(`${pathOf(stop)}.`))?.path;

const SIGNS = {
  done: ['✓', 'done'],
  missing: ['!', 'missing'],
  empty: ['○', 'empty'],
} as const;

function RailLine({ stop, isHere, firstMissing }: { stop: Stop; isHere: boolean; firstMissing: string | undefined }) {
  const { record } = useDesk();
  const { standing, missing, count } = standingOf(stop, record);
  const [sign, words] = SIGNS[standing];
  return (
    <li>
      <a
        href={`#${firstMissing ?? pathOf(stop)}`}
        class={`record-rail-line is-${standing}`}
        {...(isHere ? { 'aria-current': 'location' as const } : {})}
        onClick={(event) => {
          event.preventDefault();
          history.replaceState(history.state, '', `#${firstMissing ?? pathOf(stop)}`);
          jumpTo(firstMissing ?? pathOf(stop));
        }}
      >
        <span class="record-sign" aria-hidden="true">
          {sign}
        </span>
        <span>{stop.title}</span>
        {count === undefined || count === 0 ? null : <span class="quiet small">{count}</span>}
        {missing > 0 ? <span class="record-lacks small">{missing}</span> : null}
        <span class="unseen">{words}</span>
      </a>
    </li>
  );
}

/** The section that is in view. */
function useStopHere(): string {
  const [here, setHere] = useState('');
  useEffect(() => {
    const look = () => {
      const stops = [...document.querySelectorAll<HTMLElement>('.record-stop, .timeline')];
      const found = stops.findLast((stop) => stop.getBoundingClientRect().top < innerHeight / 3);
      setHere(found?.id ?? '');
    };
    look();
    document.addEventListener('scroll', look, { passive: true });
    return () => document.removeEventListener('scroll', look);
  }, []);
  return here;
}
