import type { Site } from '../../site/site.ts';
import type { BulkFault } from '../../webhooks/faults.ts';
import type { SimulatorRoute } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { bulkHistoryRoutes } from './bulk-history-routes.ts';
import { changeRoutes } from './change-routes.ts';
import { creationRoutes } from './creation-routes.ts';
import { historyRoutes } from './history-routes.ts';
import type { IssueView } from './issue-view.ts';
import { linkRoutes } from './link-routes.ts';
import { propertyRoutes } from './property-routes.ts';
import { readRoutes } from './read-routes.ts';
import { transitionRoutes } from './transition-routes.ts';

type IssueRouteParts = {
  readonly site: Site;
  readonly siteView: SiteView;
  readonly issueView: IssueView;
  readonly strikeBulk: () => BulkFault | undefined;
};

/** Routes of issues, and of what hangs on them. */
export function issueRoutes({ site, siteView, issueView, strikeBulk }: IssueRouteParts): SimulatorRoute[] {
  return [
    ...creationRoutes(site, siteView, strikeBulk),
    ...readRoutes(site, issueView),
    ...changeRoutes(site),
    ...transitionRoutes(site, siteView),
    ...bulkHistoryRoutes(site, issueView),
    ...historyRoutes(site, siteView, issueView),
    ...linkRoutes(site, siteView, issueView),
    ...propertyRoutes(site, siteView),
  ];
}
