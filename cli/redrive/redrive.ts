import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { jsonIn } from '../../shared/domain/words/well-formed.ts';
import { failureOf } from '../../shared/store/inbox/failures.ts';
import type { CommandDependencies } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import type { Installation } from '../installation.ts';
import { whileBusy } from '../terminal.ts';
import type { QueuedMessage } from './dead-letter.ts';
import { type DeadLetterQueue, deadLetterQueues, queueNamed } from './dead-letter-queues.ts';
import { lookInto } from './look-into.ts';
import { type SqsQueue, sqsQueue } from './queue.ts';
import { type QueueReport, redriveText } from './redrive-text.ts';
import { moveAll, oneByOne } from './send-back.ts';

/** Order of a person: one queue or all, to send or only to show. */
export type RedriveOrder = { only: string | undefined; isToSend: boolean };

/** @returns whether nothing is left in the queues that were asked for */
export async function redrive(deps: CommandDependencies, { only, isToSend }: RedriveOrder): Promise<boolean> {
  const { installation, terminal, now, asJson } = deps;
  const all = deadLetterQueues(installation.outputs);
  const asked = only === undefined ? all : [queueNamed(all, only)];
  const reports: QueueReport[] = [];
  await whileBusy(terminal, 'looking into the queues', async (say) => {
    for (const queue of asked) {
      say(`looking into ${queue.name}`);
      const from = sqsQueue(installation.queues, queue.url);
      const reasonOf = async (id: string) => (await failureOf(installation.table, id))?.reason;
      const { waiting, letters } = await lookInto(from, reasonOf);
      const isGoing = isToSend && waiting > 0 && queue.way !== 'stream';
      const sent = isGoing
        ? await sendBack(installation, queue, from, (count) => say(`${queue.name}: ${count} of ${waiting} sent back`))
        : 0;
      reports.push({ name: queue.name, way: queue.way, waiting, letters, sent, left: Math.max(0, waiting - sent) });
    }
  });
  terminal.out(
    asJson ? `${JSON.stringify({ queues: reports }, undefined, 2)}\n` : redriveText(reports, isToSend, now()),
  );
  return reports.every(({ left }) => left === 0);
}

/** @returns how many messages went back */
async function sendBack(
  { queues, functions, bus, output }: Installation,
  queue: Exclude<DeadLetterQueue, { way: 'stream' }>,
  from: SqsQueue,
  progress: (sent: number) => void,
): Promise<number> {
  switch (queue.way) {
    case 'worker':
      return moveAll(from, { url: queue.workQueueUrl, queue: sqsQueue(queues, queue.workQueueUrl) }, progress);
    case 'schedule':
      // One run does all that is due, however many runs failed: it stands for all of them.
      await functions.send(new InvokeCommand({ FunctionName: queue.functionName, InvocationType: 'Event' }));
      return oneByOne(from, () => Promise.resolve(), progress);
    case 'rule':
      return oneByOne(
        from,
        async (message) => {
          const { Entries } = await bus.send(
            new PutEventsCommand({ Entries: [entryOf(message, output('EventBusName'))] }),
          );
          const [entry] = Entries ?? [];
          if (entry?.ErrorCode !== undefined) throw new Error(`the bus refused an event: ${entry.ErrorMessage ?? ''}`);
        },
        progress,
      );
  }
}

const Undelivered = z.object({ source: z.string(), 'detail-type': z.string(), detail: z.unknown() });

/** @throws CommandFailure when it is no event */
function entryOf({ body, messageId }: QueuedMessage, EventBusName: string) {
  const event = Undelivered.safeParse(jsonIn(body)).data;
  if (event === undefined) {
    throw new CommandFailure(
      `message ${messageId} is no event`,
      'somebody else sent it: look at it, and remove it by hand',
    );
  }
  const { source, 'detail-type': DetailType, detail } = event;
  return { EventBusName, Source: source, DetailType, Detail: JSON.stringify(detail) };
}
