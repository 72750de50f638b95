import { type Context, Hono } from 'hono';
import { ContributingFactorDraft, RootCauseDraft } from '../domain/causes.ts';
import type { DomainEvent } from '../domain/events.ts';
import { PartId, PostMortemId, RecommendationId } from '../domain/identifiers.ts';
import type { Person } from '../domain/person.ts';
import type { PostMortem } from '../domain/post-mortem.ts';
import { RecommendationDraft } from '../domain/recommendation.ts';
import { SECTIONS, SectionName, WrittenSection } from '../domain/sections.ts';
import { TimelineEntryDraft } from '../domain/timeline.ts';
import * as decide from '../domain/write-record.ts';
import { NotFound } from '../store/errors.ts';
import { type ApiDependencies, type ApiEnvironment, allowed } from './api-environment.ts';
import { bodyOf } from './request-body.ts';
import { causeOf, idIn, matchRevision, recordAnswer } from './request-facts.ts';

/** Reading a record, and filling it in. */
export function recordRoutes({ store, openReviews, config, newId }: ApiDependencies): Hono<ApiEnvironment> {
  const app = new Hono<ApiEnvironment>();
  const record = '/post-mortems/:id';

  async function write(
    context: Context<ApiEnvironment>,
    decision: (current: PostMortem, by: Person) => DomainEvent[],
    status: 200 | 201 = 200,
  ): Promise<Response> {
    const by = allowed(context.get('caller'), 'write records');
    const id = idIn(context, 'id', PostMortemId);
    const changed = await store.changePostMortem(
      id,
      (current) => {
        matchRevision(context, current.revision);
        return decision(current, by);
      },
      causeOf(context, newId),
    );
    return recordAnswer(context, changed, config, status);
  }

  app.get('/post-mortems', async (context) => {
    allowed(context.get('caller'), 'read records');
    return context.json({ postMortems: await openReviews() });
  });

  app.get('/incident-tickets/:source/:key/post-mortem', async (context) => {
    allowed(context.get('caller'), 'read records');
    const { source, key } = context.req.param();
    const id = await store.postMortemOfKey(source, key);
    if (id === undefined) throw new NotFound(`post-mortem for the incident ticket ${key} of ${source}`);
    return context.json({ id });
  });

  app.get(record, async (context) => {
    allowed(context.get('caller'), 'read records');
    const id = idIn(context, 'id', PostMortemId);
    const found = await store.postMortem(id);
    if (found === undefined) throw new NotFound(`post-mortem ${id}`);
    return recordAnswer(context, found, config, 200);
  });

  app.get(`${record}/events`, async (context) => {
    allowed(context.get('caller'), 'read records');
    return context.json({ events: await store.events(idIn(context, 'id', PostMortemId)) });
  });

  app.put(`${record}/sections/:section`, async (context) => {
    const section = idIn(context, 'section', SectionName);
    const content = await bodyOf<unknown>(context, SECTIONS[section]);
    const written = WrittenSection.parse({ section, content });
    return write(context, (current, by) => decide.writeSection(current, written, by));
  });

  app.post(`${record}/timeline`, async (context) => {
    const draft = await bodyOf(context, TimelineEntryDraft);
    const entry = { ...draft, id: PartId.parse(newId()), origin: 'person' as const };
    return write(context, (current, by) => decide.addTimelineEntry(current, entry, by), 201);
  });

  app.post(`${record}/root-causes`, async (context) => {
    const rootCause = { ...(await bodyOf(context, RootCauseDraft)), id: PartId.parse(newId()) };
    return write(context, (current, by) => decide.addRootCause(current, rootCause, by), 201);
  });

  app.post(`${record}/contributing-factors`, async (context) => {
    const factor = { ...(await bodyOf(context, ContributingFactorDraft)), id: PartId.parse(newId()) };
    return write(context, (current, by) => decide.addContributingFactor(current, factor, by), 201);
  });

  app.post(`${record}/recommendations`, async (context) => {
    const draft = await bodyOf(context, RecommendationDraft);
    const id = RecommendationId.parse(newId());
    return write(context, (current, by) => decide.proposeRecommendation(current, id, draft, by), 201);
  });

  return app;
}
