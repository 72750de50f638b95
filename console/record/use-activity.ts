import { useEffect, useState } from 'preact/hooks';
import { api } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { isKeptClose } from '../marks/kept-close.ts';
import { draftsKey } from './editing/shared-drafts.ts';
import { commentsKey } from './panel/comments-data.ts';
import { isUnreadable, type RecordNow, readRecordAnew } from './record-data.ts';
import { timelineKey } from './timeline/entries.ts';

const [ALONE_MS, TOGETHER_MS] = [20_000, 5_000];

export type Present = { name: string; path: string };

/** Who else is in the record, and what they change: asked without its content, which would be a look. What changed is read again. */
export function useActivity({ id, revision, tlp }: RecordNow, mayWrite: boolean): readonly Present[] {
  const [present, setPresent] = useState<readonly Present[]>([]);
  const [here] = useState<Here>(() => ({ id, revision, isKeptClose: false, mayWrite }));
  Object.assign(here, {
    revision: Math.max(here.revision, revision),
    isKeptClose: isKeptClose(tlp),
    mayWrite,
  } satisfies Partial<Here>);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async () => {
      clearTimeout(timer);
      if (isOver || document.visibilityState === 'hidden') return;
      // Nobody is said to be here of whom it is not known.
      const others = await look(here).catch((error: unknown) => lost(id, error));
      if (isOver) return;
      setPresent(others);
      timer = setTimeout(() => void ask(), others.length > 0 ? TOGETHER_MS : ALONE_MS);
    };
    void ask();
    const onShown = () => void ask();
    document.addEventListener('visibilitychange', onShown);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [id]);
  return present;
}

type Here = { id: string; revision: number; isKeptClose: boolean; mayWrite: boolean };

async function look(here: Here): Promise<readonly Present[]> {
  const { id } = here;
  const presence = here.mayWrite ? presenceHere() : undefined;
  const query = { since: here.revision, ...(presence === undefined ? {} : { presence }) };
  const { data } = got(await api.GET('/post-mortems/{id}/activity', { params: { path: { id }, query } }));
  const others = data.present.map(({ by, path }) => ({ name: by.name ?? by.id, path }));
  if (data.revision > here.revision || !data.isWhole) {
    here.revision = data.revision;
    await readRecordAnew(id);
    if (!data.isWhole || data.changed.some((path) => path.startsWith('timeline'))) {
      await queries.invalidateQueries({ queryKey: timelineKey(id) });
    }
    if (!data.isWhole || data.changed.some((path) => path.startsWith('comments'))) {
      await queries.invalidateQueries({ queryKey: commentsKey(id) });
    }
  }
  // Their reading would be a look each time, and in the log.
  if (!here.isKeptClose) await queries.invalidateQueries({ queryKey: draftsKey(id) });
  return others;
}

/** A record that this person may read no more is asked for once more, which says so in its place. */
async function lost(id: string, error: unknown): Promise<readonly Present[]> {
  if (error instanceof Error && isUnreadable(error)) await readRecordAnew(id);
  return [];
}

/** The section in which the cursor is; never the letter. Who has it nowhere is nowhere. */
function presenceHere(): string | undefined {
  const place = document.activeElement?.closest<HTMLElement>('.record-stop, .timeline');
  const path = place?.dataset.path ?? place?.id ?? '';
  return path === '' ? undefined : path;
}
