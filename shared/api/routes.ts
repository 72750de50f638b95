import { descriptionRoutes } from './description/description-routes.ts';
import type { Route } from './route.ts';
import { activityRoutes } from './routes/activity-routes.ts';
import { commentRoutes } from './routes/comment-routes.ts';
import { countermeasureRoutes } from './routes/countermeasure-routes.ts';
import { differenceRoutes } from './routes/difference-routes.ts';
import { draftRoutes } from './routes/draft-routes.ts';
import { evidenceRoutes } from './routes/evidence-routes.ts';
import { exportRoutes } from './routes/export-routes.ts';
import { fixListRoutes } from './routes/fix-list-routes.ts';
import { hintRoutes } from './routes/hint-routes.ts';
import { importRoutes } from './routes/import-routes.ts';
import { judgedPartRoutes } from './routes/judged-part-routes.ts';
import { knowledgeRoutes } from './routes/knowledge-routes.ts';
import { lessonListRoutes } from './routes/lesson-list-routes.ts';
import { lessonRoutes } from './routes/lesson-routes.ts';
import { listRoutes } from './routes/list-routes.ts';
import { logRoutes } from './routes/log-routes.ts';
import { meRoutes } from './routes/me-routes.ts';
import { mergeRoutes } from './routes/merge-routes.ts';
import { myWorkRoutes } from './routes/my-work-routes.ts';
import { partRoutes } from './routes/part-routes.ts';
import { recordRoutes } from './routes/record-routes.ts';
import { remediationRoutes } from './routes/remediation-routes.ts';
import { reportRoutes } from './routes/report-routes.ts';
import { reviewRoutes } from './routes/review-routes.ts';
import { recordSearchRoutes } from './routes/search-routes.ts';
import { sectionRoutes } from './routes/section-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { settledPartRoutes } from './routes/settled-part-routes.ts';
import { signalListRoutes } from './routes/signal-list-routes.ts';
import { timelineRoutes } from './routes/timeline-routes.ts';

/**
 * The one table of the API. What is served, `docs/openapi.json`, `docs/api.md` and the test of who may call what are made
 * from it; a new chapter is a list of routes that is added here.
 */
export const ROUTES: readonly Route[] = [
  ...listRoutes,
  ...recordSearchRoutes,
  ...myWorkRoutes,
  ...fixListRoutes,
  ...lessonListRoutes,
  ...signalListRoutes,
  ...reportRoutes,
  ...recordRoutes,
  ...sectionRoutes,
  ...timelineRoutes,
  ...partRoutes,
  ...judgedPartRoutes,
  ...lessonRoutes,
  ...settledPartRoutes,
  ...draftRoutes,
  ...commentRoutes,
  ...activityRoutes,
  ...evidenceRoutes,
  ...reviewRoutes,
  ...mergeRoutes,
  ...remediationRoutes,
  ...hintRoutes,
  ...logRoutes,
  ...differenceRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...knowledgeRoutes,
  ...countermeasureRoutes,
  ...meRoutes,
  ...settingsRoutes,
  ...descriptionRoutes(() => ROUTES),
];
