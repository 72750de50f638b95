import * as z from 'zod';
import { waitUntil } from '../../../../local/wait-until.ts';
import type { WorldSoFar } from '../world-so-far.ts';

const Asked = z.object({ name: z.string() });

/** A report that somebody had made, of each kind, and those of the schedule. */
export async function seedReports(world: WorldSoFar): Promise<void> {
  const { people, stack, records } = world;
  for (const kind of ['overdue', 'validation'] as const) {
    const { name } = Asked.parse(await people.ben.must('POST', '/reports', { kind }));
    await waitUntil(
      `the report ${name}`,
      () => people.ben.client.call('GET', `/reports/${encodeURIComponent(name)}`),
      ({ status }) => status === 200,
    );
    records[`report.${kind}`] = name;
  }
  await stack.invoke(stack.outputs.PublishReportFunctionName);
  await stack.invoke(stack.outputs.AnchorChainsFunctionName);
}
