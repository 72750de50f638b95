import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { matches } from '../aws-model/event-pattern.ts';
import type { Topology } from '../aws-model/stack-topology.ts';
import type { StackFunctions } from './stack-functions.ts';

const Records = z.object({
  Records: z.array(z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) })),
  NextShardIterator: z.string(),
});
type StreamRecord = z.infer<typeof Records>['Records'][number];

const PartialFailure = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

const LOOK_AGAIN_MS = 25;
const RETRY_AFTER_MS = 250;

type StreamParts = {
  topology: Topology;
  functions: StackFunctions;
  /** Address of the DynamoDB engine. */
  endpoint: string;
  table: string;
  log: (line: string) => void;
};

/**
 * Carries the stream of the table to the function that the stack has put behind it, in order: as an event source mapping
 * does, nothing is passed over, and what failed is tried again before what follows.
 *
 * @returns ends it, after the batch under way
 */
export async function startOutboxStream({ topology, functions, endpoint, table, log }: StreamParts) {
  const source = topology.sources.find(({ isStream }) => isStream);
  if (source === undefined) throw new Error('the stack has put no function behind the stream of its table');
  const { batchSize, to: worker, filters } = source;
  const isWanted = (record: StreamRecord) => filters.some((filter) => matches(filter, record));
  const stopping = new AbortController();
  let iterator = await firstIterator(endpoint, table);

  async function carry(): Promise<void> {
    while (!stopping.signal.aborted) {
      const page = Records.parse(await call(endpoint, 'GetRecords', { ShardIterator: iterator, Limit: batchSize }));
      iterator = page.NextShardIterator;
      let left = page.Records.filter(isWanted);
      while (left.length > 0 && !stopping.signal.aborted) {
        left = await handOver(left);
        if (left.length > 0) await wait(RETRY_AFTER_MS);
      }
      if (page.Records.length === 0) await wait(LOOK_AGAIN_MS);
    }
  }

  /** @returns what is to be handed over again: from the first that failed on */
  async function handOver(records: StreamRecord[]): Promise<StreamRecord[]> {
    try {
      const answer = PartialFailure.parse(await functions.invoke(worker, { Records: records }));
      const [first] = answer.batchItemFailures;
      if (first === undefined) return [];
      return records.slice(records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === first.itemIdentifier));
    } catch (error) {
      log(`the stream waits: ${String(error)}`);
      return records;
    }
  }

  const carrying = carry().catch((error: unknown) => log(`the stream ended: ${String(error)}`));
  return async (): Promise<void> => {
    stopping.abort();
    await carrying;
  };
}

async function firstIterator(endpoint: string, table: string): Promise<string> {
  const { Streams } = z
    .object({ Streams: z.array(z.object({ StreamArn: z.string() })) })
    .parse(await call(endpoint, 'ListStreams', { TableName: table }));
  const StreamArn = Streams[0]?.StreamArn;
  const { StreamDescription } = z
    .object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) })
    .parse(await call(endpoint, 'DescribeStream', { StreamArn }));
  const ShardId = StreamDescription.Shards[0]?.ShardId;
  const { ShardIterator } = z
    .object({ ShardIterator: z.string() })
    .parse(await call(endpoint, 'GetShardIterator', { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }));
  return ShardIterator;
}

/** The engine looks for the form of a signature, not for its truth. */
const SIGNED =
  'AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

async function call(endpoint: string, operation: string, body: object): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-date': '20260101T000000Z',
      authorization: SIGNED,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
