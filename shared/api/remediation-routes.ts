import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Action } from '../domain/access.ts';
import * as decide from '../domain/decide-remediation.ts';
import type { DomainEvent } from '../domain/events.ts';
import { Instant, PartId, PostMortemId, RecommendationId } from '../domain/identifiers.ts';
import type { Person } from '../domain/person.ts';
import type { Remediation } from '../domain/remediation.ts';
import { Attestation } from '../domain/verification.ts';
import { NotFound } from '../store/errors.ts';
import { type ApiDependencies, type ApiEnvironment, allowed } from './api-environment.ts';
import { bodyOf } from './request-body.ts';
import { causeOf, idIn } from './request-facts.ts';

const Word = z.strictObject(Attestation.pick({ check: true, outcome: true, note: true }).shape);
const RiskAcceptance = z.strictObject({
  until: Instant,
  reason: z.string().min(10).max(4_000),
  compensatingControl: z.string().min(10).max(4_000),
});
const Cancellation = z.strictObject({ reason: z.string().min(10).max(4_000) });

/** What people decide about remediations; their tickets are worked in Jira. */
export function remediationRoutes({ store, now, newId }: ApiDependencies): Hono<ApiEnvironment> {
  const app = new Hono<ApiEnvironment>();
  const remediations = '/post-mortems/:id/remediations';

  async function change(
    context: Context<ApiEnvironment>,
    action: Action,
    decision: (current: Remediation, by: Person) => DomainEvent[],
  ): Promise<Response> {
    const by = allowed(context.get('caller'), action);
    const remediationId = idIn(context, 'remediation', RecommendationId);
    const { remediation } = await store.changeRemediation(
      idIn(context, 'id', PostMortemId),
      remediationId,
      (current) => {
        if (current === undefined) throw new NotFound(`remediation ${remediationId}`);
        return decision(current, by);
      },
      causeOf(context, newId),
    );
    return context.json(remediation);
  }

  app.get(remediations, async (context) => {
    allowed(context.get('caller'), 'read records');
    return context.json({ remediations: await store.remediations(idIn(context, 'id', PostMortemId)) });
  });

  app.post(`${remediations}/:remediation/attestations`, async (context) => {
    const word = await bodyOf(context, Word);
    return change(context, 'attest fixes', (current, by) =>
      decide.attest(current, { ...word, id: PartId.parse(newId()), by, at: now() }),
    );
  });

  app.post(`${remediations}/:remediation/risk-acceptance`, async (context) => {
    const request = await bodyOf(context, RiskAcceptance);
    return change(context, 'accept risks', (current, by) => decide.acceptRisk(current, request, by, now()));
  });

  app.post(`${remediations}/:remediation/cancel`, async (context) => {
    const { reason } = await bodyOf(context, Cancellation);
    return change(context, 'cancel remediations', (current, by) => decide.cancel(current, reason, by, now()));
  });

  return app;
}
