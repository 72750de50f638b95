export type Random = ReturnType<typeof createRandom>;

/**
 * Numbers that look random and follow from the seed alone: sfc32 of Chris Doty-Humphrey, https://pracrand.sourceforge.net/.
 * Each name of a seed is a sequence of its own, so that one more draw here does not shift every draw there.
 */
export function createRandom(seed: number, name: string) {
  let [a, b, c, counter] = [hash(`${name}/a`) ^ seed, hash(`${name}/b`), seed | 0, 1];
  for (let warm = 0; warm < 12; warm += 1) next();

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  }

  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));

  return {
    /** At least 0, less than 1. */
    fraction: next,
    chance: (probability: number): boolean => probability > 0 && next() < probability,
    /** Both ends included. */
    integer,
    /** Mostly short, sometimes as long as `most`: how waits and latencies are spread. */
    mostlyShort: (most: number): number => Math.floor(next() ** 4 * most),

    pick<Item>(items: readonly Item[]): Item {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },

    shuffled<Item>(items: readonly Item[]): Item[] {
      return items
        .map((item) => ({ item, place: next() }))
        .toSorted((left, right) => left.place - right.place)
        .map(({ item }) => item);
    },
  };
}

/** FNV-1a. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
