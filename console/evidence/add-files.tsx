import { useMemo, useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { useHoldBack } from '../forms/use-hold-back.ts';
import { ActButton } from '../parts/act-button.tsx';
import { ChooseFiles } from '../parts/choose-files.tsx';
import { toast } from '../parts/toasts.tsx';
import type { RecordNow } from '../record/record-data.ts';
import { ProblemOrTold, Told } from '../record/told.tsx';
import { hashFile } from './hash-file.ts';
import { sendFile } from './send-file.ts';

/** Files are chosen or dropped here; each is hashed on this device before anything of it is sent. */
export function AddFiles({ record }: { record: RecordNow }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isOver, setIsOver] = useState(false);
  useHoldBack(files.length > 0);
  const add = (list: Iterable<File> | undefined) => setFiles([...files, ...(list ?? [])]);
  return (
    <div
      class={`evidence-drop${isOver ? ' is-over' : ''}`}
      role="group"
      aria-label="Add files"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        add(event.dataTransfer?.files);
      }}
    >
      <p class="row">
        <ChooseFiles label="Files to add" look="main" onChosen={add}>
          Choose files
        </ChooseFiles>
        <span class="quiet">or drop them here. Their SHA-256 is reckoned on this device first.</span>
      </p>
      {files.length === 0 ? null : (
        <ul class="evidence-list">
          {files.map((file) => (
            <NewFile
              key={`${file.name} ${file.size} ${file.lastModified}`}
              {...{ file, record }}
              onDone={() => setFiles((all) => all.filter((one) => one !== file))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

type NewFileProps = { file: File; record: RecordNow; onDone: () => void };

function NewFile({ file, record, onDone }: NewFileProps) {
  const [description, setDescription] = useState('');
  const [share, setShare] = useState<number>();
  const [step, setStep] = useState('');
  const [known] = useState(() => ({ key: crypto.randomUUID(), sha256: '', isAnnounced: false }));
  const leavingOut = useMemo(() => new AbortController(), []);
  const adding = useAct(async () => {
    setStep('reckoning its SHA-256');
    known.sha256 ||= await hashFile(file, setShare, leavingOut.signal);
    const same = record.evidence.find(({ sha256 }) => sha256 === known.sha256);
    if (same !== undefined)
      throw new Told(`The very same file is in this record already, as “${same.name}” (${same.status}).`);
    // From here on it may be in the record, and is taken back there.
    leavingOut.signal.throwIfAborted();
    known.isAnnounced = true;
    setStep('sending it');
    const piece = await sendFile(record.id, file, { sha256: known.sha256, description, key: known.key });
    if (piece.status === 'refused')
      throw new Told(`It was refused: ${piece.refusedBecause ?? 'what came was something else'}`);
    toast(
      piece.status === 'held'
        ? `${file.name} is here, and is what was announced`
        : `${file.name} is sent; it is not here yet`,
    );
    onDone();
  });
  return (
    <li class="evidence-piece stack">
      <p>
        <strong>
          <bdi>{file.name}</bdi>
        </strong>{' '}
        <span class="quiet small">{file.size.toLocaleString('en-GB')} bytes</span>
      </p>
      <label>
        What it shows
        <input
          class="input evidence-wide"
          maxLength={2_000}
          value={description}
          onInput={({ currentTarget }) => setDescription(currentTarget.value)}
        />
      </label>
      {adding.isRunning.value ? (
        <p class="row" role="status">
          <progress max={1} {...(step === 'sending it' ? {} : { value: share ?? 0 })} aria-label={step} /> {step}
        </p>
      ) : null}
      <ProblemOrTold error={adding.error.value} what="The file" />
      <div class="row">
        <ActButton act={adding} because={file.size === 0 ? 'It is empty' : undefined} onClick={() => void adding.act()}>
          Add this file
        </ActButton>
        {known.isAnnounced && adding.isRunning.value ? null : (
          <button
            type="button"
            class="button button-plain"
            onClick={() => {
              leavingOut.abort();
              onDone();
            }}
          >
            {known.isAnnounced ? 'Close' : 'Leave it out'}
          </button>
        )}
      </div>
    </li>
  );
}
