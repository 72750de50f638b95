import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';

type Queues = { send: (queue: string, body: string) => void; waiting: (queue: string) => number };

const SendMessageBatch = z.object({
  QueueUrl: z.string(),
  Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })),
});
const GetQueueAttributes = z.object({ QueueUrl: z.string(), AttributeNames: z.array(z.string()) });

/**
 * The two calls that a function makes to SQS by itself.
 *
 * @returns answers them; undefined for any other call
 */
export function sqsCalls({ send, waiting }: Queues): (target: unknown, body: Buffer) => object | undefined {
  return (target, body) => {
    const json = (): unknown => JSON.parse(body.toString('utf8'));
    if (target === 'AmazonSQS.SendMessageBatch') {
      const { QueueUrl, Entries } = SendMessageBatch.parse(json());
      for (const { MessageBody } of Entries) send(QueueUrl, MessageBody);
      // The SDK holds the hash to what it sent.
      const md5 = (text: string) => createHash('md5').update(text).digest('hex');
      return {
        Successful: Entries.map(({ Id, MessageBody }) => ({
          ...{ Id, MessageId: randomUUID(), MD5OfMessageBody: md5(MessageBody) },
        })),
      };
    }
    if (target === 'AmazonSQS.GetQueueAttributes') {
      const { QueueUrl, AttributeNames } = GetQueueAttributes.parse(json());
      // One attribute has the number of all, whether a function works on them or not.
      const all: Record<string, string> = { ApproximateNumberOfMessages: String(waiting(QueueUrl)) };
      return { Attributes: Object.fromEntries(AttributeNames.map((name) => [name, all[name] ?? '0'])) };
    }
    return undefined;
  };
}
