import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';
import { duration, perLevel, rule, withoutRepeats } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { RouteSetting } from './route.ts';
import { RoutesSetting } from './route-rules.ts';
import { TicketLabel } from './ticket-label.ts';

/**
 * Words of a restricted record (TLP:AMBER+STRICT, TLP:RED) in the tickets of its fixes. `reference`: none; a ticket names the
 * fix by its id and leads to the record. `instruction`: what to do, when it is good, how it is checked.
 */
export const RestrictedTickets = z.enum(['reference', 'instruction']);
export type RestrictedTickets = z.infer<typeof RestrictedTickets>;

/** A date that an author sets may be earlier than that of the policy, so the policy's own is never too far away. */
function longestIsNoShorter(level: Severity): z.core.$ZodCheck<unknown> {
  const Level = z.object({ [level]: Duration });
  return rule({ dueWithin: Level, longestDueWithin: Level }, ({ dueWithin, longestDueWithin }) => {
    const [least, longest] = [dueWithin[level], longestDueWithin[level]];
    return least !== undefined && longest !== undefined && durationMs(longest) < durationMs(least)
      ? [{ path: ['longestDueWithin', level], expected: `expected at least ${least}, the time of dueWithin.${level}` }]
      : [];
  });
}

/** Policy of remediations: routes, deadlines, creation of tickets. */
export const RemediationPolicy = z
  .strictObject({
    defaultRoute: RouteSetting.prefault({ project: 'ENG', issueType: 'Task' }),
    routes: RoutesSetting,
    dueWithin: perLevel('P7D', 'P14D', 'P30D', 'P90D'),
    longestDueWithin: perLevel('P30D', 'P90D', 'P180D', 'P365D'),
    acceptRiskFor: perLevel('P90D', 'P180D', 'P365D', 'P730D'),
    secondApproverFromRenewal: z.int().min(1).max(100).prefault(2),
    restrictedTickets: RestrictedTickets.prefault('reference'),
    claims: z
      .array(
        z.strictObject({
          statuses: z.array(z.string().min(1).max(255)).min(1),
          resolutions: z.array(z.string().min(1).max(255).nullable()).min(1),
        }),
      )
      .min(1)
      .prefault([{ statuses: ['Done', 'Resolved', 'Closed'], resolutions: ['Done', 'Fixed', 'Resolved', null] }]),
    labels: z.array(TicketLabel).check(withoutRepeats()).prefault(['post-mortem']),
    create: z
      .strictObject({
        lease: duration('PT2M'),
        indexLag: duration('PT5M'),
        searchEvery: duration('PT30S'),
      })
      .check(
        rule({ indexLag: Duration, searchEvery: Duration }, ({ indexLag, searchEvery }) =>
          durationMs(searchEvery) > durationMs(indexLag)
            ? [
                {
                  path: ['searchEvery'],
                  expected: `expected at most ${indexLag}, the indexLag in which it is to search`,
                },
              ]
            : [],
        ),
      )
      .prefault({}),
  })
  .check(...Severity.options.map(longestIsNoShorter))
  .prefault({});

export type RemediationPolicy = z.infer<typeof RemediationPolicy>;
