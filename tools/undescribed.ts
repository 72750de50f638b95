import * as z from 'zod';

const Node = z.record(z.string(), z.unknown());
/** Keywords with values of the API in them, and no schemas. */
const VALUES = new Set(['default', 'const', 'enum', 'example', 'examples']);

/**
 * Places of an OpenAPI description at which something has no description: fields, named schemas, parameters, and headers of answers.
 * Redocly has rules for parameters and operations, and none for the rest.
 */
export function undescribedIn(description: unknown): string[] {
  return [...placesIn(description, '#')];
}

function* placesIn(node: unknown, path: string): Generator<string> {
  if (Array.isArray(node)) {
    for (const [index, one] of node.entries()) yield* placesIn(one, `${path}/${index}`);
    return;
  }
  const read = Node.safeParse(node);
  if (!read.success) return;
  for (const [name, value] of Object.entries(read.data)) {
    if (VALUES.has(name)) continue;
    const place = `${path}/${name}`;
    if (!DESCRIBED.has(name)) {
      yield* placesIn(value, place);
      continue;
    }
    yield* withoutWords(value, place);
    // What is held has names of its own, which may be those of keywords.
    for (const [held, one] of Object.entries(Object(value))) yield* placesIn(one, `${place}/${held}`);
  }
}

/** What holds things that are to be described. */
const DESCRIBED = new Set(['properties', 'schemas', 'parameters', 'headers']);

function* withoutWords(held: unknown, path: string): Generator<string> {
  for (const [name, one] of Object.entries(Object(held))) {
    const read = Node.safeParse(one);
    if (read.success && read.data.description === undefined) yield `${path}/${name}`;
  }
}
