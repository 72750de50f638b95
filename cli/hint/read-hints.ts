import * as z from 'zod';
import type { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import { Author } from '../../shared/domain/words/person.ts';
import type { Api } from '../api/api.ts';

const ReadHint = z.object({
  path: z.string(),
  about: z.string(),
  excerpt: z.string(),
  message: z.string(),
  suggestion: z.string(),
  dismissed: z.object({ because: z.string(), by: Author, at: z.string() }).optional(),
});
export type ReadHint = z.infer<typeof ReadHint>;

const Page = z.object({ hints: z.array(ReadHint), next: z.string().optional() });

/** All hints about a record, page by page. */
export async function readHints(api: Api, id: PostMortemId): Promise<ReadHint[]> {
  const hints: ReadHint[] = [];
  let cursor: string | undefined;
  do {
    const call = { method: 'GET' as const, path: `/post-mortems/${id}/hints`, query: { limit: '100', cursor } };
    const { body } = await api.call(Page, call);
    hints.push(...body.hints);
    cursor = body.next;
  } while (cursor !== undefined);
  return hints;
}

/** Hints that want an answer first, each with what to write instead; then those that were dismissed, with the reason. */
export function hintLines(hints: readonly ReadHint[]): string {
  if (hints.length === 0) return 'no hints\n';
  const open = hints.filter(({ dismissed }) => dismissed === undefined);
  return [
    ...open.map(({ path, about, excerpt, suggestion }) => `${path}: "${excerpt}" (${about})\n  ${suggestion}\n`),
    ...hints.flatMap(({ path, about, excerpt, dismissed }) =>
      dismissed === undefined
        ? []
        : [`${path}: "${excerpt}" (${about})\n  dismissed by ${nameOf(dismissed.by)}: ${dismissed.because}\n`],
    ),
  ].join('');
}

const nameOf = (by: Author): string => by.name ?? by.id;
