import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { createRemediationHandler } from '../../../functions/create-remediation/handler.ts';
import { sqsEvent } from '../../../local/aws-model/consume-queue.ts';
import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import { workQueue } from '../../../local/aws-model/work-queue.ts';
import { waitUntil } from '../../../local/wait-until.ts';
import { busDetail, type RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { QUEUE_TRIES } from '../../../shared/domain/remediation/decide/retry.ts';
import { CONTEXT, type World } from './world.ts';

/** What a copy of a function has of its own. */
type Copy = Pick<World, 'ticketSites'>;

/**
 * A queue before create-remediation in real time, with the batches that the stack has.
 *
 * @param attemptLimit after so many receives a message is set aside
 * @param copies of the function that take turns; by default the one of the world
 */
export function creationQueue(
  world: World,
  { functions, sources }: Topology,
  { attemptLimit = QUEUE_TRIES, copies = [world] }: { attemptLimit?: number; copies?: readonly Copy[] } = {},
) {
  const worker = functions.find(({ name }) => name === 'create-remediation');
  const source = sources.find(({ to }) => to === worker?.id);
  if (source === undefined) throw new Error('the template has no queue for create-remediation');
  const handlers = copies.map((copy) => createRemediationHandler({ ...world, ...copy }));
  const batches: number[] = [];
  const setAside: string[] = [];
  const limits = { ...source, id: 'create', attemptLimit, retryAfterMs: 1_000 };
  const queue = workQueue(limits, {
    handOver(batch) {
      const handler = handlers[batches.length % handlers.length];
      batches.push(batch.length);
      if (handler === undefined) throw new Error('a queue has at least one function behind it');
      return handler(z.custom<SQSEvent>().parse(sqsEvent('create', batch)), CONTEXT);
    },
    setAside: ({ body }, reason) => setAside.push(`${reason}: ${body}`),
  });
  return {
    /** Number of messages in each run so far. */
    batches,
    setAside,
    /** Sends all events at the same moment, and waits until each has been worked through. */
    async through(events: readonly RecordedEvent[], timeoutMs = 60_000): Promise<void> {
      for (const event of events) {
        queue.send(JSON.stringify({ 'detail-type': event.type, source: event.source, detail: busDetail(event) }));
      }
      const waiting = () => Promise.resolve(queue.waiting());
      await waitUntil('the queue is empty', waiting, (count) => count === 0, timeoutMs);
      queue.stop();
    },
    /** A message that no event is. */
    sendMalformed: () => queue.send('{"detail-type":"Recommendation Approved"}'),
  };
}
