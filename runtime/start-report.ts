import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { AskedReport } from '../shared/report/asked-report.ts';

/** Starts the function that makes reports, and does not wait for it: Lambda repeats a run that fails. */
export function startReportBy(functionName: string, client: LambdaClient = new LambdaClient({})) {
  return async (asked: AskedReport): Promise<void> => {
    const Payload = JSON.stringify({ asked });
    await client.send(new InvokeCommand({ FunctionName: functionName, InvocationType: 'Event', Payload }));
  };
}
