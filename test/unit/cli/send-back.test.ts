import { describe, expect, it } from 'vitest';
import type { QueuedMessage } from '../../../cli/redrive/dead-letter.ts';
import { lookInto } from '../../../cli/redrive/look-into.ts';
import type { SqsQueue } from '../../../cli/redrive/queue.ts';
import { moveAll, oneByOne } from '../../../cli/redrive/send-back.ts';
import { NOW } from '../../support/world/records.ts';

/** A queue in memory that hides what was received, and moves nothing by itself unless it is told how. */
function queueOf(count: number, move?: Pick<SqsQueue, 'startMoveTo' | 'move'>) {
  const message = (body: string): QueuedMessage => ({
    messageId: `id of ${body}`,
    receiptHandle: body,
    body,
    sentAt: NOW,
    attributes: {},
  });
  const there = new Map(Array.from({ length: count }, (_, index) => [`m${index}`, message(`m${index}`)]));
  const hidden = new Set<string>();
  const queue: SqsQueue = {
    waiting: () => Promise.resolve(there.size - hidden.size),
    receive: () => {
      const batch = [...there.values()].filter(({ body }) => !hidden.has(body)).slice(0, 10);
      for (const { body } of batch) hidden.add(body);
      return Promise.resolve(batch);
    },
    giveBack: ({ body }) => {
      hidden.delete(body);
      return Promise.resolve();
    },
    send: ({ body }) => {
      there.set(body, message(body));
      return Promise.resolve();
    },
    remove: ({ body }) => {
      there.delete(body);
      hidden.delete(body);
      return Promise.resolve();
    },
    startMoveTo: () => Promise.reject(Object.assign(new Error('unknown action'), { name: 'InvalidAction' })),
    move: () => Promise.resolve({ isRunning: false, moved: 0, failure: undefined }),
    ...move,
  };
  return { queue, bodies: () => [...there.keys()] };
}
const quiet = () => {};

describe('sending back', () => {
  it('lets SQS move the messages where it can, and waits until it has', async () => {
    const asked: string[] = [];
    const states = [
      { isRunning: true, moved: 12, failure: undefined },
      { isRunning: false, moved: 25, failure: undefined },
    ];
    const dead = queueOf(25, {
      startMoveTo: (url) => {
        asked.push(url);
        return Promise.resolve();
      },
      move: () => Promise.resolve(states.shift() ?? { isRunning: false, moved: 0, failure: 'asked too often' }),
    });
    const told: number[] = [];
    const moved = await moveAll(
      dead.queue,
      { url: 'work', queue: queueOf(0).queue },
      (sent) => told.push(sent),
      () => Promise.resolve(),
    );
    expect([moved, asked, told]).toEqual([25, ['work'], [12, 25]]);
  });

  it('says so when SQS stopped in the middle', async () => {
    const dead = queueOf(2, {
      startMoveTo: () => Promise.resolve(),
      move: () => Promise.resolve({ isRunning: false, moved: 1, failure: 'AWS.SimpleQueueService.NonExistentQueue' }),
    });
    await expect(moveAll(dead.queue, { url: 'work', queue: queueOf(0).queue }, quiet)).rejects.toThrow(
      'SQS moved 1 messages, and then stopped: AWS.SimpleQueueService.NonExistentQueue',
    );
  });

  it('moves every message itself where SQS cannot', async () => {
    const dead = queueOf(25);
    const work = queueOf(0);
    expect(await moveAll(dead.queue, { url: 'work', queue: work.queue }, quiet)).toBe(25);
    expect([dead.bodies(), work.bodies().length]).toEqual([[], 25]);
  });

  it('keeps a message that could not be handed on', async () => {
    const dead = queueOf(3);
    const handOn = ({ body }: QueuedMessage) =>
      body === 'm1' ? Promise.reject(new Error('the network is gone')) : Promise.resolve();
    await expect(oneByOne(dead.queue, handOn, quiet)).rejects.toThrow('the network is gone');
    expect(dead.bodies()).toEqual(['m1', 'm2']);
  });
});

describe('looking into a queue', () => {
  it('shows a hundred messages at most, with their reasons, and leaves all where they are', async () => {
    const { queue, bodies } = queueOf(120);
    const { waiting, letters } = await lookInto(queue, (id) => Promise.resolve(`why ${id}`));
    expect([waiting, letters.length, letters[0]?.reason]).toEqual([120, 100, 'why id of m0']);
    expect([bodies().length, await queue.waiting()]).toEqual([120, 120]);
  });
});
