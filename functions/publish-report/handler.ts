import type { Telemetry } from '../../runtime/telemetry.ts';
import type { EventData } from '../../shared/domain/events/events.ts';
import { type RecordedEvent, recorded } from '../../shared/domain/events/recorded-event.ts';
import { type GatherDependencies, gatherReportInput, REPORT_CURSOR } from '../../shared/report/gather-report-input.ts';
import { type PublishReportsDependencies, publishReports } from '../../shared/report/publish-reports.ts';
import { writeCursor } from '../../shared/store/queues/cursor.ts';

export type PublishReportDependencies = GatherDependencies &
  Omit<PublishReportsDependencies, 'announce'> & {
    remember: (kind: string, runId: string, event: RecordedEvent) => Promise<void>;
    telemetry: Telemetry;
    now: () => string;
    newId: () => string;
  };

/** Publishes both reports. @returns what was published: where, and the sentence that sums it up */
export function publishReport(deps: PublishReportDependencies) {
  return async (
    _event: unknown,
    { awsRequestId: runId }: { awsRequestId: string },
  ): Promise<{ published: EventData<'Report Published'>[] }> => {
    const actor = { kind: 'system' as const, id: 'publish-report' };
    const cause = { actor, correlationId: `report:${deps.newId()}`, hops: 0 };
    const announce = async (data: EventData<'Report Published'>) => {
      await deps.remember(data.kind, runId, recorded({ type: 'Report Published', data }, 'holdfast', cause, deps));
    };
    const input = await gatherReportInput(deps, deps.now());
    const published = await publishReports({ ...deps, announce }, input);
    // Last: a run that fails before this is repeated over the same period.
    await writeCursor(deps.table, REPORT_CURSOR, input.period.to);
    deps.telemetry.count('ReportPublished', published.length);
    return { published };
  };
}
