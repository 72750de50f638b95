import { useState } from 'preact/hooks';
import { useAct } from '../../../data/act.ts';
import { queries } from '../../../data/query.ts';
import { ActButton } from '../../../parts/act-button.tsx';
import { startOf } from '../../../parts/start-of.ts';
import { toast } from '../../../parts/toasts.tsx';
import { addEntries, changed, type Entry, newKey, putEntry, takeOutEntry, timelineKey } from '../entries.ts';
import { type BulkDeed, type BulkDraft, bulkDeedOf } from './bulk-deed.ts';
import { BulkFields } from './bulk-fields.tsx';
import { chosenWords, deedWords, doneWords, progressWords } from './bulk-words.ts';
import { type BulkDone, type BulkFailure, type BulkOutcome, runBulk } from './run-bulk.ts';
import { settledBulk } from './settled-bulk.ts';
import { undoBulk } from './undo-bulk.ts';
import type { Choosing } from './use-choosing.ts';

type BulkBarProps = { id: string; choosing: Choosing; onClose: () => void };

const FIRST: BulkDraft = { act: 'kind', kind: 'action', role: '', amount: '10', unit: 'minutes', way: 'later' };

/** What is done to the chosen entries, and what became of it. */
export function BulkBar({ id, choosing, onClose }: BulkBarProps) {
  const [draft, setDraft] = useState(FIRST);
  const [progress, setProgress] = useState<string>();
  const [outcome, setOutcome] = useState<{ result: BulkOutcome; deed: BulkDeed }>();
  const { chosen } = choosing;
  const count = chosen.filter(({ origin }) => origin === 'person').length;
  const deed = bulkDeedOf(draft);
  const act = useAct(async () => {
    if (deed === undefined) return;
    const late = lateOf(outcome, deed, readLast(id));
    const isLate = (entry: Entry) => late.done.some((one) => one.before.id === entry.id);
    setOutcome(undefined);
    const ran = await runBulk(
      chosen.filter((entry) => !isLate(entry)),
      deed,
      {
        put: (old, entry) => putEntry(id, old, entry),
        remove: (entry) => takeOutEntry(id, entry),
        step(through) {
          const words = progressWords(through, count);
          if (words !== undefined) setProgress(words);
        },
      },
      late.open,
    );
    await changed(id);
    const result = settledBulk({ ...ran, done: [...late.done, ...ran.done] }, deed, readLast(id));
    setProgress(undefined);
    setOutcome({ result, deed });
    choosing.choose([...result.failed.map(({ entry }) => entry), ...result.untried].map((entry) => entry.id));
    const words = doneWords(deed, result);
    if (result.done.length > 0) toast(words, () => void takeBack(id, result.done));
    else toast(words);
  });
  return (
    <section
      class="timeline-bulk card"
      aria-label="Change the chosen entries"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div class="row row-apart">
        <p role="status">{progress ?? chosenWords(chosen)}</p>
        <div class="row">
          <button type="button" class="button button-plain" onClick={choosing.all}>
            Choose all
          </button>
          <button type="button" class="button button-plain" onClick={onClose}>
            Done
          </button>
        </div>
      </div>
      <div class="row">
        <BulkFields draft={draft} put={(change) => setDraft({ ...draft, ...change })} />
        <ActButton
          act={act}
          look="main"
          because={reasonNot(chosen.length, count, deed !== undefined)}
          onClick={() => void act.act()}
        >
          {deedWords(draft.act, deed, count)}
        </ActButton>
      </div>
      <p class="quiet small">Shift chooses a range; Enter goes from a box to here, Escape ends it.</p>
      {outcome === undefined ? null : <NotDone outcome={outcome.result} />}
    </section>
  );
}

const readLast = (id: string) => queries.getQueryData<Entry[]>(timelineKey(id));

/** What the same deed did before, though no answer came then and the timeline could not be read. It is not done twice. */
function lateOf(
  before: { result: BulkOutcome; deed: BulkDeed } | undefined,
  deed: BulkDeed,
  now: readonly Entry[] | undefined,
): Pick<BulkOutcome, 'done' | 'open'> {
  if (before === undefined || JSON.stringify(before.deed) !== JSON.stringify(deed))
    return { done: [], open: new Set() };
  const { done, open } = settledBulk(before.result, deed, now);
  return { done: done.slice(before.result.done.length), open };
}

function reasonNot(chosen: number, count: number, isSaid: boolean): string | undefined {
  if (chosen === 0) return 'No entry is chosen';
  if (count === 0) return 'All of them came from the ticket, and stay as they came';
  return isSaid ? undefined : 'Say by how much: a whole number above 0';
}

/** Which ones were not done, by their words, and why. */
function NotDone({ outcome: { failed, untried } }: { outcome: BulkOutcome }) {
  if (failed.length === 0) return null;
  return (
    <div class="band band-bad timeline-bulk-failed" role="alert">
      <ul>
        {failed.map(({ entry, why }) => (
          <li key={entry.id}>
            Not done: “<bdi>{startOf(entry.what, 60)}</bdi>”: {why}
          </li>
        ))}
        {untried.length === 0 ? null : <li>{untried.length} more were not tried. They stay chosen.</li>}
      </ul>
    </div>
  );
}

async function takeBack(id: string, done: readonly BulkDone[]): Promise<void> {
  const failed = await undoBulk(done, {
    put: (old, entry) => putEntry(id, old, entry),
    addAll: (entries, key) => addEntries(id, entries, key),
    newKey,
  });
  await changed(id);
  toast(failed.length === 0 ? 'All of it is taken back' : `Not taken back: ${failed.map(inWords).join('; ')}`);
}

const inWords = ({ entry, why }: BulkFailure): string => `“${startOf(entry.what, 60)}”: ${why}`;
