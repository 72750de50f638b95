import * as z from 'zod';
import { ProjectKey } from '../words/settings.ts';

export const TicketRoute = z.strictObject({
  project: ProjectKey,
  issueType: z.string().min(1),
  component: z.string().min(1).optional(),
});
export type TicketRoute = z.infer<typeof TicketRoute>;
