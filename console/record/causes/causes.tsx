import { useMemo, useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { CauseGraph } from './cause-graph.tsx';
import { CauseList } from './cause-list.tsx';
import { linksOf } from './links-of.ts';

/** Which cause is answered by what: a list, or the same as a picture. */
export function Causes() {
  const { record } = useDesk();
  const [isGraph, setIsGraph] = useState(false);
  const links = useMemo(() => linksOf(record), [record]);
  if (links.columns[0].length + links.columns[1].length === 0) return null;
  return (
    <div class="record-causes">
      <div class="row row-apart">
        <h3>What answers what</h3>
        <div class="row" role="group" aria-label="Show as">
          <button type="button" class="button" aria-pressed={!isGraph} onClick={() => setIsGraph(false)}>
            List
          </button>
          <button type="button" class="button" aria-pressed={isGraph} onClick={() => setIsGraph(true)}>
            Graph
          </button>
        </div>
      </div>
      {isGraph ? <CauseGraph links={links} /> : <CauseList links={links} />}
    </div>
  );
}
