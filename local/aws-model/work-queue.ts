import { randomUUID } from 'node:crypto';

export type QueueSettings = {
  /** How many messages one invocation gets at most. */
  batchSize: number;
  /** How many invocations run at once. */
  maxConcurrency: number;
  /** After so many receives a message is set aside. */
  attemptLimit: number;
  /** How long a message that failed stays hidden. */
  retryAfterMs: number;
};

export type QueueMessage = { messageId: string; body: string; receives: number };

type Work = {
  /** Works through a batch. @returns the ids of the messages that failed */
  handOver: (batch: readonly QueueMessage[]) => Promise<string[]>;
  /** Told of a message that has failed for the last time, and why. */
  setAside: (message: QueueMessage, reason: string) => void;
};

export type WorkQueue = { send: (body: string) => void; stop: () => void };

/** A queue with its event source mapping: batches, a limit on what runs at once, retries, and an end to them. */
export function workQueue(settings: QueueSettings, { handOver, setAside }: Work): WorkQueue {
  const { batchSize, maxConcurrency, attemptLimit, retryAfterMs } = settings;
  const waiting: QueueMessage[] = [];
  const hidden = new Set<NodeJS.Timeout>();
  let running = 0;
  let isStopped = false;

  function pump(): void {
    while (!isStopped && running < maxConcurrency && waiting.length > 0) {
      const batch = waiting.splice(0, batchSize).map((message) => ({ ...message, receives: message.receives + 1 }));
      running += 1;
      void run(batch).finally(() => {
        running -= 1;
        pump();
      });
    }
  }

  async function run(batch: readonly QueueMessage[]): Promise<void> {
    let failed = batch.map(({ messageId }) => messageId);
    let reason = 'it stayed in the list of failures';
    try {
      failed = await handOver(batch);
    } catch (error) {
      reason = String(error);
    }
    if (isStopped) return;
    for (const message of batch.filter(({ messageId }) => failed.includes(messageId))) {
      if (message.receives >= attemptLimit) setAside(message, reason);
      else comeBack(message);
    }
  }

  function comeBack(message: QueueMessage): void {
    const timer = setTimeout(() => {
      hidden.delete(timer);
      waiting.push(message);
      pump();
    }, retryAfterMs);
    hidden.add(timer);
  }

  return {
    send(body) {
      waiting.push({ messageId: randomUUID(), body, receives: 0 });
      pump();
    },
    stop() {
      isStopped = true;
      for (const timer of hidden) clearTimeout(timer);
    },
  };
}
