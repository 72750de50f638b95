import * as z from 'zod';
import { isAlike } from '../words/alike.ts';
import { type Problem, rule } from '../words/settings.ts';

const ByTeam = z.record(z.string(), z.unknown());

/** A route stands in one place: of two, nobody knows which is taken. */
const aTeamHasOneRoute = rule(
  {
    teams: z.record(z.string(), z.object({ route: z.unknown().optional() })),
    remediation: z.object({ routes: ByTeam }),
  },
  ({ teams, remediation: { routes } }) =>
    Object.entries(teams).flatMap(([team, { route }]): Problem[] => {
      if (route === undefined || !Object.hasOwn(routes, team)) return [];
      const expected = `expected the team's route once: here, or in remediation.routes.${team}`;
      return [{ path: ['teams', team, 'route'], expected }];
    }),
);

/** A route of a team that the directory lacks is for records from before it. One that is only misspelt is for nobody. */
const routesNameTeams = rule({ teams: ByTeam, remediation: z.object({ routes: ByTeam }) }, ({ teams, remediation }) => {
  const known = Object.keys(teams);
  return Object.keys(remediation.routes).flatMap((team): Problem[] => {
    const meant = known.includes(team) ? undefined : known.find((one) => isAlike(one, team));
    return meant === undefined
      ? []
      : [{ path: ['remediation', 'routes', team], expected: `expected the team as teams writes it, ${meant}` }];
  });
});

/** A template of one's own that nobody could propose as it is. Ours name teams as most have them, and are to be changed. */
const templatesNameTeams = rule(
  { teams: ByTeam, recommendationTemplates: z.array(z.object({ ownerTeam: z.string() })) },
  ({ teams, recommendationTemplates }) => {
    const known = Object.keys(teams);
    return recommendationTemplates.flatMap(({ ownerTeam }, index): Problem[] =>
      known.length === 0 || known.includes(ownerTeam)
        ? []
        : [
            {
              path: ['recommendationTemplates', index, 'ownerTeam'],
              expected: `expected one of teams: ${known.join(', ')}`,
            },
          ],
    );
  },
);

/** Rules between the team directory and what names teams elsewhere in the configuration. */
export const teamRules = [aTeamHasOneRoute, routesNameTeams, templatesNameTeams];
