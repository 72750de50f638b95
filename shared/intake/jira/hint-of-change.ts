import * as z from 'zod';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { siteName } from '../../jira/site.ts';
import type { Meaning } from '../source.ts';
import { configOfSender } from './site-of-webhook.ts';

const Issue = z.object({
  id: z.union([z.string().regex(/^\d{1,20}$/), z.int().positive()]).transform(String),
  key: z.string().regex(/^[A-Z][A-Z0-9_]{1,254}-\d{1,20}$/),
});
const Named = z.union([z.object({ issue: Issue }), Issue.transform((issue) => ({ issue }))]);

/**
 * A message that names an issue, and of which nothing else is believed: what an automation sends with a secret that signs nothing, or a
 * transition of Data Center before it is done. The issue is read.
 *
 * @param body with the issue as its member `issue`, or as a whole
 * @throws ZodError when it names none
 */
export function hintOfChange(body: unknown, config: HoldfastConfig, receivedAt: string): Meaning {
  const { issue } = Named.parse(body);
  const isWhole = !z.object({ issue: z.unknown() }).safeParse(body).success;
  const sender = configOfSender(isWhole ? { issue: body } : body, config);
  if (sender === undefined) return { ignored: 'UnknownSite' };
  const look: TicketRef = { source: 'jira', site: siteName(sender), ticketId: issue.id, key: issue.key };
  return { look, at: receivedAt };
}
