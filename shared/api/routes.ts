import { descriptionRoutes } from './description-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { hintRoutes } from './hint-routes.ts';
import { judgedPartRoutes } from './judged-part-routes.ts';
import { listRoutes } from './list-routes.ts';
import { logRoutes } from './log-routes.ts';
import { mergeRoutes } from './merge-routes.ts';
import { partRoutes } from './part-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { remediationRoutes } from './remediation-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import type { Route } from './route.ts';
import { sectionRoutes } from './section-routes.ts';
import { settledPartRoutes } from './settled-part-routes.ts';
import { timelineRoutes } from './timeline-routes.ts';

/**
 * The one table of the API. What is served, `docs/openapi.json`, `docs/api.md` and the test of who may call what are made
 * from it; a new chapter is a list of routes that is added here.
 */
export const ROUTES: readonly Route[] = [
  ...listRoutes,
  ...recordRoutes,
  ...sectionRoutes,
  ...timelineRoutes,
  ...partRoutes,
  ...judgedPartRoutes,
  ...settledPartRoutes,
  ...evidenceRoutes,
  ...reviewRoutes,
  ...mergeRoutes,
  ...remediationRoutes,
  ...hintRoutes,
  ...logRoutes,
  ...exportRoutes,
  ...descriptionRoutes(() => ROUTES),
];
