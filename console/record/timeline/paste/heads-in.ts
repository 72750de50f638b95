import { dayLine } from './day.ts';
import type { Head, HeadFormat } from './heads.ts';

/** Ends of what is said of a time, and of no name: `We saw the first mail at 8:05`. */
const BEFORE_A_TIME =
  /(?:^|\s)(?:at|by|since|until|till|from|before|after|around|about|approx\.?|circa|ca\.?|to|and|was|is|um|bis|seit|ab|vor|nach|gegen|und|war)$/i;

/** One to four words, each with a capital or a digit, or one handle: `Ana Lopez`, `Jean de la Cruz`, `ana.lopez`. */
const LIKE_A_NAME =
  /^(?:[\p{L}\p{N}@._'’-]+|(?:[\p{Lu}\p{N}(@][^\s]*)(?: (?:von|van|de|der|den|del|la|le|da|di|[\p{Lu}\p{N}(|@-][^\s]*)){0,3})$/u;

/** What a format makes of a text. */
type HeadsIn = {
  /** Lines that begin an entry, by their number, and what they say. */
  heads: ReadonlyMap<number, Head>;
  /** How many lines it explains. */
  explained: number;
  /** Whether most of them are of its form, and not of the one without a name. */
  isOfMost: boolean;
};

export function headsIn(lines: readonly string[], format: HeadFormat): HeadsIn {
  const found = new Map<number, Head>();
  for (const [at, line] of lines.entries()) {
    const head = format.read(line);
    if (head !== undefined) found.set(at, head);
  }
  const named = format.isTextBelow ? peopleOf(lines, found, format) : found;
  const { heads, asides } = withNameless(lines, named, format);
  const explained = heads.size + asides;
  if (!format.isTextBelow) return { heads, explained, isOfMost: named.size * 2 >= explained };
  const withText = [...named.keys()].filter((at) => isText(lines, named, at + 1));
  return { heads, explained, isOfMost: withText.length * 2 > explained };
}

/** The lines of a chat with a name, and those of the same form without one; and how many of these say a time in passing. */
function withNameless(lines: readonly string[], named: ReadonlyMap<number, Head>, { nameless }: HeadFormat) {
  const heads = new Map(named);
  let asides = 0;
  if (nameless === undefined) return { heads, asides };
  const people = [...named];
  let passed = 0;
  for (const [at, line] of lines.entries()) {
    if (people[passed]?.[0] === at) passed += 1;
    const head = named.has(at) ? undefined : nameless(line);
    const isApart = line.trimStart().startsWith('[') || head?.day !== undefined;
    if (head === undefined) continue;
    if (isApart || isBetween(head, people[passed - 1]?.[1], people[passed]?.[1])) heads.set(at, head);
    else asides += 1;
  }
  return { heads, asides };
}

const DAY_MINUTES = 24 * 60;
/** Nearer than this to the line before or after, a line may have come late, or too early. */
const NEAR_MINUTES = 6 * 60;

/**
 * Whether a time may be that of a line between two others. `02:00 the backup ran` between 08:12 and 08:13 goes on with what
 * was said: taken for a time of its own, it would put all that follows on the next day.
 */
function isBetween(head: Head, before: Head | undefined, after: Head | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  const [from, here, to] = [minutesOf(before), minutesOf(head), minutesOf(after)];
  const since = (one: number, other: number) => (other - one + DAY_MINUTES) % DAY_MINUTES;
  const isNear = (other: number) => Math.min(since(here, other), since(other, here)) <= NEAR_MINUTES;
  return isNear(from) || isNear(to) || since(from, here) <= since(from, to);
}

const minutesOf = ({ clock }: Head): number => clock.hour * 60 + clock.minute;

/**
 * Where texts stand below names, a sentence that ends in a time looks like a name, too. A name comes again, or after an empty
 * line, or at least looks like one and has its time written as all others have.
 */
function withTextBelow(lines: readonly string[], found: ReadonlyMap<number, Head>): Map<number, Head> {
  const times = new Map<string, number>();
  for (const { name = '' } of found.values()) times.set(name, (times.get(name) ?? 0) + 1);
  const isFree = (at: number) => (lines[at - 1] ?? '').trim() === '';
  const isSure = (at: number, name: string) =>
    isPerhapsName(name) && ((times.get(name) ?? 0) > 1 || (isFree(at) && name.split(' ').length <= 4));
  const styles = new Set(
    [...found].filter(([at, { name = '' }]) => isSure(at, name)).map(([at]) => styleOf(lines[at] ?? '')),
  );
  const heads = new Map<number, Head>();
  for (const [at, head] of found) {
    const { name = '' } = head;
    const isLike = LIKE_A_NAME.test(name) && (styles.size === 0 || styles.has(styleOf(lines[at] ?? '')));
    // Right below a name stands what was said.
    const isPerson = isLike && isPerhapsName(name) && !heads.has(at - 1);
    if (isSure(at, name) || isPerson) heads.set(at, head);
  }
  return heads;
}

/** `Monday` and `We saw it at` are none. */
const isPerhapsName = (name: string): boolean => !BEFORE_A_TIME.test(name) && dayLine(name) === undefined;

/** How a time at the end of a line is written: with seconds or without, of twelve hours or of all. */
function styleOf(line: string): string {
  const [, seconds = '', half = ''] = /\d{1,2}[:.h]\d{2}([:.]\d{2})?\s?([AaPp]\.?[Mm]\.?)?[^\d]*$/.exec(line) ?? [];
  return `${seconds === '' ? '' : 'seconds'} ${half === '' ? '' : 'half'}`;
}

/** What can be read without a name, too, is of nobody where that name never says anything. */
function peopleOf(lines: readonly string[], found: ReadonlyMap<number, Head>, { nameless }: HeadFormat) {
  if (nameless === undefined) return withTextBelow(lines, found);
  const say = new Set([...found].filter(([at]) => isText(lines, found, at + 1)).map(([, { name }]) => name));
  return new Map([...found].filter(([, { name }]) => say.has(name)));
}

/** Whether something stands there, perhaps after empty lines, that begins no entry. */
function isText(lines: readonly string[], heads: ReadonlyMap<number, Head>, from: number): boolean {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
  return at < lines.length && !heads.has(at);
}
