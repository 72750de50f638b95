import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useAct } from '../../data/act.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { toast } from '../../parts/toasts.tsx';
import { zone as shownZone } from '../../shell/preferences.ts';
import { addEntries, changed, type Entry, newKey, removeEntries } from './entries.ts';
import { asSent, importLines, NOTHING_SENT, type Progress } from './import-lines.ts';
import { type Line, lacksToImport, linesOf, secretLines } from './paste/lines.ts';
import type { PasteLine, PasteReading } from './paste/pasted.ts';
import { openQuestions, placeInTime } from './paste/place-in-time.ts';
import { PasteLines } from './paste-lines.tsx';
import { type PasteSaid, saidOf } from './paste-said.ts';
import { PasteWhen } from './paste-when.tsx';
import { SecretsBand } from './secrets-band.tsx';
import { WhoWasWho } from './who-was-who.tsx';

type ReviewProps = {
  id: string;
  reading: PasteReading;
  existing: readonly Entry[];
  /** It stays as it is while the text, or a question, is shown in its place. */
  isShown: boolean;
  onClose: () => void;
  onBack: () => void;
};

/** What was read: its open questions, and every line as it would become an entry. */
export function PasteReview({ id, reading, existing, isShown, onClose, onBack }: ReviewProps) {
  const [kept, setSaid] = useState<PasteSaid>();
  const said = useMemo(() => saidOf(reading, shownZone.value, kept), [reading, kept]);
  const { when, roles, changes, looked } = said;
  const open = useMemo(() => openQuestions(reading), [reading]);
  const [progress, setProgress] = useState(NOTHING_SENT);
  const placed = useMemo(() => placeInTime(reading, when), [reading, when]);
  const read = useMemo(() => linesOf({ placed, roles, existing }), [placed, roles, existing]);
  const lines = useMemo(
    () => read.map((line) => asSent({ ...line, ...changes[line.line] }, progress)),
    [read, changes, progress],
  );
  const taken = lines.filter(({ isTaken }) => isTaken);
  const secrets = useMemo(() => secretLines(taken), [lines]);
  const unseen = secrets.filter(({ line, what }) => looked.get(line) !== what);
  const importing = useAct(() => sent(id, taken, progress, setProgress));
  const isFixed = importing.isRunning.value;
  // What is on its way is not changed under it.
  const put = (change: Partial<PasteSaid>) => setSaid({ ...said, ...(isFixed ? {} : change) });
  const because = lacksToImport({ taken, when, secrets: unseen.length, wantsOrder: open.wantsOrder });
  const start = async () => {
    const made = await importing.act();
    if (made === undefined) return;
    toast(`${made.length} entries added`, () => void takeBack(id, made));
    onClose();
  };
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isShown) heading.current?.focus();
  }, [isShown, reading]);
  return (
    <div class="stack">
      <h3 ref={heading} tabIndex={-1}>
        Read as {reading.format}: {reading.entries.length} entries
        {reading.unexplained.length === 0 ? '' : `, ${reading.unexplained.length} lines that fit to nothing`}
      </h3>
      <PasteWhen {...{ open, placed, when, isFixed }} setWhen={(next) => put({ when: next })} />
      <WhoWasWho {...{ roles, isFixed }} setRoles={(next) => put({ roles: next })} />
      <SecretsBand
        secrets={secrets}
        isLookedAt={unseen.length === 0}
        onLooked={(isLooked) => put({ looked: new Map(isLooked ? secrets.map(({ line, what }) => [line, what]) : []) })}
      />
      <PasteLines
        lines={isFixed ? lines.map((line) => ({ ...line, isFixed })) : lines}
        // What is rewritten is not taken from under the pen once it looks like a secret no more.
        toLookAt={[...secrets, ...lines.filter(({ line }) => changes[line] !== undefined)]}
        onChange={(line, change) => put({ changes: { ...changes, [line]: { ...changes[line], ...change } } })}
      />
      <LeftOut lines={reading.dayLines} why="Lines that were read as the day of what follows" />
      <LeftOut lines={reading.unexplained} why="Lines that fit to nothing, and are left out" />
      <Problem error={importing.error.value} what="The import" />
      {progress.entries.length === 0 ? null : (
        <p>{progress.entries.length} of them are in the timeline already, and are not sent again.</p>
      )}
      <div class="row">
        <ActButton act={importing} look="main" onClick={() => void start()} because={because}>
          Add {taken.length} entries
        </ActButton>
        {progress.entries.length > 0 || progress.open !== undefined ? null : (
          <button type="button" class="button" onClick={onBack}>
            Back to the text
          </button>
        )}
        {because === undefined ? null : <span class="quiet">{because}</span>}
      </div>
    </div>
  );
}

/** Lines that become no entry, word for word: nothing vanishes unseen. */
function LeftOut({ lines, why }: { lines: readonly PasteLine[]; why: string }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{why}</summary>
      <pre>{lines.map(({ line, text }) => `${line + 1}: ${text}`).join('\n')}</pre>
    </details>
  );
}

async function sent(
  id: string,
  taken: readonly Line[],
  before: Progress,
  keep: (progress: Progress) => void,
): Promise<readonly Entry[]> {
  try {
    const addAll = (entries: Parameters<typeof addEntries>[1], key: string) => addEntries(id, entries, key);
    return (await importLines(taken, before, { addAll, newKey, keep })).entries;
  } finally {
    await changed(id);
  }
}

async function takeBack(id: string, made: readonly Entry[]): Promise<void> {
  const left = await removeEntries(id, made);
  toast(left === 0 ? 'All of them are taken out again' : `${left} of ${made.length} could not be taken out`);
}
