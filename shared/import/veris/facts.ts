/** A value of a document, under its path: `asset.assets[0].variety`. */
export type Fact = { name: string; value: string };

/** Every value of a JSON document, in its order. `factsOf` loses nothing: `documentOf` makes the same document again. */
export function factsOf(document: unknown, name = ''): Fact[] {
  if (Array.isArray(document) && document.length > 0) {
    return document.flatMap((value, index) => factsOf(value, `${name}[${index}]`));
  }
  if (typeof document === 'object' && document !== null && Object.keys(document).length > 0) {
    return Object.entries(document).flatMap(([key, value]) => factsOf(value, name === '' ? key : `${name}.${key}`));
  }
  return [{ name, value: textOf(document) }];
}

/** Text stays as it is, unless it would be taken for a number, for nothing, or for another value of JSON. */
function textOf(value: unknown): string {
  return typeof value === 'string' && valueIn(value) === value && value !== '' ? value : JSON.stringify(value);
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The document that the facts are of; undefined when their names are those of no document, as of facts that a person wrote. */
export function documentIn(facts: readonly Fact[]): unknown {
  try {
    return documentOf(facts);
  } catch (error) {
    if (error instanceof NoDocument) return undefined;
    throw error;
  }
}

class NoDocument extends Error {}

/** @throws NoDocument for a name that is no path, or that is there twice */
export function documentOf(facts: readonly Fact[]): unknown {
  const [only] = facts;
  if (only === undefined) return {};
  if (facts.length === 1 && only.name === '') return valueIn(only.value);
  const isList = only.name.startsWith('[');
  const groups = new Map<string, Fact[]>();
  for (const { name, value } of facts) {
    const [, index, key] = /^(?:\[(\d+)\]|\.?([^.[]+))/.exec(name) ?? [];
    const head = index ?? key;
    if (head === undefined) throw new NoDocument(name);
    const rest = name.slice(index === undefined ? name.indexOf(head) + head.length : head.length + 2);
    groups.set(head, [...(groups.get(head) ?? []), { name: rest, value }]);
  }
  const entries = [...groups].map(([key, group]): [string, unknown] => [key, documentOf(group)]);
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
