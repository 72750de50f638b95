import { fileURLToPath } from 'node:url';
import { startInProcessStack } from '../in-process/start-in-process-stack.ts';
import { runInterruptibly, untilAborted } from '../interruption.ts';
import { startLocalStack } from '../local-stack.ts';
import { narrator } from '../narrator.ts';
import { isForcedIntoProcess, startDemoStack } from './start-demo-stack.ts';
import { walkIncident } from './walk-incident.ts';

const reportFolder = fileURLToPath(new URL('../../.holdfast/reports', import.meta.url));

/** The main job, on this machine: the real app, beside a Jira, and one incident from closed ticket to report. */
async function demo(signal: AbortSignal): Promise<void> {
  const isForced = isForcedIntoProcess();
  const tell = narrator();
  const startedAt = performance.now();
  tell.heading('Holdfast demo: one incident, from closed ticket to validation report');
  const stack = await tell.step(
    'The CDK app is up, beside a Jira',
    (progress) =>
      startDemoStack(progress, isForced, {
        onEmulator: (say) => startLocalStack(say, { signal }),
        inProcess: (say) => startInProcessStack(say, { signal }),
      }),
    ({ where, jira }) => `at ${jira.url}, ${where}`,
  );
  try {
    const { reports } = await Promise.race([walkIncident(stack, tell, reportFolder), untilAborted(signal)]);
    tell.heading(`Done in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s. Open the reports:`);
    for (const { kind, htmlFile } of reports) tell.line(`${kind.padEnd(10)} ${htmlFile}`);
    tell.line('The same in the console, in your browser: npm run local leaves it all running and prints the address.');
  } finally {
    await stack.stop();
  }
}

await runInterruptibly(demo);
