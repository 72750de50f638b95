import { isObject, isSame, type Json, type JsonObject } from './json.ts';

/** Two people wrote different things in one place. */
export type Conflict = {
  /** Names from the root to the place. A list is one place: its elements have no names. */
  path: readonly string[];
  base: Json | undefined;
  mine: Json | undefined;
  theirs: Json | undefined;
  /** `theirs` is in no record: it is of a draft that was taken up. */
  isOfDraft?: boolean;
};

export type Merged = {
  /** Of both sides; at a conflict it has mine. */
  merged: JsonObject;
  conflicts: readonly Conflict[];
  /** Places that have what they wrote, where I wrote nothing. */
  taken: readonly (readonly string[])[];
};

/**
 * Merges what two people wrote since both read `base`, field by field. Text is never mixed: a field is mine, theirs, or a conflict.
 * Lists keep the additions of both.
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
  if (isObject(mine) && isObject(theirs)) {
    return mergeObjects({ base: isObject(base) ? base : {}, mine, theirs }, path, found);
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const list = mergeLists({ base: Array.isArray(base) ? base : [], mine, theirs }, path, found);
    if (list !== undefined) return list;
  }
  found.conflicts.push({ path, base, mine, theirs });
  return mine;
}

/** @returns undefined where they cannot be merged, and are one conflict */
function mergeLists(sides: Sides<readonly Json[]>, path: readonly string[], found: Found): Json[] | undefined {
  const keyed = keyedBy(Object.values(sides));
  if (keyed === undefined) return undefined;
  const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map(
    (list) => new Map(list.map((one) => [keyed(one), one])),
  );
  if (base === undefined || mine === undefined || theirs === undefined) return undefined;
  const merged: Json[] = [];
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const of = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
    const value = mergeValues(of, [...path, key], found);
    if (value !== undefined) merged.push(value);
    // What I took out and they changed waits for a word, and stays until then.
    else if (of.theirs !== undefined && !isSame(of.theirs, of.base)) merged.push(of.theirs);
  }
  return isReordered(sides.base, sides.mine) && isReordered(sides.base, sides.theirs) ? undefined : merged;
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

function isReordered(base: readonly Json[], changed: readonly Json[]): boolean {
  const kept = changed.map(stable).filter((one) => base.some((other) => stable(other) === one));
  const before = base.map(stable).filter((one) => kept.includes(one));
  return !isSame(kept, before);
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
  if (Array.isArray(content)) return atElement(content, name, rest, value);
  const before = isObject(content) ? content : {};
  const next = at(own(before, name), rest, value);
  const others = Object.fromEntries(Object.entries(before).filter(([other]) => other !== name));
  return next === undefined ? others : { ...others, [name]: next };
}

function atElement(list: readonly Json[], key: string, rest: readonly string[], value: Json | undefined): Json[] {
  const isIt = (one: Json) => (isObject(one) && one.id === key) || stable(one) === key;
  const place = list.findIndex(isIt);
  const next = at(place < 0 ? undefined : list[place], rest, value);
  const kept = list.filter((one) => !isIt(one));
  if (next === undefined) return kept;
  return place < 0 ? [...kept, next] : [...kept.slice(0, place), next, ...kept.slice(place)];
}
