import { fileURLToPath } from 'node:url';
import { walkIncident } from './demo/walk-incident.ts';
import { startLocalStack } from './local-stack.ts';
import { narrator, StepFailed } from './narrator.ts';

const reportFolder = fileURLToPath(new URL('../.holdfast/reports', import.meta.url));

/** The main job, on this machine: the real app on an AWS emulator, one incident from closed ticket to report. */
async function demo(): Promise<void> {
  const tell = narrator();
  const startedAt = performance.now();
  tell.heading('Holdfast demo: one incident, from closed ticket to validation report');
  const stack = await tell.step(
    'The CDK app is deployed on an AWS emulator, beside a Jira',
    startLocalStack,
    ({ emulator, jira }) => `· AWS at ${emulator.endpoint} · Jira at ${jira.url}`,
  );
  const stopOnce = () => stack.stop();
  process.once('SIGINT', () => {
    void stopOnce().finally(() => process.exit(130));
  });
  try {
    const { reports } = await walkIncident(stack, tell, reportFolder);
    tell.heading(`Done in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s. Open the reports:`);
    for (const { kind, htmlFile } of reports) tell.line(`${kind.padEnd(10)} ${htmlFile}`);
  } finally {
    await stopOnce();
  }
}

try {
  await demo();
} catch (error) {
  console.error(`\n${error instanceof StepFailed ? error.message : String(error)}`);
  process.exitCode = 1;
}
