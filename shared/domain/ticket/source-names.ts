import * as z from 'zod';

/**
 * Systems that incidents come from: the names of the chapters of `incidents`, and of nothing else. Nearly every function knows the names,
 * and few need the settings, so that no chapter is loaded with them. `shared/intake/registry.ts` does not compile without one of these.
 */
export const SourceName = z.enum(['jira', 'holdfast-json', 'pagerduty', 'incident-io', 'servicenow']);
export type SourceName = z.infer<typeof SourceName>;
