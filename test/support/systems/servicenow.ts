import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { WEBHOOK_SECRET } from '../world/world.ts';

export const SERVICENOW_SITE = 'acme.service-now.com';

/** Message of the script as docs/sources/servicenow/send-change.js makes it: an incident is resolved. */
export const resolvedChange = (changes: Record<string, unknown> = {}) => ({
  source: 'servicenow',
  instance: SERVICENOW_SITE,
  table: 'incident',
  sys_id: '9d385017c611228701d22104cc95c371',
  number: 'INC0000039',
  state: { from: '2', from_name: 'In Progress', to: '6', to_name: 'Resolved' },
  sys_mod_count: '11',
  sys_updated_on: '2026-11-21 09:59:00',
  close_code_before: { value: '', name: '' },
  close_code: { value: 'Solution provided', name: 'Solution provided' },
  category: { value: 'security', name: 'Security' },
  assignment_group: { value: '', name: '' },
  ...changes,
});

/** The headers that prove a body, made here by themselves. @param sentAt ISO 8601 */
export function serviceNowHeaders(body: string | Buffer, sentAt: string, secret = WEBHOOK_SECRET) {
  const timestamp = String(Math.floor(Date.parse(sentAt) / 1_000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('base64');
  return { 'x-holdfast-timestamp': timestamp, 'x-holdfast-signature': signature };
}

export const serviceNowRequest = (body: string, headers: Record<string, string>, instance = 'acme') =>
  z.custom<APIGatewayProxyEventV2>().parse({
    ...{ rawPath: `/webhooks/servicenow/${instance}`, headers, body },
    isBase64Encoded: false,
  });
