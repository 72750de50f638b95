import { ActButton } from '../../parts/act-button.tsx';
import { ChooseFiles } from '../../parts/choose-files.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { FoundRecord } from './found-records.ts';
import { FoundTable } from './found-table.tsx';
import type { Ending } from './take-in.ts';
import { type TakingIn, useTakingIn } from './use-taking-in.ts';

const ENDINGS: readonly { ending: Ending; words: string }[] = [
  { ending: 'as it says', words: 'as the file says: closed, where it says nothing' },
  { ending: 'closed', words: 'closed: it is over' },
  { ending: 'open', words: 'open: to work on here' },
];

/** Files are chosen, looked at record by record, and taken in. Nothing is written before the look is over. */
export function ImportFiles() {
  const taking = useTakingIn();
  const { found, unfit, taken, brokenOffAt, choose, run } = taking;
  return (
    <div class="stack">
      <FileChoice taking={taking} />
      {unfit.map(({ file, why }) => (
        <p key={file} class="band band-bad" role="alert">
          <bdi>{file}</bdi>: {why}
        </p>
      ))}
      {found.length === 0 ? null : (
        <>
          <EndingChoice taking={taking} />
          <Run taking={taking} />
          <Problem error={run.error.value} what="The next record" />
          {brokenOffAt === undefined ? null : <BrokenOff at={brokenOffAt} />}
          <FoundTable found={found} taken={taken} />
        </>
      )}
      <Problem error={choose.error.value} what="The files" />
    </div>
  );
}

function BrokenOff({ at: { name, file, place } }: { at: FoundRecord }) {
  return (
    <p>
      It broke off at “<bdi>{name}</bdi>”, <bdi>{file}</bdi> {place}, and goes on from there. Where the API has no
      answer for it a second time, it is left out.
    </p>
  );
}

function FileChoice({ taking: { found, choose, run } }: { taking: TakingIn }) {
  return (
    <p class="row">
      <ChooseFiles
        label="Files to take in"
        accept=".json,.csv,application/json,text/csv"
        act={choose}
        onChosen={(files) => void choose.act(files)}
        because={run.isRunning.value ? 'The records of these files are under way: stop that first.' : undefined}
        {...(found.length === 0 ? { look: 'main' } : {})}
      >
        Choose files
      </ChooseFiles>
      <span class="quiet">JSON of an export, incidents in VERIS, or a table as CSV.</span>
    </p>
  );
}

function EndingChoice({ taking: { ending, setEnding, run } }: { taking: TakingIn }) {
  return (
    <fieldset class="stack" disabled={run.isRunning.value}>
      <legend>They end here</legend>
      {ENDINGS.map(({ ending: one, words }) => (
        <label key={one} class="choice">
          <input type="radio" name="ending" checked={one === ending} onChange={() => setEnding(one)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

function Run({ taking: { found, taken, progress, run, stop } }: { taking: TakingIn }) {
  const unseen = found.filter((one) => !taken.has(one)).length;
  const ready = found.filter((one) => taken.get(one)?.outcome === 'would be imported').length;
  const isRunning = run.isRunning.value;
  return (
    <p class="row">
      <ActButton act={run} {...(unseen > 0 ? { look: 'main' } : {})} onClick={() => void run.act(true)}>
        {lookWords(found.length, unseen)}
      </ActButton>
      <ActButton
        act={run}
        {...(unseen > 0 ? {} : { look: 'main' })}
        because={whyNot(unseen, ready)}
        onClick={() => void run.act(false)}
      >
        {ready === 0 ? 'Take in' : `Take in ${ready}`}
      </ActButton>
      <button
        type="button"
        class="button"
        aria-disabled={!isRunning}
        title={isRunning ? undefined : 'Nothing is under way.'}
        onClick={stop}
      >
        Stop
      </button>
      <span class="quiet" role="status">
        {isRunning ? progressWords(progress) : (whyNot(unseen, ready) ?? '')}
      </span>
    </p>
  );
}

function lookWords(all: number, unseen: number): string {
  if (unseen > 0 && unseen < all) return unseen === 1 ? 'Look at the last one' : `Look at the other ${unseen}`;
  return `Look at ${all === 1 ? 'it' : `all ${all}`} first`;
}

function progressWords({ isRehearsal, done, of, waitsSeconds }: TakingIn['progress']): string {
  const sum = `${done} of ${of} ${isRehearsal ? 'looked at' : 'taken in'}`;
  return waitsSeconds === undefined ? sum : `${sum}. The API asks to wait ${waitsSeconds} s.`;
}

function whyNot(unseen: number, ready: number): string | undefined {
  if (unseen > 0) return 'Nothing is written before all were looked at.';
  return ready === 0 ? 'There is nothing left to take in.' : undefined;
}
