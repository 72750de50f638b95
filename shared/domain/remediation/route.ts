import * as z from 'zod';
import { ProjectKey } from '../words/settings.ts';

export const Route = z.strictObject({
  project: ProjectKey,
  issueType: z.string().min(1),
  component: z.string().min(1).optional(),
});
export type Route = z.infer<typeof Route>;
