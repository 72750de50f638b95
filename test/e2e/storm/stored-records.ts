import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { EmulatedStack } from '../../../local/local-stack.ts';
import { documentClient } from '../../../runtime/dynamodb.ts';
import { ChainedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { firstBrokenLink } from '../../../shared/domain/history/audit-chain.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { isRecordHead, PREFIX } from '../../../shared/store/keys.ts';
import { HeadItem } from '../../../shared/store/records/read-record.ts';

export type ScannedRecord = {
  id: string;
  ticketId: string;
  isLinkedToTicket: boolean;
  log: string[];
  isChainWhole: boolean;
};

const Key = z.looseObject({ pk: z.string(), sk: z.string() });
const EventItem = z.object({ event: ChainedEvent });

/** Every record in the table, by a scan: what is there, not what an index or a pointer says is there. */
export async function storedRecords({ emulator, outputs }: EmulatedStack): Promise<ScannedRecord[]> {
  const client = documentClient(
    new DynamoDBClient({
      endpoint: emulator.endpoint,
      region: emulator.env.AWS_REGION ?? '',
      credentials: {
        accessKeyId: emulator.env.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: emulator.env.AWS_SECRET_ACCESS_KEY ?? '',
      },
    }),
  );
  const heads: HeadItem[] = [];
  const events: ChainedEvent[] = [];
  for await (const { Items } of paginateScan({ client }, { TableName: outputs.TableName, ConsistentRead: true })) {
    for (const item of z.array(Key).parse(Items ?? [])) {
      if (!item.pk.startsWith(PREFIX.record)) continue;
      if (isRecordHead(item)) heads.push(HeadItem.parse(item));
      if (item.sk.startsWith(PREFIX.event)) events.push(EventItem.parse(item).event);
    }
  }
  const logs = Map.groupBy(events, ({ postMortemId }) => postMortemId);
  return heads.map(({ head }) => {
    const log = (logs.get(head.id) ?? []).toSorted((a, b) => a.sequence - b.sequence);
    return {
      id: head.id,
      ticketId: head.incident.ticketId,
      isLinkedToTicket: head.isLinkedToTicket,
      log: log.map(({ type }) => type),
      isChainWhole: log.length > 0 && firstBrokenLink(log, sha256) === undefined,
    };
  });
}
