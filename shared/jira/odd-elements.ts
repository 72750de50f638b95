import * as z from 'zod';
import { JiraUnsure } from './jira-errors.ts';

/** Something in a list of Jira's that we cannot read, told without a word of the ticket. */
export type OddElement = {
  kind: 'issue' | 'comment' | 'change';
  /** Id of the element; `?` when it has none. */
  id: string;
  /** Paths of what is wrong in it, with the codes of zod. */
  because: string;
};

export type TellOdd = (odd: OddElement) => void;

const Identified = z.object({ id: z.string().regex(/^\d{1,20}$/) });

/** Reads a list element by element: an odd one is told, and the others are read. */
export function readEach<Schema extends z.ZodType>(
  schema: Schema,
  elements: readonly unknown[],
  kind: OddElement['kind'],
  tellOdd: TellOdd,
): z.infer<Schema>[] {
  return elements.flatMap((element) => {
    const parsed = schema.safeParse(element);
    if (parsed.success) return [parsed.data];
    const because = parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ');
    tellOdd({ kind, id: Identified.safeParse(element).data?.id ?? '?', because });
    return [];
  });
}

/** The list in an answer. @throws JiraUnsure when there is none: an answer without its list says nothing */
export function listIn(endpoint: string, name: string, list: unknown): unknown[] {
  if (Array.isArray(list)) return list;
  throw new JiraUnsure(endpoint, `the answer has no list "${name}"`);
}
