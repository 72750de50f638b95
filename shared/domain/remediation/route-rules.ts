import * as z from 'zod';
import { byShape, ForeignName, oneOrMore, ReadableName, wholeRule } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';
import { RecommendationKind } from './recommendation.ts';
import { RouteSetting } from './route.ts';
import { teamsDiffer } from './team-directory.ts';

/** What a recommendation has to be for a route to be its. All that is named has to hold; of several values one. */
export const RouteCondition = z
  .strictObject({
    team: oneOrMore(ReadableName.max(100)).optional(),
    kind: oneOrMore(RecommendationKind).optional(),
    control: oneOrMore(ReadableName.max(201)).optional(),
    tlp: oneOrMore(Tlp).optional(),
    severity: oneOrMore(Severity).optional(),
  })
  .check(
    wholeRule((condition) =>
      Object.keys(Object(condition)).length > 0
        ? []
        : [{ path: [], expected: 'expected a condition; what takes all the others is remediation.defaultRoute' }],
    ),
  );
export type RouteCondition = z.infer<typeof RouteCondition>;

/** Route with the condition under which it is taken. */
const RuledRoute = RouteSetting.extend({ name: ReadableName.max(100).optional(), when: RouteCondition });

const RouteList = z.array(RuledRoute).max(200);

/** The older form: one route for each team. */
const RoutesByTeam = z
  .record(ForeignName, RouteSetting)
  .check(teamsDiffer((first) => `expected one route for the team, which has ${first}`));

/** `remediation.routes`: a list, of which the first that matches is taken, or a route for each team. */
export const RoutesSetting = byShape(
  (value) => (Array.isArray(value) ? RouteList : RoutesByTeam),
  'expected a list of routes',
).prefault([]);
export type RoutesSetting = z.infer<typeof RoutesSetting>;
