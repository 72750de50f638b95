import { Fragment } from 'preact';
import { timeInWords } from '../../marks/time.tsx';
import { ChooseBox } from './bulk/choose-box.tsx';
import type { Choosing } from './bulk/use-choosing.ts';
import type { Entry } from './entries.ts';
import { EntryRow } from './entry-row.tsx';
import { between, rowsOf } from './gaps.ts';
import { othersOf } from './moving/in-time.ts';
import { MoveHandle } from './moving/move-handle.tsx';
import { useDrag } from './moving/use-drag.ts';
import type { Moving } from './moving/use-moving.ts';

type TimelineRowsProps = {
  hidden: readonly string[];
  choosing: Choosing;
  onStopChoosing: () => void;
  moving: Moving;
  /** Missing for those who only read. */
  acts?: { begin: (at: string) => void; change: (entry: Entry) => void; remove: (entry: Entry) => void };
};

/** The entries of the kinds that are shown, with what can be done to each. While some are chosen, that is all that is done. */
export function TimelineRows({ hidden, choosing, onStopChoosing, moving, acts }: TimelineRowsProps) {
  const { dragged, start } = useDrag(moving);
  const { placed, shown } = moving;
  const setRight = new Set(placed.map(({ corrects }) => corrects?.id));
  const ghost = dragged?.slot;
  const beforeWhich = dragged?.slot && othersOf(shown, dragged.entry)[dragged.slot.index]?.id;
  const leadOf = (entry: Entry) => {
    if (acts === undefined) return null;
    if (choosing.isOn) return <ChooseBox entry={entry} choosing={choosing} />;
    if (moving.whyFixed(entry) !== undefined) return null;
    return <MoveHandle entry={entry} onStart={(event) => start(event, entry)} />;
  };
  return (
    <ol
      class={choosing.isOn ? 'timeline-list timeline-choosing' : 'timeline-list'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !choosing.isOn) return;
        event.preventDefault();
        onStopChoosing();
      }}
    >
      {rowsOf(placed, hidden, (at) => timeInWords(at, 'day')).map(({ entry, last, gap, isNewDay }) => (
        <Fragment key={entry.id}>
          {ghost !== undefined && beforeWhich === entry.id ? <Ghost at={ghost.at} /> : null}
          <EntryRow
            {...{ entry, gap }}
            isDragged={dragged?.entry.id === entry.id}
            isSetRight={setRight.has(entry.id)}
            day={isNewDay ? timeInWords(entry.at, 'day') : undefined}
            lead={leadOf(entry)}
            {...(acts === undefined || choosing.isOn
              ? {}
              : {
                  onBetween: () => acts.begin(last === undefined ? entry.at : between(last, entry)),
                  onChange: () => void moving.settled(entry).then(acts.change),
                  onRemove: () => void moving.settled(entry).then(acts.remove),
                })}
          />
        </Fragment>
      ))}
      {ghost !== undefined && beforeWhich === undefined ? <Ghost at={ghost.at} /> : null}
    </ol>
  );
}

/** Where an entry that is dragged would come. */
function Ghost({ at }: { at: string }) {
  return (
    <li class="timeline-ghost" aria-hidden="true">
      <span>{timeInWords(at, 'clock')}</span>
    </li>
  );
}
