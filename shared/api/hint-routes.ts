import { Hono } from 'hono';
import { hintsOf } from '../domain/hints/hints-of.ts';
import { PostMortemId } from '../domain/identifiers.ts';
import { recommendationTemplatesFor } from '../domain/recommendation-templates/recommendation-templates.ts';
import { NotFound } from '../store/errors.ts';
import { type ApiDependencies, type ApiEnvironment, allowed } from './api-environment.ts';
import { idIn } from './request-facts.ts';

/** A person reads the first of them; a longer timeline is a log. */
const ENTRIES_LOOKED_AT = 500;

/** What helps to write a good review: hints about its wording, and recommendations that others found good. */
export function hintRoutes({ store, config }: ApiDependencies): Hono<ApiEnvironment> {
  const app = new Hono<ApiEnvironment>();

  app.get('/post-mortems/:id/hints', async (context) => {
    allowed(context.get('caller'), 'read records');
    const id = idIn(context, 'id', PostMortemId);
    const [record, timeline] = await Promise.all([
      store.postMortem(id),
      store.timelinePage(id, { limit: ENTRIES_LOOKED_AT }),
    ]);
    if (record === undefined) throw new NotFound(`post-mortem ${id}`);
    context.header('etag', `"${record.revision}"`);
    return context.json({ hints: hintsOf(record, timeline.entries) });
  });

  app.get('/recommendation-templates', (context) => {
    allowed(context.get('caller'), 'read records');
    const templates = recommendationTemplatesFor(context.req.query('category'), config.recommendationTemplates);
    return context.json({ templates });
  });

  return app;
}
