import type { PasteEntry } from './pasted.ts';

const MACHINE =
  /[a-z]Bot$|(^|[\s_-])([Bb]ot|[Aa]pp|[Ss]ystem|[Aa]lert([Mm]anager|s)?|[Pp]ager([Dd]uty)?|[Jj]ira|[Gg]it[Hh]ub|[Jj]enkins|[Ww]ebhook|[Ww]orkflow)([\s_-]|$)/;

/** Everybody who wrote, once, with the role that is guessed: that of a machine, or none. */
export function rolesFor(entries: readonly PasteEntry[]): Record<string, string> {
  const names = new Set(entries.flatMap(({ name }) => (name === undefined ? [] : [name])));
  return Object.fromEntries([...names].map((name) => [name, MACHINE.test(name) ? 'system' : '']));
}

/** In the place of a person whose role nobody said. */
const SOMEBODY = 'somebody';

/**
 * A text in which people are roles: `@Ana`, `Ana Lopez` and `Ana` become what `roles` says of `Ana Lopez`.
 *
 * @returns the text, and how often somebody was named in it
 */
export function withoutNames(text: string, roles: Readonly<Record<string, string>>): { text: string; named: number } {
  let named = 0;
  let result = text;
  for (const [spelling, role] of spellings(roles)) {
    result = result.replace(new RegExp(`(?<![\\p{L}\\p{N}])@?${escaped(spelling)}(?![\\p{L}\\p{N}])`, 'giu'), () => {
      named += 1;
      return role === '' ? SOMEBODY : role;
    });
  }
  return { text: result, named };
}

/** Whole names first, then the words of them: `Ana Lopez` before `Ana`. Short words and machines are too common to be names. */
function spellings(roles: Readonly<Record<string, string>>): [spelling: string, role: string][] {
  const people = Object.entries(roles).filter(([name]) => !MACHINE.test(name));
  const whole = people.map(([name, role]): [string, string] => [name, role]);
  const words = people.flatMap(([name, role]) =>
    name
      .split(/[\s._-]+/)
      .filter((word) => word.length >= 3 && /^\p{Lu}/u.test(word))
      .map((word): [string, string] => [word, role]),
  );
  return [...whole, ...words].filter(([spelling]) => spelling.length >= 2).toSorted(([a], [b]) => b.length - a.length);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
