import type { Random } from '../../faults/weather/random.ts';
import { DAY, HOUR, isWithin, type Span } from './spans.ts';

/** A time for which a fix does not work, in truth, and the resources on which it does not. */
export type BadSpell = Span & { readonly resources: readonly string[] };

export type Repair = 'well' | 'not at all' | 'drifts later' | 'on and off';

export type Truth = ReturnType<typeof createTruth>;

/**
 * Whether a fix works, which nobody in the simulation knows. It is drawn anew each time that people close the ticket.
 *
 *     flaw ──────▶ closed: drifts later ───── bad ─────▶ reopened, closed again: well
 */
export function createTruth(resources: readonly string[], begin: number, end: number, random: Random) {
  let spells: BadSpell[] = [{ from: begin - 365 * DAY, to: Number.POSITIVE_INFINITY, resources }];
  const repairs: { at: number; repair: Repair }[] = [];

  function draw(): Repair {
    const share = random.fraction();
    if (share < 0.6) return 'well';
    if (share < 0.75) return 'not at all';
    return share < 0.9 ? 'drifts later' : 'on and off';
  }

  function spellsAfter(at: number, repair: Repair): BadSpell[] {
    const bad = (from: number, to: number): BadSpell => ({ from, to, resources: affected });
    const affected = random.chance(0.5) ? resources : [random.pick(resources)];
    switch (repair) {
      case 'well':
        return [];
      case 'not at all':
        return [bad(at, Number.POSITIVE_INFINITY)];
      case 'drifts later':
        return [bad(at + random.integer(5 * DAY, 200 * DAY), Number.POSITIVE_INFINITY)];
      case 'on and off': {
        const found: BadSpell[] = [];
        const spellCount = random.pick([3, 8, 30]);
        for (let from = at + random.integer(0, 20 * DAY); from < end && found.length < spellCount; ) {
          const to = from + random.integer(2 * HOUR, 72 * HOUR);
          found.push(bad(from, to));
          from = to + random.integer(2 * HOUR, 72 * HOUR);
        }
        return found;
      }
    }
  }

  return {
    /** The ticket is closed: what people did begins to count. A bot did nothing. */
    close(at: number, isBot: boolean): Repair {
      const repair = isBot ? random.pick(['not at all', 'on and off'] as const) : draw();
      repairs.push({ at, repair });
      const before = spells.filter(({ from }) => from < at).map((one) => ({ ...one, to: Math.min(one.to, at) }));
      spells = [...before, ...spellsAfter(at, repair)];
      return repair;
    },
    isBad: (resource: string, at: number): boolean =>
      spells.some((one) => isWithin(one, at) && one.resources.includes(resource)),
    spells: (): readonly BadSpell[] => spells,
    repairs: (): readonly { at: number; repair: Repair }[] => repairs,
  };
}
