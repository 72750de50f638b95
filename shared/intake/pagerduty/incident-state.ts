import * as z from 'zod';
import type { PagerDutyAccount } from '../../domain/ticket/pagerduty-incidents.ts';
import type { TicketState } from '../../domain/ticket/state-sets.ts';
import { shortened } from '../../domain/words/shorten.ts';

/** Something that is named in an incident: a user, a service, a priority. */
export const NamedByPagerDuty = z.object({
  id: z.string().min(1).max(200),
  type: z.string().nullish(),
  summary: z.string().nullish(),
});
export type NamedByPagerDuty = z.infer<typeof NamedByPagerDuty>;

/**
 * What both the webhook and the REST API say of an incident's state and scope. Its reason is a word in one and an object in the other.
 * https://developer.pagerduty.com/docs/webhooks-overview · schemas Incident and ResolveReason of github.com/PagerDuty/api-schema
 */
export const STATE_AND_SCOPE = {
  status: z.string().min(1),
  resolve_reason: z.union([z.string(), z.object({ type: z.string() })]).nullish(),
  /** Accounts without incident types do not have it. */
  incident_type: z.object({ name: z.string() }).nullish(),
  service: NamedByPagerDuty.nullish(),
};
const StateAndScope = z.object(STATE_AND_SCOPE);
type StateAndScope = z.infer<typeof StateAndScope>;

export function pagerDutyState({
  status,
  resolve_reason: reason,
}: Pick<StateAndScope, 'status' | 'resolve_reason'>): TicketState<'status' | 'resolveReason'> {
  const named = typeof reason === 'string' ? reason : reason?.type;
  return { status, resolveReason: named === 'merge_resolve_reason' ? 'merged' : named };
}

/** Whether the incident is one of those that the configuration names. One without a type is none of any type. */
export function isOfAccountsScope(
  { incident_type: type, service }: Pick<StateAndScope, 'incident_type' | 'service'>,
  { incidentTypes, services }: Pick<PagerDutyAccount, 'incidentTypes' | 'services'>,
): boolean {
  const isOfType = incidentTypes === 'all' || (type != null && incidentTypes.includes(type.name));
  return (
    isOfType && (services === undefined || services.some((one) => one === service?.id || one === service?.summary))
  );
}

const NAME_LIMIT = 200;

/** The person that a reference names; undefined where it is a service, an integration or a rule. */
export function personNamed(reference: NamedByPagerDuty | null | undefined) {
  if (reference == null || !/^user(_reference)?$/.test(reference.type ?? '')) return undefined;
  return { accountId: reference.id, name: shortened(reference.summary ?? reference.id, NAME_LIMIT) };
}

export const pagerDutyTicket = (site: string, id: string, number: number) => ({
  source: 'pagerduty' as const,
  site,
  ticketId: id,
  key: `PD-${number}`,
});
