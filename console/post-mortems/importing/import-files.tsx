import { useRef, useState } from 'preact/hooks';
import { useAct } from '../../data/act.ts';
import { readListsAnew } from '../../lists/read-lists-anew.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { toast } from '../../parts/toasts.tsx';
import { type FoundRecord, foundRecords, UnfitFile } from './found-records.ts';
import { FoundTable } from './found-table.tsx';
import { type Ending, type TakenIn, takeIn } from './take-in.ts';

const ENDINGS: readonly { ending: Ending; words: string }[] = [
  { ending: 'as it says', words: 'as the file says: closed, where it says nothing' },
  { ending: 'closed', words: 'closed: it is over' },
  { ending: 'open', words: 'open: to work on here' },
];

/** Files are chosen, looked at record by record, and taken in. Nothing is written before the look is over. */
export function ImportFiles() {
  const [found, setFound] = useState<readonly FoundRecord[]>([]);
  const [unfit, setUnfit] = useState<readonly { file: string; why: string }[]>([]);
  const [ending, setEnding] = useState<Ending>('as it says');
  const [taken, setTaken] = useState<ReadonlyMap<FoundRecord, TakenIn>>(new Map());
  const input = useRef<HTMLInputElement>(null);

  const choose = useAct(async (files: readonly File[]) => {
    const read = await Promise.all(files.map(recordsIn));
    setFound(read.flatMap(({ records }) => records));
    setUnfit(read.flatMap(({ file, why }) => (why === undefined ? [] : [{ file, why }])));
    setTaken(new Map());
  });
  const run = useAct(async (isRehearsal: boolean) => {
    // What was done stays done: after a broken connection the rest goes on.
    const known = new Map(isRehearsal ? [] : taken);
    const rest = found.filter((one) => isRehearsal || known.get(one)?.outcome === 'would be imported');
    for (const one of rest) {
      known.set(one, await takeIn(one, { ending, isRehearsal }));
      setTaken(new Map(known));
    }
    if (isRehearsal) return;
    readListsAnew('records', 'my-work', 'summary');
    toast(`${rest.filter((one) => known.get(one)?.outcome === 'imported').length} taken in`);
  });
  const isLookedAt = found.length > 0 && found.every((one) => taken.has(one));
  const ready = found.filter((one) => taken.get(one)?.outcome === 'would be imported').length;
  return (
    <div class="stack">
      <p class="row">
        <ActButton
          act={choose}
          onClick={() => input.current?.click()}
          {...(found.length === 0 ? { look: 'main' } : {})}
        >
          Choose files
        </ActButton>
        <span class="quiet">JSON of an export, incidents in VERIS, or a table as CSV.</span>
      </p>
      <input
        ref={input}
        class="unseen"
        type="file"
        multiple
        accept=".json,.csv,application/json,text/csv"
        tabIndex={-1}
        aria-label="Files to take in"
        onChange={({ currentTarget }) => {
          void choose.act([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      {unfit.map(({ file, why }) => (
        <p key={file} class="band band-bad" role="alert">
          <bdi>{file}</bdi>: {why}
        </p>
      ))}
      {found.length === 0 ? null : (
        <>
          <fieldset class="stack">
            <legend>They end here</legend>
            {ENDINGS.map(({ ending: one, words }) => (
              <label key={one} class="choice">
                <input
                  type="radio"
                  name="ending"
                  checked={one === ending}
                  onChange={() => {
                    setEnding(one);
                    setTaken(new Map());
                  }}
                />
                {words}
              </label>
            ))}
          </fieldset>
          <p class="row">
            <ActButton act={run} {...(isLookedAt ? {} : { look: 'main' })} onClick={() => void run.act(true)}>
              Look at {found.length === 1 ? 'it' : `all ${found.length}`} first
            </ActButton>
            <ActButton
              act={run}
              {...(isLookedAt ? { look: 'main' } : {})}
              because={whyNot(isLookedAt, ready)}
              onClick={() => void run.act(false)}
            >
              {ready === 0 ? 'Take in' : `Take in ${ready}`}
            </ActButton>
            <span class="quiet" role="status">
              {run.isRunning.value ? `${taken.size} of ${found.length} looked at` : (whyNot(isLookedAt, ready) ?? '')}
            </span>
          </p>
          <Problem error={run.error.value} what="The next record" />
          <FoundTable found={found} taken={taken} />
        </>
      )}
      <Problem error={choose.error.value} what="The files" />
    </div>
  );
}

function whyNot(isLookedAt: boolean, ready: number): string | undefined {
  if (!isLookedAt) return 'Nothing is written before all were looked at.';
  return ready === 0 ? 'There is nothing left to take in.' : undefined;
}

type ReadFile = { file: string; records: FoundRecord[]; why?: string };

async function recordsIn(file: File): Promise<ReadFile> {
  try {
    return { file: file.name, records: foundRecords(file.name, await file.text()) };
  } catch (error) {
    if (!(error instanceof UnfitFile)) throw error;
    return { file: file.name, records: [], why: error.message };
  }
}
