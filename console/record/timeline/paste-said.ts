import type { Line } from './paste/lines.ts';
import type { PasteReading } from './paste/pasted.ts';
import type { When } from './paste/place-in-time.ts';
import { rolesFor } from './paste/roles.ts';

/** What a person said of a paste. */
export type PasteSaid = {
  reading: PasteReading;
  when: When;
  roles: Readonly<Record<string, string>>;
  changes: Readonly<Record<number, Partial<Line>>>;
  /** Lines that were looked at, with their words: other words are another line. */
  looked: ReadonlyMap<number, string>;
};

/** What is to be said of a reading. Of what was said of the text before, all stays that is still about the same. */
export function saidOf(reading: PasteReading, zone: string, before?: PasteSaid): PasteSaid {
  const roles = rolesFor(reading.entries);
  if (before === undefined) {
    const when: When = { day: '', zone, dayOrder: '', isConfirmed: false };
    return { reading, when, roles, changes: {}, looked: new Map() };
  }
  if (before.reading === reading) return before;
  const lineNow = byWords(reading);
  /** What was said of lines, at their new numbers. */
  const moved = <Said>(said: (line: number) => Said | undefined): [number, Said][] =>
    [...byWords(before.reading)].flatMap(([words, line]) => {
      const [now, one] = [lineNow.get(words), said(line)];
      return now === undefined || one === undefined ? [] : [[now, one]];
    });
  return {
    reading,
    when: { ...before.when, isConfirmed: false },
    roles: Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, before.roles[name] ?? role])),
    changes: Object.fromEntries(moved((line) => before.changes[line])),
    looked: new Map(moved((line) => before.looked.get(line))),
  };
}

/** Lines by their text, and the how manieth with it they are. */
function byWords({ entries }: PasteReading): Map<string, number> {
  const times = new Map<string, number>();
  return new Map(
    entries.map(({ line, text }) => {
      const before = times.get(text) ?? 0;
      times.set(text, before + 1);
      return [`${before} ${text}`, line];
    }),
  );
}
