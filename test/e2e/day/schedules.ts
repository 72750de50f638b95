import type { LocalStack } from '../../../local/local-stack.ts';

type Stack = Pick<LocalStack, 'invoke' | 'outputs'>;

/** What the schedules run every quarter of an hour, and every hour. @throws Error with what a function said when it fails */
export async function runSweeps({ invoke, outputs }: Stack): Promise<void> {
  await invoke(outputs.SweepIncidentsFunctionName);
  await invoke(outputs.SweepRemediationFunctionName);
  await invoke(outputs.VerifyRemediationFunctionName);
}

/** What they run once a day or less. */
export async function runDailies({ invoke, outputs }: Stack): Promise<void> {
  await invoke(outputs.AuditTicketsFunctionName);
  await invoke(outputs.DoctorFunctionName);
  await invoke(outputs.PublishReportFunctionName);
}
