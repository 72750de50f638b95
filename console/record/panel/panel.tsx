import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { queries, useQuery } from '../../data/query.ts';
import { useKeys } from '../../shell/keys.ts';
import { useDesk } from '../desk.ts';
import type { RecordNow } from '../record-data.ts';
import { Comments, focusComments } from './comments.tsx';
import { commentsKey, readComments } from './comments-data.ts';
import { Hints } from './hints.tsx';
import { hintsKey, readHints } from './hints-data.ts';

type PanelProps = { place: string | undefined; setPlace: (place: string | undefined) => void };

/** Beside the record: hints about its wording, and what people say of it. Folded away where there is no room. */
export function RecordPanel({ place, setPlace }: PanelProps) {
  const { record } = useDesk();
  const { id } = record;
  const [isOpen, setIsOpen] = useState(false);
  const hints = useQuery({ key: hintsKey(id), read: (signal) => readHints(id, signal) });
  const comments = useQuery({ key: commentsKey(id), read: (signal) => readComments(id, signal) });
  useHintsAnew(record);
  const open = hints.data?.filter(({ dismissed }) => dismissed === undefined).length;
  const threads = comments.data?.filter((one) => one.inReplyTo === undefined && one.isResolved !== true).length;
  // Before the focus goes into it: what is folded takes none.
  useLayoutEffect(() => {
    if (place !== undefined) setIsOpen(true);
  }, [place]);
  const fold = () => {
    // Asked for the same place again, it is to open again.
    if (isOpen) setPlace(undefined);
    setIsOpen(!isOpen);
  };
  useKeys(
    useMemo(() => {
      const opened = (focus: () => void) => () => {
        setIsOpen(true);
        // Once it is unfolded.
        requestAnimationFrame(() => requestAnimationFrame(focus));
      };
      const focusHints = () => document.querySelector<HTMLElement>('.record-panel h2')?.focus();
      return [
        { keys: 'H', words: 'Go to the hints', run: opened(focusHints) },
        { keys: 'C', words: 'Go to the comments', run: opened(focusComments) },
      ];
    }, []),
  );
  return (
    <aside class={`record-panel${isOpen ? ' is-open' : ''}`} aria-label="Hints and comments">
      <button type="button" class="button record-panel-fold" aria-expanded={isOpen} onClick={fold}>
        {isOpen ? 'Close' : `Hints ${open ?? ''} · Comments ${threads ?? ''}`}
      </button>
      <div class="record-panel-body stack">
        <Hints hints={hints.data} error={hints.error} />
        <Comments comments={comments.data} error={comments.error} place={place} setPlace={setPlace} />
      </div>
    </aside>
  );
}

/** Rest of the record after which its hints are read again, in milliseconds: while somebody types it is saved again and again. */
const REST_MS = 3_000;

function useHintsAnew({ id, revision }: RecordNow): void {
  const [known] = useState({ revision });
  useEffect(() => {
    if (known.revision === revision) return undefined;
    const rest = setTimeout(() => {
      known.revision = revision;
      void queries.invalidateQueries({ queryKey: hintsKey(id) });
    }, REST_MS);
    return () => clearTimeout(rest);
  }, [id, revision]);
}
