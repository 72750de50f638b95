import * as z from 'zod';
import { isAlike } from '../words/alike.ts';
import { EmailAddress, type Problem, ReadableName, wholeRule } from '../words/settings.ts';
import { TimeZone } from '../words/time-zone.ts';
import { RouteSetting } from './route.ts';

/** Owner teams are found by the very letters: two that differ in capitals alone are one team, written twice. */
export const teamsDiffer = (expectedBeside: (first: string) => string): z.core.$ZodCheck<unknown> =>
  wholeRule((byTeam) => {
    const teams = Object.keys(Object(byTeam));
    return teams.flatMap((team, index): Problem[] => {
      const first = teams.find((other) => other.toLowerCase() === team.toLowerCase()) ?? team;
      return teams.indexOf(first) < index ? [{ path: [team], expected: expectedBeside(first) }] : [];
    });
  });

const TeamSetting = z.strictObject({
  owner: EmailAddress,
  lead: EmailAddress,
  head: EmailAddress.optional(),
  route: RouteSetting.optional(),
  channel: ReadableName.max(100).optional(),
  timezone: TimeZone.optional(),
});

/** Teams that may own a recommendation or a lesson, by name. Empty: there is no directory, and any name is taken. */
export const TeamDirectory = z
  // As long as an owner team may be in a record: a longer name could never be written.
  .record(ReadableName.max(100), TeamSetting)
  .check(teamsDiffer((first) => `expected one entry for the team, which has ${first}`))
  .prefault({});
export type TeamDirectory = z.infer<typeof TeamDirectory>;

/** `owner` answers for the team's fixes; `lead`, then `head` are who to turn to next. All three are e-mail addresses. */
export type Team = Omit<z.infer<typeof TeamSetting>, 'timezone'> & {
  name: string;
  /** IANA name; that of the schedules, where the team has none of its own. */
  timezone: string;
};

/** The team of this very name; undefined where the directory has none. Records name teams of earlier directories, too. */
export function teamIn(
  { teams, schedules }: { teams: TeamDirectory; schedules: { timezone: string } },
  name: string,
): Team | undefined {
  const setting = settingOf(teams, name);
  return setting && { ...setting, name, timezone: setting.timezone ?? schedules.timezone };
}

/** Time zone in which a team reads dates: an IANA name. */
export const zoneOfTeam = (
  config: { teams: TeamDirectory; schedules: { timezone: string } },
  ownerTeam: string,
): string => teamIn(config, ownerTeam)?.timezone ?? config.schedules.timezone;

/** Names come from records: `constructor` is one that every object has. */
export const settingOf = (teams: TeamDirectory, name: string): TeamDirectory[string] | undefined =>
  Object.hasOwn(teams, name) ? teams[name] : undefined;

/** E-mail addresses to turn to, in this order, when nothing comes of a team's fix. */
export type Escalation = { lead: string; head?: string | undefined };

/** Where the silence of a team's fix escalates to; undefined where the directory does not have the team. */
export function escalationOf(teams: TeamDirectory, name: string): Escalation | undefined {
  const setting = settingOf(teams, name);
  if (setting === undefined) return undefined;
  return { lead: setting.lead, ...(setting.head === undefined ? {} : { head: setting.head }) };
}

export const escalationInWords = ({ lead, head }: Escalation): string =>
  `${lead}${head === undefined ? '' : `, then ${head}`}`;

const NAMED_AT_MOST = 10;

/** Problem with the name of an owner team, and the names that there are; undefined when there is none. */
export function unknownTeam(name: string, teams: TeamDirectory): string | undefined {
  const known = Object.keys(teams);
  if (known.length === 0 || known.includes(name)) return undefined;
  const meant = known.find((one) => isAlike(one, name));
  const named = known.slice(0, NAMED_AT_MOST).map((one) => JSON.stringify(one));
  const more = known.length > named.length ? ` and ${known.length - named.length} more` : '';
  const hint = meant === undefined ? '' : `, did you mean ${JSON.stringify(meant)}?`;
  return `${JSON.stringify(name)} is no team of the directory (teams in holdfast.config.ts)${hint}; it has ${named.join(', ')}${more}`;
}
