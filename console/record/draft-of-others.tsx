import { useAct } from '../data/act.ts';
import { useQuery } from '../data/query.ts';
import type { FieldRecord } from '../forms/binding/field-value.ts';
import { Time } from '../marks/time.tsx';
import { ActButton } from '../parts/act-button.tsx';
import { useDesk } from './desk.ts';
import { readDraft, readDrafts } from './editing/shared-drafts.ts';

export const draftsKey = (id: string) => ['drafts', id];

/** Drafts that wait in a record. */
export function useDrafts(id: string, enabled: boolean) {
  return useQuery({ key: draftsKey(id), read: (signal) => readDrafts(id, signal), enabled });
}

/** What somebody began at this place and did not finish: whose it is, and the way to go on with it. */
export function DraftOfOthers({ path, onTakeUp }: { path: string; onTakeUp: (draft: FieldRecord) => void }) {
  const { record, person } = useDesk();
  const { data: drafts, refetch } = useDrafts(record.id, true);
  const found = drafts?.find((one) => one.path === path);
  const taking = useAct(async () => {
    const draft = await readDraft(record.id, path);
    if (draft !== undefined) onTakeUp(draft.value);
    await refetch();
  });
  if (found === undefined) return null;
  const who = found.by.id === person ? 'You' : (found.by.name ?? found.by.id);
  return (
    <div class="record-draft small">
      <span>
        <bdi>{who}</bdi> left this unfinished, <Time at={found.savedAt} />.
      </span>
      <ActButton act={taking} look="plain" onClick={() => void taking.act()}>
        Go on with it
      </ActButton>
    </div>
  );
}
