import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { zoneOfTeam } from '../domain/remediation/team-directory.ts';
import { dayIn } from '../domain/words/day.ts';

export type TeamClocks = Pick<HoldfastConfig, 'teams' | 'schedules'>;

/** The day that the calendar of a team shows at a moment, as YYYY-MM-DD. Its tickets have that day as their due date. */
export const dayOfTeam = (config: TeamClocks, ownerTeam: string, at: string): string =>
  dayIn(zoneOfTeam(config, ownerTeam), at);
