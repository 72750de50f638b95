import * as z from 'zod';
import { duration, perLevel } from '../words/settings.ts';
import { TicketRoute } from './route.ts';

/** Policy of remediations: routes, deadlines, creation of tickets. */
export const RemediationPolicy = z
  .strictObject({
    defaultRoute: TicketRoute.prefault({ project: 'ENG', issueType: 'Task' }),
    routes: z.record(z.string().min(1), TicketRoute).prefault({}),
    dueWithin: perLevel('P7D', 'P14D', 'P30D', 'P90D'),
    labels: z
      .array(z.string().regex(/^\S+$/, { error: 'expected a Jira label, which has no spaces' }))
      .prefault(['post-mortem']),
    create: z
      .strictObject({
        lease: duration('PT2M'),
        indexLag: duration('PT5M'),
        searchEvery: duration('PT30S'),
      })
      .prefault({}),
  })
  .prefault({});

export type RemediationPolicy = z.infer<typeof RemediationPolicy>;
