import { timeInWords } from '../../marks/time.tsx';
import { ChooseBox } from './bulk/choose-box.tsx';
import type { Choosing } from './bulk/use-choosing.ts';
import type { Entry } from './entries.ts';
import { EntryRow } from './entry-row.tsx';
import { between, rowsOf } from './gaps.ts';

type TimelineRowsProps = {
  entries: readonly Entry[];
  hidden: readonly string[];
  choosing: Choosing;
  onStopChoosing: () => void;
  /** Missing for those who only read. */
  acts?: { begin: (at: string) => void; change: (entry: Entry) => void; remove: (entry: Entry) => void };
};

/** The entries of the kinds that are shown, with what can be done to each. While some are chosen, that is all that is done. */
export function TimelineRows({ entries, hidden, choosing, onStopChoosing, acts }: TimelineRowsProps) {
  return (
    <ol
      class={choosing.isOn ? 'timeline-list timeline-choosing' : 'timeline-list'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !choosing.isOn) return;
        event.preventDefault();
        onStopChoosing();
      }}
    >
      {rowsOf(entries, hidden, (at) => timeInWords(at, 'day')).map(({ entry, last, gap, isNewDay }) => (
        <EntryRow
          key={entry.id}
          {...{ entry, gap }}
          day={isNewDay ? timeInWords(entry.at, 'day') : undefined}
          lead={choosing.isOn ? <ChooseBox entry={entry} choosing={choosing} /> : null}
          {...(acts === undefined || choosing.isOn
            ? {}
            : {
                onBetween: () => acts.begin(last === undefined ? entry.at : between(last, entry)),
                onChange: () => acts.change(entry),
                onRemove: () => acts.remove(entry),
              })}
        />
      ))}
    </ol>
  );
}
