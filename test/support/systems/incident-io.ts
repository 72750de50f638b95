import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';

export const INCIDENT_IO_SITE = 'acme.incident.io';
export const INCIDENT_IO = { acme: { site: INCIDENT_IO_SITE } };

const status = (category: string, name = category) => ({
  ...{ category, name, id: '01FCNDV6P870EA6S7TK1DSYD5H', description: '', rank: 4 },
  ...{ created_at: '2026-08-17T13:28:57.801578Z', updated_at: '2026-08-17T13:28:57.801578Z' },
});

/**
 * A change of status as incident.io tells it, with what matters to the case: the shape of https://docs.incident.io/integrations/webhooks and of
 * https://api-docs.incident.io/tag/Webhooks
 */
export const statusUpdated = (from: string, to: string, changes: Record<string, unknown> = {}) => ({
  event_type: 'public_incident.incident_status_updated_v2',
  'public_incident.incident_status_updated_v2': {
    incident: {
      id: '01FDAG4SAP5TYPT98WGR2N7W91',
      reference: 'INC-123',
      name: 'Our database is sad',
      permalink: 'https://app.incident.io/acme/incidents/123',
      summary: 'Our database is really really sad',
      mode: 'standard',
      visibility: 'public',
      severity: { id: '01GNW4BAQ7XRMFF6FHKNXDFPRW', name: 'Major', rank: 3 },
      incident_status: status(to),
      incident_type: { id: '01FCNDV6P870EA6S7TK1DSYDG0', name: 'Security' },
      created_at: '2026-11-20T13:28:57.801578Z',
      updated_at: '2026-11-21T09:59:00.801578Z',
      ...changes,
    },
    message: null,
    new_status: status(to),
    previous_status: status(from),
  },
});

/** Standard Webhooks: the Base64 of the HMAC-SHA256 of id, time and body, by the key behind `whsec_`. */
export function standardHeaders(body: string | Buffer, secret: string, sentAt: string, id = 'msg_1') {
  const timestamp = String(Math.floor(Date.parse(sentAt) / 1_000));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

export const incidentIoRequest = (body: string, headers: Readonly<Record<string, string>>): APIGatewayProxyEventV2 =>
  z.custom<APIGatewayProxyEventV2>().parse({
    ...{ rawPath: '/webhooks/incident-io/acme', headers, body, isBase64Encoded: false },
  });
