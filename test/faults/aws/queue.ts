import { createQueue, type ModelQueue } from '../../../local/aws-model/queue.ts';
import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import type { Weather } from './invocation.ts';

/** The longest that SQS keeps a message back when all is well, and when it is late. */
const DELAY_MS = 2_000;
const LATE_MS = 1_200_000;

/** A queue in a storm: late, twice, in any order, and what was set aside is in the dead-letter queue. */
export function stormyQueue(
  { id, visibilityMs, redrive }: Topology['queues'][number],
  queueOf: (id: string) => ModelQueue,
  { timeline, random, plan, trace }: Weather,
): ModelQueue {
  return createQueue(
    { id, visibilityMs, attemptLimit: redrive?.after },
    {
      nowMs: timeline.nowMs,
      at: (ms, callback) => timeline.at(ms, callback),
      delayMs: () => (plan.strikes('delivered late') ? random.integer(0, LATE_MS) : random.mostlyShort(DELAY_MS)),
      isRepeated: () => plan.strikes('delivered twice'),
      order: (messages) => random.shuffled(messages),
      // Sometimes SQS hands a message out although it is hidden.
      hiddenMs: (whole) => (plan.strikes('delivered twice') ? random.integer(0, 60_000) : whole),
    },
    ({ messageId, body }) => {
      if (redrive === undefined) return;
      trace.note(id, `sets ${messageId} aside after ${redrive.after} receives: ${body.slice(0, 400)}`);
      queueOf(redrive.to).send(body);
    },
  );
}
