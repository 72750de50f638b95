import { useEffect, useMemo, useState } from 'preact/hooks';
import { useQuery } from '../../data/query.ts';
import { useKeys } from '../../shell/keys.ts';
import { useDesk } from '../desk.ts';
import { Comments } from './comments.tsx';
import { commentsKey, readComments } from './comments-data.ts';
import { Hints } from './hints.tsx';
import { hintsKey, readHints } from './hints-data.ts';

type PanelProps = { place: string | undefined; setPlace: (place: string | undefined) => void };

/** Beside the record: hints about its wording, and what people say of it. Folded away where there is no room. */
export function RecordPanel({ place, setPlace }: PanelProps) {
  const { record } = useDesk();
  const { id, revision } = record;
  const [isOpen, setIsOpen] = useState(false);
  const hints = useQuery({ key: [...hintsKey(id), revision], read: (signal) => readHints(id, signal) });
  const comments = useQuery({ key: commentsKey(id), read: (signal) => readComments(id, signal) });
  const open = hints.data?.filter(({ dismissed }) => dismissed === undefined).length ?? 0;
  const threads = comments.data?.filter((one) => one.inReplyTo === undefined && one.isResolved !== true).length ?? 0;
  useEffect(() => {
    if (place !== undefined) setIsOpen(true);
  }, [place]);
  useKeys(
    useMemo(() => {
      const goTo = (what: string) => () => {
        setIsOpen(true);
        // Once it is unfolded.
        requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(what)?.focus()));
      };
      return [
        { keys: 'H', words: 'Go to the hints', run: goTo('.record-panel h2') },
        { keys: 'C', words: 'Go to the comments', run: goTo('.record-panel form textarea') },
      ];
    }, []),
  );
  return (
    <aside class={`record-panel${isOpen ? ' is-open' : ''}`} aria-label="Hints and comments">
      <button type="button" class="button record-panel-fold" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Close' : `Hints ${open} · Comments ${threads}`}
      </button>
      <div class="record-panel-body stack">
        <Hints hints={hints.data} error={hints.error} />
        <Comments comments={comments.data} error={comments.error} place={place} setPlace={setPlace} />
      </div>
    </aside>
  );
}
