import { GetQueueAttributesCommand, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DueFixQueue } from '../../shared/verification/due-fix.ts';

const WAITING = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;

/** The queue of fixes to judge, in SQS. */
export function dueFixQueue(client: SQSClient, QueueUrl: string): DueFixQueue {
  return {
    async waiting() {
      const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...WAITING] });
      const { Attributes = {} } = await client.send(command);
      // No answer is none waiting: what is due is sent then, at worst twice.
      return WAITING.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
    },
    async send(fixes) {
      const Entries = fixes.map((fix, index) => ({ Id: String(index), MessageBody: JSON.stringify(fix) }));
      const { Successful = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      const taken = new Set(Successful.map(({ Id }) => Id));
      return Entries.map(({ Id }) => taken.has(Id));
    },
  };
}
