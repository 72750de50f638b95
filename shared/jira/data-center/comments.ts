import * as z from 'zod';
import type { AskDataCenter, CloudRequest } from './ask-data-center.ts';

const Comment = z.looseObject({ id: z.string() });
type Comment = z.infer<typeof Comment>;
const Page = z.object({ comments: z.array(z.unknown()) });
const Ids = z.object({ ids: z.array(z.number()) });

/** Comments that are remembered: more than one issue may have on Cloud. */
const REMEMBERED = 5_000;

/**
 * Comments with their properties. Data Center hands those out with the list of an issue's comments, and cannot be asked for
 * comments by their ids. So the second question of whoever looks for a mark is answered from what the first one brought.
 */
export function commentReads(ask: AskDataCenter) {
  const seen = new Map<string, Comment>();
  return {
    /** What is odd in the answer, or lacking, is for whoever asked. */
    async list({ url, searchParams = {} }: CloudRequest): Promise<unknown> {
      const answer = await ask({ url, method: 'GET', searchParams: { ...searchParams, expand: 'properties' } });
      const { comments } = Page.safeParse(answer).data ?? { comments: [] };
      if (seen.size + comments.length > REMEMBERED) seen.clear();
      for (const comment of comments.flatMap((given) => Comment.safeParse(given).data ?? [])) {
        seen.set(comment.id, comment);
      }
      return answer;
    },

    byIds({ body }: CloudRequest) {
      const { ids } = Ids.parse(body);
      const values = ids.flatMap((id) => seen.get(String(id)) ?? []);
      return Promise.resolve({ startAt: 0, maxResults: ids.length, total: values.length, isLast: true, values });
    },
  };
}
