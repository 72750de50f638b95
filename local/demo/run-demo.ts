import { fileURLToPath } from 'node:url';
import { narrator, StepFailed } from '../narrator.ts';
import { startDemoStack } from './start-demo-stack.ts';
import { walkIncident } from './walk-incident.ts';

const reportFolder = fileURLToPath(new URL('../../.holdfast/reports', import.meta.url));

/** The main job, on this machine: the real app, beside a Jira, and one incident from closed ticket to report. */
async function demo(): Promise<void> {
  const { HOLDFAST_DEMO: place = '' } = process.env;
  if (!['', 'in-process'].includes(place)) throw new Error(`HOLDFAST_DEMO may be "in-process", not "${place}".`);
  const tell = narrator();
  const startedAt = performance.now();
  tell.heading('Holdfast demo: one incident, from closed ticket to validation report');
  const stack = await tell.step(
    'The CDK app is up, beside a Jira',
    (progress) => startDemoStack(progress, place === 'in-process'),
    ({ where, jira }) => `at ${jira.url}, ${where}`,
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
