import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { queries } from '../../../data/query.ts';
import { timeInWords } from '../../../marks/time.tsx';
import { toast } from '../../../parts/toasts.tsx';
import { holdBack } from '../../../router/address.ts';
import { changeOnce } from '../change-once.ts';
import { changeEntry, type Entry, timelineKey, type Written } from '../entries.ts';
import { sayFailed } from '../say-failed.ts';
import { writtenOf } from '../written-of.ts';
import { byTime, dropInTime, othersOf, stepInTime, type TimeSlot, type Underway } from './in-time.ts';
import { moveSaver } from './move-saver.ts';
import { moveWords } from './move-words.ts';

export type Moving = ReturnType<typeof useMoving>;

/** Time without a further step after which a move is saved, in milliseconds. */
const REST_MS = 800;

type UseMoving = {
  record: string;
  entries: readonly Entry[];
  hidden: readonly string[];
  /** The entry whose form is open. */
  inForm: string | undefined;
};

/** Entries that are moved in time: they are shown where they will be, and saved once they came to rest. */
export function useMoving({ record, entries, hidden, inForm }: UseMoving) {
  const [underway, setUnderway] = useState<ReadonlyMap<string, string>>(new Map());
  const [said, setSaid] = useState('');
  const stored = (id: string) => queries.getQueryData<Entry[]>(timelineKey(record))?.find((one) => one.id === id);
  const saver = useMemo(() => {
    const save = async ({ entry, at }: Underway): Promise<void> => {
      await saveMove(record, stored(entry.id) ?? entry, at, stored);
      setUnderway((now) => (now.get(entry.id) === at ? new Map([...now].filter(([id]) => id !== entry.id)) : now));
    };
    return moveSaver(save, (run) => {
      const timer = setTimeout(run, REST_MS);
      return () => clearTimeout(timer);
    });
  }, [record]);
  useEffect(() => {
    const settle = () => void saver.settle();
    for (const name of ['beforeunload', 'pagehide']) addEventListener(name, settle);
    const letGo = holdBack((leaving) => {
      if (leaving === 'place' || !saver.isUnsaved()) return undefined;
      if (leaving === 'session') settle();
      return 'An entry that you moved is not saved yet. Leave?';
    });
    return () => {
      for (const name of ['beforeunload', 'pagehide']) removeEventListener(name, settle);
      letGo();
      settle();
    };
  }, [saver]);
  const focused = useRef<HTMLElement | undefined>(undefined);
  useLayoutEffect(() => {
    // An element that gets another place in the page loses the focus.
    focused.current?.focus();
    focused.current?.scrollIntoView({ block: 'nearest' });
    focused.current = undefined;
  }, [underway]);
  const placed = underway.size === 0 ? entries : withMoves(entries, underway);
  const shown = placed.filter(({ kind }) => !hidden.includes(kind));
  const here = (entry: Entry): Underway => ({
    entry: stored(entry.id) ?? entry,
    at: underway.get(entry.id) ?? entry.at,
  });
  const moveTo = (entry: Entry, slot: TimeSlot): void => {
    if (document.activeElement instanceof HTMLElement) focused.current = document.activeElement;
    setUnderway((now) => new Map([...now, [entry.id, slot.at]]));
    setSaid(moveWords(slot, othersOf(shown, entry)));
    saver.move({ entry, at: slot.at });
  };
  const whyFixed = (entry: Entry): string | undefined => {
    if (entry.origin === 'ticket') return 'This came from the ticket: its time stays as it came. Set it right instead';
    return entry.id === inForm ? 'Its form is open: set its time there' : undefined;
  };
  return {
    placed,
    shown,
    /** Why an entry cannot be moved. */
    whyFixed,
    /** Where the last one came, to be read out. */
    said,
    settle: saver.settle,
    /** The entry as it is once its move is saved. */
    settled: (entry: Entry) => saver.settle().then(() => stored(entry.id) ?? entry),
    step(id: string, way: -1 | 1): void {
      const entry = shown.find((one) => one.id === id);
      if (entry === undefined) return;
      const why = whyFixed(entry);
      if (why !== undefined) toast(why);
      else moveTo(entry, stepInTime(shown, here(entry), way));
    },
    slotAt: (entry: Entry, index: number) => dropInTime(shown, here(entry), index),
    drop(entry: Entry, slot: TimeSlot): void {
      moveTo(entry, slot);
      void saver.settle();
    },
  };
}

const withMoves = (entries: readonly Entry[], underway: ReadonlyMap<string, string>): Entry[] =>
  entries.map((one) => ({ ...one, at: underway.get(one.id) ?? one.at })).toSorted(byTime);

async function saveMove(
  record: string,
  before: Entry,
  at: string,
  find: (id: string) => Entry | undefined,
): Promise<void> {
  if (before.at === at) return;
  try {
    const change = (old: Entry, entry: Written) => changeEntry(record, old, entry);
    const now = await changeOnce(before, { ...writtenOf(before), at }, { change, find });
    const undo = () => void changeEntry(record, now, { ...writtenOf(now), at: before.at }).catch(sayFailed);
    toast(`Moved to ${timeInWords(at)}`, undo);
  } catch (error) {
    sayFailed(error);
  }
}
