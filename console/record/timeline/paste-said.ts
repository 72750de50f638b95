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
  const wordsThen = new Map(before.reading.entries.map(({ line, text }) => [line, text]));
  const same = reading.entries.filter(({ line, text }) => wordsThen.get(line) === text);
  return {
    reading,
    when: { ...before.when, isConfirmed: false },
    roles: Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, before.roles[name] ?? role])),
    changes: Object.fromEntries(
      same.flatMap(({ line }) => {
        const change = before.changes[line];
        return change === undefined ? [] : [[line, change]];
      }),
    ),
    looked: before.looked,
  };
}
