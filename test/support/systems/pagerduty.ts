import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { WEBHOOK_SECRET } from '../world/world.ts';

export const PAGERDUTY_SITE = 'acme.pagerduty.com';
/** One account, as a team configures it that wants notes. */
export const PAGERDUTY = { acme: { site: PAGERDUTY_SITE, from: 'holdfast@acme.com' } };

const SAM = { id: 'PXRUEF2', type: 'user_reference', summary: 'Sam Okafor' };

/**
 * A webhook of version 3 as PagerDuty sends it when an incident is resolved, with what matters to the case: the shape of
 * github.com/PagerDuty/developer-docs, docs/webhooks/01-Overview.md. `incident_type` is in none of its examples, and in recorded ones.
 */
export const resolvedWebhook = (incident: Record<string, unknown> = {}, event: Record<string, unknown> = {}) => ({
  event: {
    id: '5ac64822-4adc-4fda-ade0-410becf0de4f',
    event_type: 'incident.resolved',
    resource_type: 'incident',
    occurred_at: '2026-11-21T09:59:00.169Z',
    agent: SAM,
    client: { name: 'PagerDuty' },
    data: {
      id: 'PGR0VU2',
      type: 'incident',
      self: 'https://api.pagerduty.com/incidents/PGR0VU2',
      html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
      number: 2,
      status: 'resolved',
      incident_key: 'd3640fbd41094207a1c11e58e46b1662',
      created_at: '2026-11-20T15:16:27Z',
      title: 'Sign-ins from two continents',
      service: { id: 'PF9KMXH', type: 'service_reference', summary: 'API Service' },
      assignees: [SAM],
      teams: [{ id: 'PFCVPS0', type: 'team_reference', summary: 'Security' }],
      priority: { id: 'PSO75BM', type: 'priority_reference', summary: 'P1' },
      urgency: 'high',
      conference_bridge: { conference_number: '+1 1234123412,,987654321#', conference_url: 'https://example.com' },
      resolve_reason: null,
      incident_type: { name: 'security_default' },
      ...incident,
    },
    ...event,
  },
});

export const reopenedWebhook = (event: Record<string, unknown> = {}) =>
  resolvedWebhook(
    { status: 'triggered' },
    { id: 'reopening', event_type: 'incident.reopened', occurred_at: '2026-11-21T10:30:00.000Z', ...event },
  );

/** `v1=` and the HMAC-SHA256 of the raw body in hex, for each secret: docs/webhooks/04-Signatures.md. */
export const pagerDutySignature = (body: string | Buffer, ...secrets: readonly string[]): string =>
  secrets.map((secret) => `v1=${createHmac('sha256', secret).update(body).digest('hex')}`).join(',');

export function pagerDutyRequest(message: unknown, headers?: Readonly<Record<string, string>>): APIGatewayProxyEventV2 {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return z.custom<APIGatewayProxyEventV2>().parse({
    rawPath: '/webhooks/pagerduty/acme',
    headers: headers ?? { 'x-pagerduty-signature': pagerDutySignature(body, WEBHOOK_SECRET) },
    body,
    isBase64Encoded: false,
  });
}
