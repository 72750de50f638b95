import { LambdaClient } from '@aws-sdk/client-lambda';
import { expect, it } from 'vitest';
import { startReportBy } from '../../../runtime/start-report.ts';
import type { AskedReport } from '../../../shared/report/asked-report.ts';

it('starts the function that makes reports with what is asked for, and does not wait for it', async () => {
  const client = new LambdaClient({ region: 'eu-central-1' });
  const sent: unknown[] = [];
  client.middlewareStack.add(
    () =>
      ({ input }) => {
        sent.push(input);
        return Promise.resolve({ response: {}, output: { $metadata: {}, StatusCode: 202 } });
      },
    { step: 'initialize' },
  );
  const asked: AskedReport = {
    kind: 'overdue',
    at: '2026-11-21T10:00:00.000Z',
    isMailed: false,
    by: { kind: 'person', id: 'ben', name: 'Ben' },
  };
  await startReportBy('publish-report', client)(asked);
  expect(sent).toEqual([
    { FunctionName: 'publish-report', InvocationType: 'Event', Payload: JSON.stringify({ asked }) },
  ]);
});
