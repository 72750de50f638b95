import * as z from 'zod';
import type { Emulator } from '../../../local/emulator/start-emulator.ts';
import { awsCall } from './aws-call.ts';

const Listed = z.object({ QueueUrls: z.array(z.string()).default([]) });
const Attributes = z.object({
  Attributes: z.object({
    QueueArn: z.string(),
    ApproximateNumberOfMessages: z.coerce.number(),
    ApproximateNumberOfMessagesNotVisible: z.coerce.number(),
    RedrivePolicy: z
      .string()
      .transform((policy): unknown => JSON.parse(policy))
      .pipe(z.object({ deadLetterTargetArn: z.string() }))
      .optional(),
  }),
});
const Received = z.object({ Messages: z.array(z.object({ Body: z.string(), ReceiptHandle: z.string() })).default([]) });

type Queue = { url: string; arn: string; deadLetterArn: string | undefined; messages: number };

export type Queues = ReturnType<typeof queuesOf>;

/** The queues of the account: how full they are, and what an operator does with them. */
export function queuesOf({ endpoint, env }: Emulator) {
  const account = {
    endpoint,
    region: env.AWS_REGION ?? '',
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
  };
  const sqs = (operation: string, input: object) => awsCall(account, 'sqs', `AmazonSQS.${operation}`, input);

  async function all(): Promise<Queue[]> {
    const { QueueUrls } = Listed.parse(await sqs('ListQueues', {}));
    return Promise.all(
      QueueUrls.map(async (url) => {
        const asked = { QueueUrl: url, AttributeNames: ['All'] };
        const { Attributes: found } = Attributes.parse(await sqs('GetQueueAttributes', asked));
        return {
          url,
          arn: found.QueueArn,
          deadLetterArn: found.RedrivePolicy?.deadLetterTargetArn,
          messages: found.ApproximateNumberOfMessages + found.ApproximateNumberOfMessagesNotVisible,
        };
      }),
    );
  }

  const isWorkQueue = ({ deadLetterArn }: Queue) => deadLetterArn !== undefined;

  return {
    /** Number of messages that wait or are being worked on, and how many were set aside. */
    async depths(): Promise<{ work: number; deadLetters: number }> {
      const work = { work: 0, deadLetters: 0 };
      for (const queue of await all()) work[isWorkQueue(queue) ? 'work' : 'deadLetters'] += queue.messages;
      return work;
    },

    /** How long a message stays hidden after a failure, for all work queues. */
    async hideFailuresFor(seconds: number): Promise<void> {
      for (const { url } of (await all()).filter(isWorkQueue)) {
        await sqs('SetQueueAttributes', { QueueUrl: url, Attributes: { VisibilityTimeout: String(seconds) } });
      }
    },

    /** Sends everything in the dead-letter queues back to the queue that it came from. @returns how many messages */
    async redrive(): Promise<number> {
      const queues = await all();
      let moved = 0;
      for (const source of queues.filter(isWorkQueue)) {
        const deadLetters = queues.find(({ arn }) => arn === source.deadLetterArn);
        if (deadLetters === undefined) continue;
        for (;;) {
          const asked = { QueueUrl: deadLetters.url, MaxNumberOfMessages: 10 };
          const { Messages } = Received.parse(await sqs('ReceiveMessage', asked));
          if (Messages.length === 0) break;
          for (const { Body, ReceiptHandle } of Messages) {
            await sqs('SendMessage', { QueueUrl: source.url, MessageBody: Body });
            await sqs('DeleteMessage', { QueueUrl: deadLetters.url, ReceiptHandle });
            moved += 1;
          }
        }
      }
      return moved;
    },
  };
}
