import { setTimeout as wait } from 'node:timers/promises';
import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import type { Queues } from '../storm/queues.ts';

/** From the table's stream to a queue nobody sees an event. */
const QUIET_FOR_MS = 2_000;
const LOOK_AGAIN_MS = 200;
const LONGEST_MS = 240_000;

/** Waits until no webhook is under way, no message waits, and nobody calls Jira. @throws Error when it never comes to rest */
export async function untilQuiet(jira: JiraSimulator, queues: Queues): Promise<void> {
  const beganAt = performance.now();
  let calls = -1;
  let quietSince = performance.now();
  while (performance.now() - quietSince < QUIET_FOR_MS) {
    await jira.settled();
    const { work } = await queues.depths();
    if (work > 0 || jira.requestCount() !== calls) quietSince = performance.now();
    calls = jira.requestCount();
    if (performance.now() - beganAt > LONGEST_MS) throw new Error(`no rest after ${LONGEST_MS} ms: ${work} messages`);
    await wait(LOOK_AGAIN_MS);
  }
}
