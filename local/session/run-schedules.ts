import type { LocalStack } from '../local-stack.ts';
import { SCHEDULE_MINUTES } from './session-settings.ts';

type Runner = Pick<LocalStack, 'invoke' | 'outputs'>;

/**
 * Runs what EventBridge Scheduler would, where there is none.
 *
 * @returns ends it
 */
export function runSchedules({ invoke, outputs }: Runner): () => void {
  const timers = [
    every(SCHEDULE_MINUTES.sweepIncidents, () => invoke(outputs.SweepIncidentsFunctionName)),
    every(SCHEDULE_MINUTES.sweepRemediation, () => invoke(outputs.SweepRemediationFunctionName)),
    every(SCHEDULE_MINUTES.verifyRemediation, () => invoke(outputs.VerifyRemediationFunctionName)),
    every(SCHEDULE_MINUTES.publishReport, () => invoke(outputs.PublishReportFunctionName)),
    every(SCHEDULE_MINUTES.auditTickets, () => invoke(outputs.AuditTicketsFunctionName)),
    every(SCHEDULE_MINUTES.anchorChains, () => invoke(outputs.AnchorChainsFunctionName)),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

/** A run that has not ended is not begun again. */
function every(minutes: number, run: () => Promise<unknown>): NodeJS.Timeout {
  let isUnderWay = false;
  const begin = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    await run().catch((error: unknown) => console.error(`a schedule's run failed: ${String(error)}`));
    isUnderWay = false;
  };
  return setInterval(() => void begin(), minutes * 60_000);
}
