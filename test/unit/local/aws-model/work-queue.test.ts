import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QueueMessage } from '../../../../local/aws-model/queue.ts';
import { workQueue } from '../../../../local/aws-model/work-queue.ts';

const settings = { id: 'work', batchSize: 2, gathersMs: 0, maxConcurrency: 1, attemptLimit: 3, retryAfterMs: 1_000 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A queue whose worker does with a batch what `work` says, and what it was handed. */
function queueWith(work: (batch: readonly QueueMessage[]) => string[], more: Partial<typeof settings> = {}) {
  const batches: string[][] = [];
  const setAside: string[] = [];
  const queue = workQueue(
    { ...settings, ...more },
    {
      handOver: async (batch) => {
        batches.push(batch.map(({ body }) => body));
        return { batchItemFailures: work(batch).map((itemIdentifier) => ({ itemIdentifier })) };
      },
      setAside: ({ body }, reason) => setAside.push(`${body}: ${reason}`),
    },
  );
  return { queue, batches, setAside };
}

describe('a work queue', () => {
  it('hands over batches, as many at once as it may', async () => {
    const { queue, batches } = queueWith(() => []);

    for (const body of ['a', 'b', 'c', 'd']) queue.send(body);
    await vi.runAllTimersAsync();

    expect(batches).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('gathers a batch until it is full, or for as long as it may', async () => {
    const { queue, batches } = queueWith(() => [], { batchSize: 3, gathersMs: 2_000 });

    for (const body of ['a', 'b', 'c', 'd']) queue.send(body);
    await vi.advanceTimersByTimeAsync(1_999);
    queue.send('e');
    const before = [...batches];
    await vi.advanceTimersByTimeAsync(1);

    expect([before, batches]).toEqual([
      [['a', 'b', 'c']],
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
    ]);
  });

  it('brings back only what failed, after a while', async () => {
    let isFirst = true;
    const { queue, batches } = queueWith((batch) => {
      const failed = isFirst ? batch.map(({ messageId }) => messageId) : [];
      isFirst = false;
      return failed;
    });

    queue.send('a');
    await vi.advanceTimersByTimeAsync(999);
    queue.send('b');
    await vi.advanceTimersByTimeAsync(1);

    expect(batches).toEqual([['a'], ['b'], ['a']]);
  });

  it('sets aside what failed as often as it may, with the reason', async () => {
    const { queue, batches, setAside } = queueWith(() => {
      throw new Error('Jira is down');
    });

    queue.send('a');
    await vi.runAllTimersAsync();

    expect(batches).toHaveLength(3);
    expect(setAside).toEqual(['a: Error: Jira is down']);
  });

  it('brings nothing back once it is stopped', async () => {
    const { queue, batches } = queueWith((batch) => batch.map(({ messageId }) => messageId));

    queue.send('a');
    await vi.advanceTimersByTimeAsync(1);
    queue.stop();
    await vi.runAllTimersAsync();

    expect(batches).toHaveLength(1);
  });
});
