import * as z from 'zod';
import { Me } from '../../shared/api/routes/me-routes.ts';
import { CommandFailure } from '../failure.ts';

const Problem = z.object({ detail: z.string() });

/** Whose token it is, as the API sees them. @throws CommandFailure when it does not take the token */
export async function meAt(apiUrl: string, token: string): Promise<Me> {
  const response = await fetch(`${apiUrl}/me`, { headers: { authorization: `Bearer ${token}` } });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return Me.parse(body);
  const words = Problem.safeParse(body).data?.detail ?? `it answered ${response.status}`;
  throw new CommandFailure(`${apiUrl} does not take the sign-in: ${words}`, 'sign in again: holdfast login');
}

export function callerName({ author }: Me): string {
  const email = author.kind === 'person' ? author.email : author.owner;
  return email === undefined ? (author.name ?? author.id) : `${author.name ?? author.id} <${email}>`;
}

export function textOf(me: Me, apiUrl: string): string {
  const { author, roles, teams, actions } = me;
  const account = author.kind === 'person' ? author.jiraAccountId : undefined;
  const lines = [
    `${callerName(me)}, signed in to ${apiUrl}`,
    roles.length === 0 ? 'no role yet: ask an admin to put you into a group' : `roles: ${roles.join(', ')}`,
    ...(author.kind === 'person' && author.email === undefined
      ? ['your e-mail address is not verified, and counts for nothing: ask an admin']
      : []),
    ...(account === undefined ? [] : [`Jira account: ${account}`]),
    ...(teams.length === 0 ? [] : [`teams: ${teams.join(', ')}`]),
    ...actions.map(
      ({ action, upTo, beyondIfInvolved }) =>
        `  may ${action} up to TLP:${upTo}${beyondIfInvolved ? ', and beyond where you take part' : ''}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
