import { useEffect, useState } from 'preact/hooks';
import { api } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { draftsKey } from './draft-of-others.tsx';
import { commentsKey } from './panel/comments-data.ts';
import { readRecordAnew } from './record-data.ts';
import { timelineKey } from './timeline/entries.ts';

const [ALONE_MS, TOGETHER_MS] = [20_000, 5_000];

export type Present = { name: string; path: string };

/** Who else is in the record, and what they change: asked without its content, which would be a look. What changed is read again. */
export function useActivity(id: string, revision: number): readonly Present[] {
  const [present, setPresent] = useState<readonly Present[]>([]);
  const [since] = useState(() => ({ revision }));
  since.revision = Math.max(since.revision, revision);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async () => {
      clearTimeout(timer);
      if (isOver || document.visibilityState === 'hidden') return;
      const others = await look(id, since, setPresent).catch(() => undefined);
      if (isOver) return;
      timer = setTimeout(() => void ask(), (others ?? []).length > 0 ? TOGETHER_MS : ALONE_MS);
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

type Show = (present: readonly Present[]) => void;

async function look(id: string, since: { revision: number }, show: Show): Promise<readonly Present[]> {
  const query = { since: since.revision, presence: presenceHere() };
  const { data } = got(await api.GET('/post-mortems/{id}/activity', { params: { path: { id }, query } }));
  const others = data.present.map(({ by, path }) => ({ name: by.name ?? by.id, path }));
  show(others);
  if (data.revision > since.revision || !data.isWhole) {
    since.revision = data.revision;
    await readRecordAnew(id);
    if (!data.isWhole || data.changed.some((path) => path.startsWith('timeline'))) {
      await queries.invalidateQueries({ queryKey: timelineKey(id) });
    }
    if (!data.isWhole || data.changed.some((path) => path.startsWith('comments'))) {
      await queries.invalidateQueries({ queryKey: commentsKey(id) });
    }
  }
  await queries.invalidateQueries({ queryKey: draftsKey(id) });
  return others;
}

/** The section in which the cursor is; never the letter. */
function presenceHere(): string {
  const place = document.activeElement?.closest<HTMLElement>('.record-stop, .timeline');
  const path = place?.dataset.path ?? place?.id ?? '';
  return path === '' ? 'sections.summary' : path;
}
