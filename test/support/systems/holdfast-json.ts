import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { WEBHOOK_SECRET } from '../world/world.ts';

export const SENDER_SITE = 'tickets.example.com';

/** A closure as a system posts it, with what matters to the case. */
export const closedMessage = (changes: Record<string, unknown> = {}) => ({
  version: 1,
  type: 'incident.closed',
  id: 'message-1',
  at: '2026-11-21T09:59:00.000Z',
  ticket: { site: SENDER_SITE, id: '9f3c', key: 'INC0012345' },
  incident: {
    url: 'https://tickets.example.com/INC0012345',
    title: 'Phished',
    description: 'Mails with a false sign-in page (T1566.002)',
    severity: 'high',
    openedAt: '2026-11-20T08:00:00.000Z',
    people: [{ role: 'closer', id: 'mia', name: 'Mia Okafor', email: 'mia@example.com' }],
  },
  ...changes,
});

export const reopenedMessage = (changes: Record<string, unknown> = {}) => {
  const { incident: _, ...common } = closedMessage();
  return { ...common, type: 'incident.reopened', id: 'message-2', at: '2026-11-21T10:30:00.000Z', ...changes };
};

/** Any change of the ticket, of a system that cannot tell one from another. */
export const changedMessage = (state: string, changes: Record<string, unknown> = {}) => ({
  ...closedMessage({ id: `changed-to-${state}` }),
  type: 'incident.changed',
  state,
  ...changes,
});

export type SignedAs = { secret?: string; sentAt: string; signedBody?: string };

/** The headers that prove a body. `sentAt` is ISO 8601. */
export function proofHeaders(body: string, { secret = WEBHOOK_SECRET, sentAt }: SignedAs): Record<string, string> {
  const timestamp = String(Math.floor(Date.parse(sentAt) / 1_000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'x-holdfast-timestamp': timestamp, 'x-holdfast-signature': `sha256=${signature}` };
}

export function holdfastJsonRequest(message: unknown, as: SignedAs): APIGatewayProxyEventV2 {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return z.custom<APIGatewayProxyEventV2>().parse({
    rawPath: '/webhooks/holdfast-json',
    headers: proofHeaders(as.signedBody ?? body, as),
    body,
    isBase64Encoded: false,
  });
}

/** The same of a sender that cannot sign. */
export const staticRequest = (message: unknown, secret = WEBHOOK_SECRET): APIGatewayProxyEventV2 =>
  z.custom<APIGatewayProxyEventV2>().parse({
    rawPath: '/webhooks/holdfast-json/static',
    headers: { authorization: `Bearer ${secret}` },
    body: JSON.stringify(message),
    isBase64Encoded: false,
  });
