import { useEffect } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { useQuery } from '../data/query.ts';
import { isKeptClose } from '../marks/kept-close.ts';
import { Time } from '../marks/time.tsx';
import { ActButton } from '../parts/act-button.tsx';
import { useDesk } from './desk.ts';
import { draftsKey, readDrafts } from './editing/shared-drafts.ts';
import type { Writing } from './editing/writing.ts';
import { jumpTo } from './jump.ts';
import type { RecordNow } from './record-data.ts';
import { ProblemOrTold } from './told.tsx';

/** Drafts that wait in a record. Of one that is kept close each reading is a look, which is logged: they are read once, and when asked. */
export function useDrafts({ id, tlp }: RecordNow, enabled: boolean) {
  const staleMs = isKeptClose(tlp) ? { staleMs: Number.POSITIVE_INFINITY } : {};
  return useQuery({ key: draftsKey(id), read: (signal) => readDrafts(id, signal), enabled, ...staleMs });
}

/** What somebody began at this place and did not finish, on another device: whose it is, and the way to go on with it. */
export function DraftOfOthers({ writing }: { writing: Writing }) {
  const { record, person } = useDesk();
  const { data: drafts, dataUpdatedAt, refetch } = useDrafts(record, true);
  const { place } = writing;
  const found = drafts?.find(({ path }) => path === place);
  useEffect(() => {
    if (drafts !== undefined && found === undefined) writing.shareAgain(dataUpdatedAt);
  }, [dataUpdatedAt]);
  const settle = async (how: () => Promise<void>) => {
    await how();
    await refetch();
    // The button goes with the draft.
    jumpTo(place);
  };
  const taking = useAct(() => settle(() => writing.takeUp()));
  const keeping = useAct((etag: string) => settle(() => writing.keepOwn(etag)));
  // Drawn anew once it is another one.
  void writing.shared.value;
  if (found === undefined || writing.isOwnDraft(found.etag)) return null;
  const isOwn = found.by.id === person;
  return (
    <div class="record-draft small">
      <span>
        {isOwn ? (
          'You left this unfinished elsewhere'
        ) : (
          <>
            <bdi>{found.by.name ?? found.by.id}</bdi> left this unfinished
          </>
        )}
        , <Time at={found.savedAt} />.
      </span>
      <ActButton act={taking} look="plain" onClick={() => void taking.act()}>
        Go on with it
      </ActButton>
      {isOwn ? (
        <ActButton act={keeping} look="plain" onClick={() => void keeping.act(found.etag)}>
          {writing.hasUnsent ? 'Keep what is here' : 'Throw it away'}
        </ActButton>
      ) : null}
      <ProblemOrTold error={taking.error.value ?? keeping.error.value} what="The draft" />
    </div>
  );
}
