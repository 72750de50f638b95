import * as z from 'zod';
import type { Telemetry } from '../../runtime/telemetry.ts';
import type { EventData } from '../../shared/domain/events/events.ts';
import { Instant } from '../../shared/domain/words/identifiers.ts';
import { AskedReport } from '../../shared/report/asked-report.ts';
import {
  makeAskedReport,
  type PublishReportsDependencies,
  publishReports,
} from '../../shared/report/publish-reports.ts';

/** The scheduled moment of a run, which the scheduler hands over. A run that somebody starts by hand has none. */
const Started = z.object({ scheduledFor: Instant.optional().catch(undefined) }).catch({});

/** Call by which the API has one report made. One that cannot be read fails: it is no run of the schedule. */
const Asked = z.object({ asked: AskedReport });
const isAsked = (event: unknown): boolean => typeof event === 'object' && event !== null && 'asked' in event;

/**
 * Publishes both reports, once for each scheduled time, or makes the one that somebody asks for.
 *
 * @returns what was published: where, and the sentence that sums it up
 */
export function publishReportHandler(deps: PublishReportsDependencies & { telemetry: Telemetry }) {
  return async (
    event: unknown,
    { awsRequestId }: { awsRequestId: string },
  ): Promise<{ published: EventData<'Report Published'>[] }> => {
    if (isAsked(event)) {
      const made = await makeAskedReport(deps, Asked.parse(event).asked);
      if (made !== undefined) deps.telemetry.count('ReportMade');
      return { published: made === undefined ? [] : [made] };
    }
    const actor = { kind: 'system' as const, id: 'publish-report' };
    const cause = { actor, correlationId: `report:${deps.newId()}`, hops: 0 };
    const runId = Started.parse(event).scheduledFor ?? awsRequestId;
    const published = await publishReports(deps, runId, cause);
    deps.telemetry.count('ReportPublished', published.length);
    return { published };
  };
}
