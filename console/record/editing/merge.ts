import { isObject, isSame, type Json, type JsonObject } from './json.ts';

/** Who wrote something, and when. */
export type Writer = { id: string; name: string; at: string };

/** Two people wrote different things in one place. */
export type Conflict = {
  /** Names from the root to the place. A list is one place: its elements have no names. */
  path: readonly string[];
  base: Json | undefined;
  mine: Json | undefined;
  theirs: Json | undefined;
  /** `theirs` is in no record: it is of a draft that was taken up. */
  isOfDraft?: boolean;
  /** Who left that draft. */
  by?: Writer;
  /** Revisions of the record between which `theirs` was written. */
  revisions?: { from: number; to: number };
};

export type Merged = {
  /** Of both sides; at a conflict it has mine. */
  merged: JsonObject;
  conflicts: readonly Conflict[];
  /** Places that have what they wrote: where I wrote nothing, and lists with the additions of both. */
  taken: readonly (readonly string[])[];
};

/**
 * Merges what two people wrote since both read `base`, field by field. Text is never mixed: a field is mine, theirs, or a conflict.
 * Lists keep the additions of both, each at its place; one in which both changed the same element is one conflict.
 */
export function mergeFields(base: JsonObject, mine: JsonObject, theirs: JsonObject): Merged {
  const conflicts: Conflict[] = [];
  const taken: (readonly string[])[] = [];
  const merged = mergeObjects({ base, mine, theirs }, [], { conflicts, taken });
  return { merged, conflicts, taken };
}

type Sides<Value> = { base: Value; mine: Value; theirs: Value };
type Found = { conflicts: Conflict[]; taken: (readonly string[])[] };

function mergeObjects({ base, mine, theirs }: Sides<JsonObject>, path: readonly string[], found: Found): JsonObject {
  const merged: Record<string, Json> = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])) {
    const sides = { base: own(base, name), mine: own(mine, name), theirs: own(theirs, name) };
    const value = mergeValues(sides, [...path, name], found);
    if (value !== undefined) Object.defineProperty(merged, name, { value, ...PLAIN });
  }
  return merged;
}

/** Also for a field of the name `__proto__`. */
const PLAIN = { enumerable: true, configurable: true, writable: true } as const;
const own = (of: JsonObject, name: string): Json | undefined => (Object.hasOwn(of, name) ? of[name] : undefined);

function mergeValues(sides: Sides<Json | undefined>, path: readonly string[], found: Found): Json | undefined {
  const { base, mine, theirs } = sides;
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) {
    found.taken.push(path);
    return theirs;
  }
  if (isObject(mine) && isObject(theirs) && !isAnotherKind(mine, theirs)) {
    return mergeObjects({ base: isObject(base) ? base : {}, mine, theirs }, path, found);
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const list = mergeLists({ base: Array.isArray(base) ? base : [], mine, theirs });
    if (list !== undefined) {
      if (!isSame(list, mine)) found.taken.push(path);
      return list;
    }
  }
  found.conflicts.push({ path, base, mine, theirs });
  return mine;
}

/** What `kind` says decides which other fields there are: those of two kinds together are none. */
const isAnotherKind = (mine: JsonObject, theirs: JsonObject): boolean =>
  !isSame(own(mine, 'kind'), own(theirs, 'kind'));

/** @returns undefined where they cannot be merged, and are one conflict */
function mergeLists({ base, mine, theirs }: Sides<readonly Json[]>): Json[] | undefined {
  const keyOf = keyedBy([base, mine, theirs]);
  if (keyOf === undefined || isFoughtOver({ base, mine, theirs }, keyOf)) return undefined;
  const [before, own, other] = [base, mine, theirs].map((list) => new Map(list.map((one) => [keyOf(one), one])));
  const isMoved = isReordered(base, theirs, keyOf);
  if (isMoved && isReordered(base, mine, keyOf)) return undefined;
  const merged: Json[] = [];
  for (const key of isMoved ? inPlaces(base, theirs, mine, keyOf) : inPlaces(base, mine, theirs, keyOf)) {
    const inside: Found = { conflicts: [], taken: [] };
    const one = mergeValues({ base: before?.get(key), mine: own?.get(key), theirs: other?.get(key) }, [], inside);
    if (inside.conflicts.length > 0) return undefined;
    if (one !== undefined) merged.push(one);
  }
  return merged;
}

/** How elements of lists are told apart: by their id, or by what they say. Lists that say a thing twice cannot be merged. */
function keyedBy(lists: readonly (readonly Json[])[]): ((one: Json) => string) | undefined {
  const all = lists.flat();
  const key = all.every((one) => isObject(one) && typeof one.id === 'string')
    ? (one: Json) => String((one as JsonObject).id)
    : stable;
  const isUnique = lists.every((list) => new Set(list.map(key)).size === list.length);
  return isUnique ? key : undefined;
}

/** Whether both changed the same element: where nothing but its words tells it from others, both took it out and added one. */
function isFoughtOver({ base, mine, theirs }: Sides<readonly Json[]>, keyOf: (one: Json) => string): boolean {
  const [before, own, other] = [base, mine, theirs].map((list) => new Set(list.map(keyOf)));
  const gone = [...(before ?? [])].some((key) => own?.has(key) === false && other?.has(key) === false);
  const adds = (some?: Set<string>, others?: Set<string>) =>
    [...(some ?? [])].some((key) => before?.has(key) === false && others?.has(key) === false);
  return gone && adds(own, other) && adds(other, own);
}

/** Keys of both lists in the order of the first; what the second one added stands behind what it was added behind. */
function inPlaces(
  base: readonly Json[],
  first: readonly Json[],
  second: readonly Json[],
  keyOf: (one: Json) => string,
): string[] {
  const before = base.map(keyOf);
  const all = first.map(keyOf);
  let last = -1;
  for (const key of second.map(keyOf)) {
    if (before.includes(key)) last = before.indexOf(key);
    if (all.includes(key)) continue;
    // What was added at the end stays there, wherever the last one went.
    const behind = last === before.length - 1 ? -1 : all.indexOf(before[last] ?? '');
    const next = all.findIndex((one, at) => before.indexOf(one) > (behind < 0 ? last : -1) && at > behind);
    all.splice(next < 0 ? all.length : next, 0, key);
  }
  return all;
}

function isReordered(base: readonly Json[], changed: readonly Json[], keyOf: (one: Json) => string): boolean {
  const [before, after] = [base.map(keyOf), changed.map(keyOf)];
  return !isSame(
    after.filter((key) => before.includes(key)),
    before.filter((key) => after.includes(key)),
  );
}

/** The same text for the same value, whatever the order of its names. */
function stable(value: Json): string {
  return JSON.stringify(value, (_, one: Json) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))) : one,
  );
}

export type Choice = 'mine' | 'theirs' | 'both';

/** The content after a conflict was settled. */
export function settle(content: JsonObject, { path, mine, theirs }: Conflict, choice: Choice): JsonObject {
  const value = choice === 'mine' ? mine : choice === 'theirs' ? theirs : bothOf(mine, theirs);
  return at(content, path, value) as JsonObject;
}

/** Text of both stands one under the other; lists have the elements of both. */
function bothOf(mine: Json | undefined, theirs: Json | undefined): Json | undefined {
  if (typeof mine === 'string' && typeof theirs === 'string') return `${mine}\n\n${theirs}`;
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    return [...mine, ...theirs.filter((one) => !mine.some((other) => isSame(one, other)))];
  }
  return mine ?? theirs;
}

function at(content: Json | undefined, path: readonly string[], value: Json | undefined): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const before = isObject(content) ? content : {};
  const next = at(own(before, name), rest, value);
  const others = Object.fromEntries(Object.entries(before).filter(([other]) => other !== name));
  return next === undefined ? others : { ...others, [name]: next };
}
