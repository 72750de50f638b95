import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { dayIn } from '../domain/remediation/due-day.ts';
import { teamIn } from '../domain/remediation/team-directory.ts';

export type TeamClocks = Pick<HoldfastConfig, 'teams' | 'schedules'>;

/** Time zone in which a team reads dates: an IANA name. */
export const zoneOfTeam = (config: TeamClocks, ownerTeam: string): string =>
  teamIn(config, ownerTeam)?.timezone ?? config.schedules.timezone;

/** The day that the calendar of a team shows at a moment, as YYYY-MM-DD. Its tickets have that day as their due date. */
export const dayOfTeam = (config: TeamClocks, ownerTeam: string, at: string): string =>
  dayIn(zoneOfTeam(config, ownerTeam), at);
