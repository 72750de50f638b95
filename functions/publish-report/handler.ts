import type { Telemetry } from '../../runtime/telemetry.ts';
import type { EventData } from '../../shared/domain/events/events.ts';
import { type PublishReportsDependencies, publishReports } from '../../shared/report/publish-reports.ts';

/** Publishes both reports. @returns what was published: where, and the sentence that sums it up */
export function publishReportHandler(deps: PublishReportsDependencies & { telemetry: Telemetry }) {
  return async (
    _event: unknown,
    { awsRequestId: runId }: { awsRequestId: string },
  ): Promise<{ published: EventData<'Report Published'>[] }> => {
    const actor = { kind: 'system' as const, id: 'publish-report' };
    const cause = { actor, correlationId: `report:${deps.newId()}`, hops: 0 };
    const published = await publishReports(deps, runId, cause);
    deps.telemetry.count('ReportPublished', published.length);
    return { published };
  };
}
