import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { matches } from '../../../local/aws-model/event-pattern.ts';
import type { ModelQueue } from '../../../local/aws-model/queue.ts';
import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import type { TableWrite } from '../table/memory-table.ts';
import { hash } from '../weather/random.ts';
import type { InvocationOutcome, Weather } from './invocation.ts';

type StreamRecord = {
  readonly eventName: string;
  readonly dynamodb: { readonly SequenceNumber: string };
  readonly writtenAt: number;
};
type Shard = {
  readonly id: string;
  readonly log: StreamRecord[];
  position: number;
  tries: number;
  limit: number;
  isBusy: boolean;
};

const SHARDS = 2;
const BatchAnswer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * The table's stream and the poller that Lambda keeps for each of its shards: in order within a shard, one batch at a
 * time; after a failure again from the first record that failed, in halves, until the retries are used up or it is too old.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export function createStream(
  source: Topology['sources'][number],
  deadLetters: ModelQueue | undefined,
  { timeline, random, plan, trace }: Weather,
  call: (event: unknown, done: (outcome: InvocationOutcome) => void) => void,
) {
  let written = 0;
  const shards = Array.from(
    { length: SHARDS },
    (_, index): Shard => ({
      id: `shard-${index}`,
      log: [],
      position: 0,
      tries: 0,
      limit: source.batchSize,
      isBusy: false,
    }),
  );

  function poll(shard: Shard): void {
    if (shard.isBusy || shard.position >= shard.log.length) return;
    shard.isBusy = true;
    const batch = shard.log.slice(shard.position, shard.position + shard.limit);
    call({ Records: batch }, (outcome) => {
      const taken = takenOf(batch, outcome);
      shard.position += taken;
      if (taken === batch.length) {
        shard.tries = 0;
        shard.limit = source.batchSize;
        pollLater(shard, 0);
      } else failed(shard, batch.length - taken, taken > 0);
    });
  }

  function failed(shard: Shard, left: number, hasProgress: boolean): void {
    shard.tries = hasProgress ? 1 : shard.tries + 1;
    if (source.bisects) shard.limit = Math.max(1, Math.ceil(left / 2));
    const isTooOld = timeline.nowMs() - (shard.log[shard.position]?.writtenAt ?? 0) > source.maxAgeMs;
    if (isTooOld || shard.tries > source.retries) {
      setAside(shard, source.bisects ? 1 : left);
      shard.tries = 0;
    }
    pollLater(shard, Math.min(60_000, 1_000 * 2 ** shard.tries));
  }

  function setAside(shard: Shard, count: number): void {
    const [first, last] = [shard.log[shard.position], shard.log[shard.position + count - 1]];
    const info = {
      shardId: shard.id,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      batchSize: count,
    };
    shard.position += count;
    trace.note(
      'stream',
      `gives up on ${count} record(s) of ${shard.id}`,
      deadLetters === undefined ? 'lost' : 'set aside',
    );
    deadLetters?.send(JSON.stringify({ DDBStreamBatchInfo: info }));
  }

  function pollLater(shard: Shard, delayMs: number): void {
    timeline.after(delayMs + random.mostlyShort(500), () => {
      shard.isBusy = false;
      poll(shard);
    });
  }

  return {
    write({ eventName, pk, item }: TableWrite): void {
      const shard = shards[hash(pk) % SHARDS];
      if (shard === undefined) return;
      written += 1;
      const SequenceNumber = String(written).padStart(21, '0');
      const record = {
        eventName,
        dynamodb: { SequenceNumber, NewImage: marshall(item) },
        writtenAt: timeline.nowMs(),
      };
      // Whether Lambda or the poller drops what the filter does not let through makes no difference to anybody.
      if (source.filters.length > 0 && !source.filters.some((filter) => matches(filter, record))) return;
      shard.log.push(record);
      const delayMs = plan.strikes('delivered late') ? random.integer(0, 60_000) : random.mostlyShort(1_000);
      timeline.after(delayMs, () => poll(shard));
    },

    /** The records that a message of the dead-letter queue names, for a redrive. */
    recordsOf(message: string): unknown[] {
      const {
        shardId,
        startSequenceNumber: from,
        endSequenceNumber: to,
      } = Info.parse(JSON.parse(message)).DDBStreamBatchInfo;
      const { log = [] } = shards.find(({ id }) => id === shardId) ?? {};
      return log.filter(({ dynamodb: { SequenceNumber } }) => SequenceNumber >= from && SequenceNumber <= to);
    },

    isDrained: (): boolean => shards.every(({ position, log }) => position >= log.length),
  };
}

const Info = z.object({
  DDBStreamBatchInfo: z.object({ shardId: z.string(), startSequenceNumber: z.string(), endSequenceNumber: z.string() }),
});

/** Number of those of a batch that are done. */
function takenOf(batch: readonly StreamRecord[], outcome: InvocationOutcome): number {
  if (!('value' in outcome)) return 0;
  const answer = BatchAnswer.safeParse(outcome.value);
  const failed = answer.success ? answer.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) : [];
  if (failed.length === 0) return batch.length;
  const first = batch.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber));
  return Math.max(0, first);
}
