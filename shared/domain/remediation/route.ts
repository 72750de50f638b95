import * as z from 'zod';
import { ForeignName, ProjectKey } from '../words/settings.ts';

export const TicketRoute = z.strictObject({
  project: ProjectKey,
  issueType: z.string().min(1),
  component: z.string().min(1).optional(),
});
export type TicketRoute = z.infer<typeof TicketRoute>;

/** Route in the configuration. Stricter than what stands in records, which is from earlier configurations. */
export const RouteSetting = TicketRoute.extend({ issueType: ForeignName, component: ForeignName.optional() });
