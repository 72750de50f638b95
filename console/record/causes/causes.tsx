import { useMemo, useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { useDesk } from '../desk.ts';
import { CauseGraph } from './cause-graph.tsx';
import { CauseList } from './cause-list.tsx';
import { linksOf } from './links-of.ts';

/** Which cause is answered by what: a list, and the same as a picture that has the width of the window. */
export function Causes() {
  const { record } = useDesk();
  const [isGraph, setIsGraph] = useState(false);
  const links = useMemo(() => linksOf(record), [record]);
  if (links.columns[0].length + links.columns[1].length === 0) return null;
  const leave = () => setIsGraph(false);
  return (
    <div class="record-causes">
      <div class="row row-apart">
        <h3>What answers what</h3>
        <button type="button" class="button" onClick={() => setIsGraph(true)}>
          As a graph
        </button>
      </div>
      <CauseList links={links} />
      <Dialog isOpen={isGraph} title="What answers what" onClose={leave} isWide>
        <CauseGraph links={links} onLeave={leave} />
      </Dialog>
    </div>
  );
}
