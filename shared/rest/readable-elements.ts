import type * as z from 'zod';

/** Ids that systems make, and nobody else. */
const MADE_ID = /^[\w~-]{1,64}$/;

/**
 * Reads a list element by element: one that cannot be read is told, and passed over.
 *
 * @param onOdd told the paths of what is wrong, and never a word of it
 */
export function readableElements<Schema extends z.ZodType>(
  schema: Schema,
  elements: readonly unknown[],
  kind: string,
  onOdd: (odd: { kind: string; id: string; because: string }) => void,
): z.output<Schema>[] {
  return elements.flatMap((element) => {
    const parsed = schema.safeParse(element);
    if (parsed.success) return [parsed.data];
    const id: unknown = Object(element).id;
    const because = parsed.error.issues
      .slice(0, 5)
      .map(({ path, code }) => `${path.join('.')}: ${code}`)
      .join('; ');
    onOdd({ kind, id: typeof id === 'string' && MADE_ID.test(id) ? id : '?', because });
    return [];
  });
}
