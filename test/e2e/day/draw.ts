import type { RandomSource } from '../storm/seeded-random.ts';

/** Draws from a seeded sequence. */
export type Draw = ReturnType<typeof drawFrom>;

export function drawFrom(random: RandomSource) {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('there is nothing to draw from');
    return item;
  };
  return {
    pick,
    chance: (probability: number): boolean => random() < probability,
    /** Both ends may come. */
    integer: (from: number, to: number): number => from + Math.floor(random() * (to - from + 1)),
    /** Picks a name by its weight. */
    weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
      const names = Object.keys(weights).filter((name): name is Name => name in weights);
      let left = random() * names.reduce((sum, name) => sum + weights[name], 0);
      return (
        names.find((name) => {
          left -= weights[name];
          return left < 0;
        }) ?? pick(names)
      );
    },
  };
}

/** Counts by name, for the table that a run prints. */
export type Tally = ReturnType<typeof createTally>;

export function createTally() {
  const counts = new Map<string, number>();
  return {
    count(name: string, times = 1): void {
      counts.set(name, (counts.get(name) ?? 0) + times);
    },
    total: (): number => [...counts.values()].reduce((sum, count) => sum + count, 0),
    of: (name: string): number => counts.get(name) ?? 0,
    all: (): Record<string, number> => Object.fromEntries([...counts].toSorted(([a], [b]) => a.localeCompare(b))),
  };
}
