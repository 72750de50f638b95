import * as z from 'zod';
import type { AskDataCenter, CloudRequest } from './ask-data-center.ts';

const Comment = z.looseObject({ id: z.string() });
const Page = z.looseObject({ comments: z.array(Comment) });
const Ids = z.object({ ids: z.array(z.int()) });

/** Comments that are remembered: more than one issue may have on Cloud. */
const REMEMBERED = 5_000;

/**
 * Comments with their properties. Data Center hands those out with the list of an issue's comments, and cannot be asked for
 * comments by their ids. So the second question of whoever looks for a mark is answered from what the first one brought.
 */
export function commentReads(ask: AskDataCenter) {
  const seen = new Map<string, z.infer<typeof Comment>>();
  return {
    async list({ url, searchParams = {} }: CloudRequest) {
      const page = Page.parse(
        await ask({ url, method: 'GET', searchParams: { ...searchParams, expand: 'properties' } }),
      );
      if (seen.size + page.comments.length > REMEMBERED) seen.clear();
      for (const comment of page.comments) seen.set(comment.id, comment);
      return page;
    },

    byIds({ body }: CloudRequest) {
      const { ids } = Ids.parse(body);
      const values = ids.flatMap((id) => seen.get(String(id)) ?? []);
      return Promise.resolve({ startAt: 0, maxResults: ids.length, total: values.length, isLast: true, values });
    },
  };
}
