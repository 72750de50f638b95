import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { IncidentTicket } from '../domain/ticket/incident-ticket.ts';

/** The incident as it is kept: without the e-mail addresses of people, unless `incidents.keepEmailAddresses` says otherwise. */
export function withKeptPeople(
  incident: IncidentTicket,
  { incidents }: Pick<HoldfastConfig, 'incidents'>,
): IncidentTicket {
  if (incidents.keepEmailAddresses) return incident;
  const people = incident.people.map(({ role, person: { email: _, ...person } }) => ({ role, person }));
  return { ...incident, people };
}
