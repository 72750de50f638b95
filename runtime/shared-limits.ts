import type { SharedLimits } from '../shared/domain/ticket/shared-limits.ts';
import { floorsIn } from '../shared/store/queues/site-floors.ts';
import type { Table } from '../shared/store/table.ts';
import type { Telemetry } from './telemetry.ts';

/** Limits of each site in the one table, and what they do as metrics. */
export const sharedLimits =
  (table: Table, { count, warn }: Pick<Telemetry, 'count' | 'warn'>): ((site: string) => SharedLimits) =>
  (site) => ({
    kept: floorsIn(table, site),
    told: {
      sent: () => count('JiraRequestSent'),
      postponed: () => count('JiraRequestPostponed'),
      remaining: (requests) => count('JiraBudgetRemaining', requests),
      limited({ scope, notBefore, reason }, isKept) {
        count('JiraLimitReached');
        const until = new Date(notBefore).toISOString();
        warn('Jira asks us to wait', { site, scope, reason, until, isKept });
      },
    },
  });
