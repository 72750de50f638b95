import { consumeQueue } from './consume-queue.ts';
import { createQueue, type QueueConduct, type QueueMessage } from './queue.ts';

export type WorkQueueSettings = {
  id: string;
  /** Number of messages that one invocation gets at most. */
  batchSize: number;
  /** How long a batch that is not full is gathered. */
  gathersMs: number;
  /** Number of invocations that run at once. */
  maxConcurrency: number;
  /** After so many receives a message is set aside. */
  attemptLimit: number;
  /** How long a message that failed stays hidden. */
  retryAfterMs: number;
};

type Work = {
  /** Works through a batch. @returns what the function answers */
  handOver: (batch: readonly QueueMessage[]) => Promise<unknown>;
  /** Told of a message that has failed for the last time, and why. */
  setAside: (message: QueueMessage, reason: string) => void;
};

export type WorkQueue = { send: (body: string) => void; waiting: () => number; stop: () => void };

/** A queue in real time with a function behind it, at its best: nothing is late, comes twice or out of order. */
export function workQueue(settings: WorkQueueSettings, { handOver, setAside }: Work): WorkQueue {
  const timers = new Set<NodeJS.Timeout>();
  const reasons = new Map<string, string>();
  let isStopped = false;

  const conduct: QueueConduct = {
    nowMs: () => Date.now(),
    at(ms, callback) {
      if (isStopped) return;
      if (ms <= Date.now()) return callback();
      const timer = setTimeout(() => {
        timers.delete(timer);
        // A timer may go off a little before its time, when nothing is visible yet; nobody would look again.
        conduct.at(ms, callback);
      }, ms - Date.now());
      timers.add(timer);
    },
    delayMs: () => 0,
    isRepeated: () => false,
    order: (messages) => messages,
    // Its worker is known to have ended when it says so, and only then.
    hiddenMs: () => Number.POSITIVE_INFINITY,
  };
  const { id, attemptLimit } = settings;
  const queue = createQueue({ id, visibilityMs: Number.POSITIVE_INFINITY, attemptLimit }, conduct, (message) =>
    setAside({ ...message, receives: attemptLimit }, reasons.get(message.messageId) ?? 'nobody said why'),
  );
  consumeQueue(queue, { ...settings, reportsItems: true }, (batch, done) => {
    for (const { messageId } of batch) reasons.set(messageId, 'it stayed in the list of failures');
    handOver(batch).then(
      (value) => isStopped || done({ value }),
      (error: unknown) => {
        for (const { messageId } of batch) reasons.set(messageId, String(error));
        if (!isStopped) done({ error });
      },
    );
  });

  return {
    send: (body) => queue.send(body),
    waiting: () => queue.waiting().length,
    stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
