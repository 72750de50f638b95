import { useEffect, useRef, useState } from 'preact/hooks';
import { useAct } from '../../data/act.ts';
import { readListsAnew } from '../../lists/read-lists-anew.ts';
import { toast } from '../../parts/toasts.tsx';
import { type FoundRecord, foundRecords, UnfitFile } from './found-records.ts';
import { takeAll } from './take-all.ts';
import { type Ending, NOT_ANSWERED, type TakenIn, takeIn } from './take-in.ts';

type Progress = { isRehearsal: boolean; done: number; of: number; waitsSeconds?: number | undefined };
export type TakingIn = ReturnType<typeof useTakingIn>;

/** Files that were chosen, what is to become of their records, and what became of them. */
export function useTakingIn() {
  const [found, setFound] = useState<readonly FoundRecord[]>([]);
  const [unfit, setUnfit] = useState<readonly { file: string; why: string }[]>([]);
  const [ending, setEnding] = useState<Ending>('as it says');
  const [taken, setTaken] = useState<ReadonlyMap<FoundRecord, TakenIn>>(new Map());
  const [progress, setProgress] = useState<Progress>({ isRehearsal: true, done: 0, of: 0 });
  /** At which the last run broke off. */
  const [brokenOffAt, setBrokenOffAt] = useState<FoundRecord>();
  const unanswered = useRef(new Set<FoundRecord>());
  const stopper = useRef(new AbortController());
  const stop = () => stopper.current.abort();
  useEffect(() => () => stopper.current.abort(), []);

  const choose = useAct(async (files: readonly File[]) => {
    const read = await Promise.all(files.map(recordsIn));
    // What runs still is about the files before.
    stop();
    setFound(read.flatMap(({ records }) => records));
    setUnfit(read.flatMap(({ file, why }) => (why === undefined ? [] : [{ file, why }])));
    setTaken(new Map());
    setBrokenOffAt(undefined);
  });
  const run = useAct(async (isRehearsal: boolean) => {
    stopper.current = new AbortController();
    const { signal: stopped } = stopper.current;
    const isAnew = isRehearsal && found.every((one) => taken.has(one));
    // What was done stays done: after a stop or a broken connection the rest goes on.
    const known = new Map(isAnew ? [] : taken);
    const rest = found.filter((one) =>
      isRehearsal ? !known.has(one) : known.get(one)?.outcome === 'would be imported',
    );
    let done = 0;
    const tell = (waitsSeconds?: number) => setProgress({ isRehearsal, done, of: rest.length, waitsSeconds });
    const put = (one: FoundRecord, became: TakenIn) => {
      known.set(one, became);
      done += 1;
      setTaken(new Map(known));
      tell();
    };
    tell();
    setBrokenOffAt(undefined);
    try {
      await takeAll(rest, {
        take: async (one) => put(one, await takeIn(one, { ending, isRehearsal })),
        waits: tell,
        stopped,
        unanswered: unanswered.current,
        passOver: (one) => put(one, NOT_ANSWERED),
      });
    } catch (error) {
      setBrokenOffAt(rest[done]);
      throw error;
    } finally {
      if (!isRehearsal) tellOf(rest.filter((one) => known.get(one)?.outcome === 'imported').length);
    }
  });
  return {
    ...{ found, unfit, ending, taken, progress, brokenOffAt, choose, run, stop },
    setEnding(next: Ending) {
      stop();
      setEnding(next);
      unanswered.current.clear();
      setTaken(new Map());
    },
  };
}

/** Also after a break: what is written is there, and the lists show it. */
function tellOf(count: number): void {
  readListsAnew('records', 'my-work', 'summary');
  toast(`${count} taken in`);
}

type ReadFile = { file: string; records: FoundRecord[]; why?: string };

async function recordsIn(file: File): Promise<ReadFile> {
  try {
    return { file: file.name, records: foundRecords(file.name, await file.text()) };
  } catch (error) {
    if (!(error instanceof UnfitFile)) throw error;
    return { file: file.name, records: [], why: error.message };
  }
}
