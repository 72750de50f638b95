import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import type { QueuedMessage } from './dead-letter.ts';

/** A queue of SQS, as far as dead letters need one. */
export type SqsQueue = {
  /** About how many messages wait in it. */
  waiting: () => Promise<number>;
  /** Up to ten messages, which nobody else sees for `hiddenForSeconds`. None when the queue is empty. */
  receive: (hiddenForSeconds: number) => Promise<QueuedMessage[]>;
  /** Lets others see a received message again. */
  giveBack: (message: QueuedMessage) => Promise<void>;
  send: (message: QueuedMessage) => Promise<void>;
  remove: (message: QueuedMessage) => Promise<void>;
  /**
   * Lets SQS move all messages to another queue by itself.
   *
   * @throws Error whose name says that the service cannot, where it cannot
   */
  startMoveTo: (url: string) => Promise<void>;
  /** How far the last such move has come. */
  move: () => Promise<{ isRunning: boolean; moved: number; failure: string | undefined }>;
};

export function sqsQueue(client: SQSClient, QueueUrl: string): SqsQueue {
  const attribute = async (url: string, name: 'QueueArn' | 'ApproximateNumberOfMessages'): Promise<string> => {
    const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [name] });
    return (await client.send(command)).Attributes?.[name] ?? '';
  };
  return {
    waiting: async () => Number(await attribute(QueueUrl, 'ApproximateNumberOfMessages')),
    async receive(hiddenForSeconds) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: hiddenForSeconds,
          // Without a wait SQS asks only some of its servers, and a queue looks empty that is not.
          WaitTimeSeconds: 1,
          MessageSystemAttributeNames: ['SentTimestamp'],
          MessageAttributeNames: ['All'],
        }),
      );
      return Messages.map(({ MessageId = '', ReceiptHandle = '', Body = '', Attributes, MessageAttributes = {} }) => ({
        messageId: MessageId,
        receiptHandle: ReceiptHandle,
        body: Body,
        sentAt: new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString(),
        attributes: stringsOf(MessageAttributes),
      }));
    },
    async giveBack({ receiptHandle: ReceiptHandle }) {
      await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    },
    async send({ body: MessageBody }) {
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
    async remove({ receiptHandle: ReceiptHandle }) {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    },
    async startMoveTo(url) {
      const [SourceArn, DestinationArn] = [await attribute(QueueUrl, 'QueueArn'), await attribute(url, 'QueueArn')];
      await client.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn }));
    },
    async move() {
      const SourceArn = await attribute(QueueUrl, 'QueueArn');
      const { Results } = await client.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }));
      const { Status, ApproximateNumberOfMessagesMoved = 0, FailureReason } = Results?.[0] ?? {};
      return {
        isRunning: Status === 'RUNNING',
        moved: ApproximateNumberOfMessagesMoved,
        failure: Status === 'COMPLETED' || Status === 'RUNNING' ? undefined : (FailureReason ?? Status ?? 'unknown'),
      };
    },
  };
}

function stringsOf(attributes: Record<string, MessageAttributeValue>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, { StringValue = '' }]) => [name, StringValue]));
}
