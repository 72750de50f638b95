import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Action } from '../domain/access.ts';
import type { DomainEvent } from '../domain/events.ts';
import { PostMortemId, RecommendationId } from '../domain/identifiers.ts';
import type { Person } from '../domain/person.ts';
import type { PostMortem } from '../domain/post-mortem.ts';
import * as decide from '../domain/review-record.ts';
import { type ApiDependencies, type ApiEnvironment, allowed } from './api-environment.ts';
import { bodyOf } from './request-body.ts';
import { causeOf, idIn, matchRevision, recordAnswer } from './request-facts.ts';

const Reason = z.strictObject({ reason: z.string().min(10).max(4_000) });
const Approval = z.strictObject({ revision: z.int().positive() });

/** From the author's submission to the second person's word on it. */
export function reviewRoutes({ store, config, now, newId }: ApiDependencies): Hono<ApiEnvironment> {
  const app = new Hono<ApiEnvironment>();
  const record = '/post-mortems/:id';

  async function change(
    context: Context<ApiEnvironment>,
    action: Action,
    decision: (current: PostMortem, by: Person) => DomainEvent[],
  ): Promise<Response> {
    const by = allowed(context.get('caller'), action);
    const changed = await store.changePostMortem(
      idIn(context, 'id', PostMortemId),
      (current) => {
        matchRevision(context, current.revision);
        return decision(current, by);
      },
      causeOf(context, newId),
    );
    return recordAnswer(context, changed, config, 200);
  }

  app.post(`${record}/submit`, (context) =>
    change(context, 'submit records', (current, by) => decide.submit(current, by, config)),
  );

  app.post(`${record}/return`, async (context) => {
    const { reason } = await bodyOf(context, Reason);
    return change(context, 'judge records', (current, by) => decide.returnToAuthors(current, reason, by));
  });

  app.post(`${record}/recommendations/:recommendation/decline`, async (context) => {
    const { reason } = await bodyOf(context, Reason);
    const id = idIn(context, 'recommendation', RecommendationId);
    return change(context, 'judge records', (current, by) => decide.declineRecommendation(current, id, reason, by));
  });

  app.post(`${record}/approve`, async (context) => {
    const { revision } = await bodyOf(context, Approval);
    return change(context, 'judge records', (current, by) => decide.approve(current, revision, by, now(), config));
  });

  return app;
}
