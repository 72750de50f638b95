import { useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { useQuery } from '../data/query.ts';
import { Time } from '../marks/time.tsx';
import { isKeptClose } from '../marks/tlp.tsx';
import { ActButton } from '../parts/act-button.tsx';
import { useDesk } from './desk.ts';
import { readDrafts } from './editing/shared-drafts.ts';
import type { Writing } from './editing/writing.ts';
import { jumpTo } from './jump.ts';
import type { RecordNow } from './record-data.ts';
import { ProblemOrTold } from './told.tsx';

export const draftsKey = (id: string) => ['drafts', id];

/** Drafts that wait in a record. Of one that is kept close each reading is a look, which is logged: they are read once, and when asked. */
export function useDrafts({ id, tlp }: RecordNow, enabled: boolean) {
  const staleMs = isKeptClose(tlp) ? { staleMs: Number.POSITIVE_INFINITY } : {};
  return useQuery({ key: draftsKey(id), read: (signal) => readDrafts(id, signal), enabled, ...staleMs });
}

/** What somebody began at this place and did not finish: whose it is, and the way to go on with it. */
export function DraftOfOthers({ writing }: { writing: Writing }) {
  const { record, person } = useDesk();
  const { data: drafts, refetch } = useDrafts(record, true);
  const { place } = writing;
  const found = drafts?.find(({ path }) => path === place);
  const [takenUp, setTakenUp] = useState<string>();
  const taking = useAct(async () => {
    await writing.takeUp();
    setTakenUp(found?.etag);
    await refetch();
    // The button goes with the draft.
    jumpTo(place);
  });
  // What was shared from here is what stands here.
  const isFromHere = found?.by.id === person && writing.sharedAt.value === place;
  if (found === undefined || isFromHere || found.etag === takenUp) return null;
  const who = found.by.id === person ? 'You' : (found.by.name ?? found.by.id);
  return (
    <div class="record-draft small">
      <span>
        <bdi>{who}</bdi> left this unfinished, <Time at={found.savedAt} />.
      </span>
      <ActButton act={taking} look="plain" onClick={() => void taking.act()}>
        Go on with it
      </ActButton>
      <ProblemOrTold error={taking.error.value} what="The draft" />
    </div>
  );
}
