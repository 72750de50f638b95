import { useRef, useState } from 'preact/hooks';
import type { Entry } from '../entries.ts';
import { toggled } from './toggled.ts';

export type Choosing = ReturnType<typeof useChoosing>;

/** Entries that are chosen, of those that are shown, to be changed together. */
export function useChoosing(shown: readonly Entry[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>();
  const last = useRef<string | undefined>(undefined);
  const order = shown.map(({ id }) => id);
  return {
    isOn: ids !== undefined,
    chosen: shown.filter(({ id }) => ids?.has(id) === true),
    has: (id: string) => ids?.has(id) === true,
    start: () => setIds(new Set()),
    stop() {
      last.current = undefined;
      setIds(undefined);
    },
    choose: (chosen: readonly string[]) => setIds((now) => (now === undefined ? now : new Set(chosen))),
    all: () => setIds(new Set(order)),
    toggle(id: string, isRange: boolean) {
      const from = isRange ? last.current : undefined;
      last.current = id;
      setIds((now) => toggled(order, now ?? new Set(), id, from));
    },
  };
}
