import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DemoStack, isForcedIntoProcess, startDemoStack } from '../demo/start-demo-stack.ts';
import { startInProcessStack } from '../in-process/start-in-process-stack.ts';
import { untilAborted } from '../interruption.ts';
import { startLocalStack } from '../local-stack.ts';
import { narrator } from '../narrator.ts';
import { CRITICAL_INCIDENT } from './critical-incident.ts';
import { nextSteps } from './next-steps.ts';
import { runSchedules } from './run-schedules.ts';
import { openDesk } from './session-desk.ts';
import { removeSession, sessionThatRuns, writeSession } from './session-file.ts';
import { sessionSettings } from './session-settings.ts';

const projectRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The whole of it, left running on this machine until Ctrl-C: AWS, Jira, the API, and people to sign in as. */
export async function startSession(signal: AbortSignal): Promise<void> {
  const other = await sessionThatRuns();
  if (other !== undefined) {
    throw new Error(
      `It runs already, in process ${other.processId}: use that one, or end it with kill ${other.processId}`,
    );
  }
  const isForced = isForcedIntoProcess();
  const tell = narrator();
  tell.heading('Holdfast on this machine');
  const desk = await openDesk();
  const ends: (() => unknown)[] = [desk.close];
  try {
    const stack = await tell.step(
      'The CDK app is up, beside a Jira',
      (progress) =>
        startDemoStack(progress, isForced, {
          onEmulator: (say) =>
            startLocalStack(say, {
              config: 'local/session/session.config.ts',
              signal,
            }),
          inProcess: (say) =>
            startInProcessStack(say, {
              settings: (jira, _plan, _addresses, pagesUrl) => sessionSettings(jira, pagesUrl),
              signal,
            }),
        }),
      ({ where }) => where,
    );
    ends.push(stack.stop);
    signal.throwIfAborted();
    desk.serve(stack);
    if (stack.emulator === undefined) ends.push(runSchedules(stack));
    const { key: incident } = stack.jira.createIssue(CRITICAL_INCIDENT, { by: 'Mia Okafor' });
    const session = {
      processId: process.pid,
      deskUrl: desk.url,
      deskKey: desk.key,
      apiUrl: stack.apiUrl,
      jiraUrl: stack.jira.url,
      pagesUrl: stack.pagesUrl,
    };
    ends.push(removeSession);
    await writeSession(session);
    tell.heading('Running. Ctrl-C ends it, and all that is in it.');
    const steps = nextSteps({
      ...session,
      projectRoot,
      incident,
      logFile: stack.logFile,
      aws: awsOf(stack),
    });
    // From the first column, without marks: the block can be copied as it is.
    process.stdout.write(`\n${steps.join('\n')}\n`);
    await untilAborted(signal);
  } finally {
    // The last that started ends first, and none keeps another from ending.
    for (const end of ends.reverse())
      await Promise.resolve(end()).catch((error: unknown) => console.error(String(error)));
  }
}

function awsOf({ emulator }: DemoStack) {
  if (emulator === undefined) return undefined;
  return { endpoint: emulator.endpoint, region: emulator.env.AWS_REGION ?? '', stack: 'HoldfastDemo' };
}
