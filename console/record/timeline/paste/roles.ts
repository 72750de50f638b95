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

const WORD = /[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu;
/** What stands between two words of one name, however it is spelled: `Ana Lopez`, `ana.lopez`, `ANA_LOPEZ`. */
const WITHIN = /^[\s._'’()-]{1,3}$/;
/** Words of handles that are no names, and stand in every chat. */
const COMMON = new Set(
  'the and for von van der den del admin root user team ops dev sec soc csirt cert security support service desk incident response oncall duty lead manager engineer analyst'.split(
    ' ',
  ),
);

type Spelling = { words: readonly string[]; role: string };

/**
 * Makes roles of people in texts: `@Ana`, `ana.lopez` and `LOPEZ` become what `roles` says of `Ana Lopez`.
 * A word that two people share becomes a role where both have the same.
 */
export function namesToRoles(roles: Readonly<Record<string, string>>): (text: string) => string {
  const spellings = spellingsOf(roles);
  return (text) => {
    const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
      word: folded(word),
      from: index,
      to: index + word.length,
    }));
    let said = '';
    let end = 0;
    for (let at = 0; at < words.length; at += 1) {
      const first = words[at];
      const found = spellings.get(first?.word ?? '')?.find(({ words: name }) =>
        name.every((word, place) => {
          const [before, here] = [words[at + place - 1], words[at + place]];
          return here?.word === word && (place === 0 || WITHIN.test(text.slice(before?.to, here.from)));
        }),
      );
      if (first === undefined || found === undefined) continue;
      const isMention = text[first.from - 1] === '@';
      said += text.slice(end, isMention ? first.from - 1 : first.from) + (found.role === '' ? SOMEBODY : found.role);
      at += found.words.length - 1;
      end = words[at]?.to ?? first.to;
    }
    return said + text.slice(end);
  };
}

/** By their first word, the longest first: whole names, then the words of them. Short words, common ones and machines are no names. */
function spellingsOf(roles: Readonly<Record<string, string>>): Map<string, Spelling[]> {
  const all = new Map<string, Spelling>();
  const add = (words: readonly string[], role: string) => {
    const same = all.get(words.join(' '));
    all.set(words.join(' '), { words, role: same === undefined || same.role === role ? role : '' });
  };
  for (const [name, role] of Object.entries(roles)) {
    if (MACHINE.test(name)) continue;
    const words = (name.match(WORD) ?? []).map(folded);
    if (words.join('').length >= 2) add(words, role);
    for (const word of words.length > 1 ? words : []) {
      if (word.length >= 3 && /\p{L}/u.test(word) && !COMMON.has(word)) add([word], role);
    }
  }
  return Map.groupBy(
    [...all.values()].toSorted((a, b) => b.words.length - a.words.length),
    ({ words: [first = ''] }) => first,
  );
}

const folded = (word: string) => word.normalize('NFC').toLowerCase();
