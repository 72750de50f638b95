import { Time } from '../marks/time.tsx';
import { CONTENTS, pathOf } from './contents.ts';
import { useDesk } from './desk.ts';
import { useDrafts } from './draft-of-others.tsx';
import { jumpTo } from './jump.ts';

/** What is begun in a record and is no part of it yet: what is handed in goes without it. */
export function DraftsLeft({ onLeave }: { onLeave: () => void }) {
  const { record, person } = useDesk();
  const { data: drafts = [] } = useDrafts(record, true);
  if (drafts.length === 0) return null;
  return (
    <div class="band band-warn">
      <p>
        {drafts.length === 1 ? 'One draft is' : `${drafts.length} drafts are`} left in it. What is handed in goes
        without:
      </p>
      <ul>
        {drafts.map(({ path, by, savedAt }) => (
          <li key={path}>
            <button
              type="button"
              class="button button-plain"
              onClick={() => {
                onLeave();
                jumpTo(path);
              }}
            >
              {placeInWords(path)}
            </button>{' '}
            <bdi>{by.id === person ? 'You' : (by.name ?? by.id)}</bdi>, <Time at={savedAt} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const placeInWords = (path: string): string =>
  CONTENTS.find((stop) => path === pathOf(stop) || path.startsWith(`${pathOf(stop)}.`))?.title ?? path;
