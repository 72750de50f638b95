import { useMemo, useState } from 'preact/hooks';
import { useAct } from '../../data/act.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Problem } from '../../parts/problem.tsx';
import { toast } from '../../parts/toasts.tsx';
import { zone as shownZone } from '../../shell/preferences.ts';
import { type Entry, removeEntry } from './entries.ts';
import { importOf } from './import-lines.ts';
import { type Line, lacksToImport, linesOf, secretLines } from './paste/lines.ts';
import { openQuestions, placeInTime, type When } from './paste/place-in-time.ts';
import { readPaste } from './paste/read-paste.ts';
import { rolesFor } from './paste/roles.ts';
import { PasteLines } from './paste-lines.tsx';
import { PasteWhen } from './paste-when.tsx';
import { WhoWasWho } from './who-was-who.tsx';

type PasteDialogProps = { id: string; existing: readonly Entry[]; onClose: () => void };

/** Longest text that is read, in characters. */
const LONGEST = 1_000_000;

/** A chat, a log or a file becomes entries: nothing is sent before day, zone and roles are known, and names never are. */
export function PasteDialog({ id, existing, onClose }: PasteDialogProps) {
  const [text, setText] = useState('');
  return (
    <Dialog isOpen title="Paste a chat, a log or a file" onClose={onClose} isWide>
      {text === '' ? (
        <PasteBox onText={setText} />
      ) : (
        <PasteReview key={text} {...{ id, text, existing, onClose, onBack: () => setText('') }} />
      )}
    </Dialog>
  );
}

function PasteBox({ onText }: { onText: (text: string) => void }) {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState('');
  const take = (text: string) => {
    if (text.length > LONGEST) setRefused('That is more than a megabyte. Cut it to the time of the incident.');
    else onText(text);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') take(typed);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) void file.text().then(take);
      }}
    >
      <p class="quiet">
        From Slack, Teams, a terminal, a CSV or a JSON export. It is read here in your browser; you see every line
        before anything is sent, and names are replaced by roles.
      </p>
      <label class="unseen" for="paste-text">
        The text
      </label>
      <textarea
        id="paste-text"
        class="input paste-text"
        autofocus
        value={typed}
        placeholder={'[08:12] Ana: first recipient opens the link\n[08:16] Bot: the mail filter raises an alert'}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div class="row">
        <button type="submit" class="button button-main" disabled={typed.trim() === ''}>
          Read it
        </button>
        <label class="button">
          Choose a file
          <input
            type="file"
            class="unseen"
            accept=".txt,.csv,.json,.log,text/plain"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void file.text().then(take);
            }}
          />
        </label>
      </div>
      {refused === '' ? null : <p role="alert">{refused}</p>}
    </form>
  );
}

type ReviewProps = PasteDialogProps & { text: string; onBack: () => void };

function PasteReview({ id, text, existing, onClose, onBack }: ReviewProps) {
  const reading = useMemo(() => readPaste(text), [text]);
  const [when, setWhen] = useState<When>({ day: '', zone: shownZone.value, dayOrder: '', isConfirmed: false });
  const open = useMemo(() => openQuestions(reading), [reading]);
  const [roles, setRoles] = useState<Record<string, string>>(() => rolesFor(reading.entries));
  const [changes, setChanges] = useState<Record<number, Partial<Line>>>({});
  const [looked, setLooked] = useState(false);
  const placed = useMemo(() => placeInTime(reading, when), [reading, when]);
  const lines = useMemo(
    () => linesOf({ placed, roles, existing }).map((line) => ({ ...line, ...changes[line.line] })),
    [placed, roles, existing, changes],
  );
  const taken = lines.filter(({ isTaken }) => isTaken);
  const secrets = secretLines(taken);
  // Sent again after a failure, what was made already is not made twice.
  const sending = useMemo(() => importOf(id, taken), [id, placed, roles, changes]);
  const importing = useAct(sending.send);
  const because = lacksToImport({ taken, when, secrets: looked ? 0 : secrets.length, wantsOrder: open.wantsOrder });
  const start = async () => {
    const made = await importing.act();
    if (made === undefined) return;
    toast(`${made.length} entries added`, () => void takeBack(id, made));
    onClose();
  };
  return (
    <div class="stack">
      <p>
        Read as <strong>{reading.format}</strong>: {reading.entries.length} entries
        {reading.unexplained.length === 0 ? '' : `, ${reading.unexplained.length} lines that fit to nothing`}.
      </p>
      <PasteWhen {...{ open, placed, when, setWhen }} />
      <WhoWasWho {...{ roles, setRoles }} />
      {secrets.length === 0 ? null : (
        <div class="band band-bad">
          <p>
            {secrets.length === 1 ? 'One line looks' : `${secrets.length} lines look`} like a password or a key (line{' '}
            {secrets.map(({ line }) => line + 1).join(', ')}). Take it out, or rewrite it below.
          </p>
          <label class="row">
            <input
              type="checkbox"
              checked={looked}
              onChange={({ currentTarget }) => setLooked(currentTarget.checked)}
            />
            I looked: there is no secret in it
          </label>
        </div>
      )}
      <PasteLines
        lines={lines}
        onChange={(line, change) => setChanges({ ...changes, [line]: { ...changes[line], ...change } })}
      />
      {reading.unexplained.length === 0 ? null : (
        <details>
          <summary>Lines that fit to nothing, and are left out</summary>
          <pre>{reading.unexplained.map(({ line, text: words }) => `${line + 1}: ${words}`).join('\n')}</pre>
        </details>
      )}
      <Problem error={importing.error.value} what="The import" />
      <div class="row">
        <ActButton act={importing} look="main" onClick={() => void start()} because={because}>
          Add {taken.length} entries
        </ActButton>
        <button type="button" class="button" onClick={onBack}>
          Back to the text
        </button>
        {because === undefined ? null : <span class="quiet">{because}</span>}
      </div>
    </div>
  );
}

async function takeBack(id: string, made: readonly Entry[]): Promise<void> {
  let left = 0;
  for (const entry of made) await removeEntry(id, entry).catch(() => (left += 1));
  toast(left === 0 ? 'All of them are taken out again' : `${left} of ${made.length} could not be taken out`);
}
