import { shortened } from '../../shared/domain/words/shorten.ts';
import { sqsEvent } from '../aws-model/consume-queue.ts';
import type { Topology } from '../aws-model/stack-topology.ts';
import { type WorkQueue, workQueue } from '../aws-model/work-queue.ts';
import type { StackFunctions } from './stack-functions.ts';

/** AWS hides a failed message for six times the function's time-out, in case it still runs. Here it is known to have ended. */
const RETRY_AFTER_MS = 1_000;

export type StackQueues = {
  /** @throws Error when no function works on that queue */
  send: (queue: string, body: string) => void;
  /** Number of messages that are not worked through. @throws Error when no function works on that queue */
  waiting: (queue: string) => number;
  stop: () => void;
};

/**
 * The queues on which functions work, with the batches, limits and attempts of the stack.
 *
 * @param setAside told of each message that failed for the last time
 */
export function stackQueues(
  topology: Topology,
  functions: StackFunctions,
  setAside: (what: string) => void,
): StackQueues {
  const queues = new Map<string, WorkQueue>();
  for (const { from: id, to: worker, batchSize, gathersMs, maxConcurrency } of topology.sources) {
    const redrive = topology.queues.find((queue) => queue.id === id)?.redrive;
    if (redrive === undefined) continue;
    const limits = {
      id,
      batchSize,
      gathersMs,
      maxConcurrency,
      attemptLimit: redrive.after,
      retryAfterMs: RETRY_AFTER_MS,
    };
    const queue = workQueue(limits, {
      handOver: (batch) => functions.invoke(worker, sqsEvent(id, batch)),
      setAside: ({ body, receives }, reason) =>
        setAside(`${worker} failed ${receives} times (${reason}) with ${shortened(body, 500)}`),
    });
    queues.set(id, queue);
  }
  const queueCalled = (id: string): WorkQueue => {
    const found = queues.get(id);
    if (found === undefined) throw new Error(`no function works on the queue ${id}`);
    return found;
  };
  return {
    send: (queue, body) => queueCalled(queue).send(body),
    waiting: (queue) => queueCalled(queue).waiting(),
    stop() {
      for (const queue of queues.values()) queue.stop();
    },
  };
}
