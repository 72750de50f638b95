import * as z from 'zod';
import { isAlike } from '../words/alike.ts';
import { type Problem, rule } from '../words/settings.ts';

const ByTeam = z.record(z.string(), z.unknown());
const ByCondition = z.array(z.object({ when: z.looseObject({ team: z.array(z.string()).optional() }) }));
const Routes = z.union([ByCondition, ByTeam]);
type Routes = z.infer<typeof Routes>;

type NamedTeam = { team: string; path: (string | number)[]; isAlone: boolean };

/** Teams that routes name. `isAlone`: nothing else is wanted, so the route is taken for all that the team owns. */
function teamsIn(routes: Routes): NamedTeam[] {
  if (!Array.isArray(routes)) {
    return Object.keys(routes).map((team) => ({ team, path: ['remediation', 'routes', team], isAlone: true }));
  }
  return routes.flatMap(({ when }, index) =>
    (when.team ?? []).map((team) => ({
      team,
      path: ['remediation', 'routes', index, 'when', 'team'],
      isAlone: Object.keys(when).length === 1,
    })),
  );
}

/** A route stands in one place: of two, one would never be taken. */
const aTeamHasOneRoute = rule(
  {
    teams: z.record(z.string(), z.object({ route: z.unknown().optional() })),
    remediation: z.object({ routes: Routes }),
  },
  ({ teams, remediation: { routes } }) => {
    const named = teamsIn(routes).filter(({ isAlone }) => isAlone);
    return Object.entries(teams).flatMap(([team, { route }]): Problem[] => {
      const other = named.find((one) => one.team === team);
      if (route === undefined || other === undefined) return [];
      const expected = `expected the team's route once: here, or in ${other.path.slice(0, 3).join('.')}`;
      return [{ path: ['teams', team, 'route'], expected }];
    });
  },
);

/** A route of a team that the directory lacks is for records from before it. One that is only misspelt is for nobody. */
const routesNameTeams = rule({ teams: ByTeam, remediation: z.object({ routes: Routes }) }, ({ teams, remediation }) => {
  const known = Object.keys(teams);
  return teamsIn(remediation.routes).flatMap(({ team, path }): Problem[] => {
    const meant = known.includes(team) ? undefined : known.find((one) => isAlike(one, team));
    return meant === undefined ? [] : [{ path, expected: `expected the team as teams writes it, ${meant}` }];
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
