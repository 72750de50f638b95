import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import type { FaultInput } from '../../../local/jira-simulator/webhooks/faults.ts';

const FAULTS = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, retryAfterSeconds: 1 },
  { kind: 'reset-before-write' },
  { kind: 'reset-after-write' },
  { kind: 'timeout-after-write' },
] as const satisfies FaultInput[];

const SHARE = 0.2 / FAULTS.length;

/** From now on a fifth of all calls is refused, limited, cut off, or loses its answer after it has taken effect. */
export function failOneCallInFive(jira: JiraSimulator): void {
  // Each fault is asked only when those before it have not struck, so it has to strike more often to have its share.
  for (const [before, fault] of FAULTS.entries()) {
    jira.faults.add({ ...fault, probability: SHARE / (1 - before * SHARE) });
  }
}
