import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** Request units of DynamoDB: of reads, and of writes with those of the indexes. */
export type Units = { read: number; write: number };

const Consumed = z.object({ CapacityUnits: z.number() });
const Output = z.object({
  ConsumedCapacity: z.union([Consumed.transform((one) => [one]), z.array(Consumed)]).prefault([]),
});

/**
 * Counts what every call of a client consumes, as the engine tells it.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
 */
export function consumedUnits(client: DynamoDBDocumentClient): {
  during: (work: () => Promise<unknown>) => Promise<Units>;
} {
  let units: Units = { read: 0, write: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } });
        const { ConsumedCapacity } = Output.parse(answer.output);
        const sum = ConsumedCapacity.reduce((total, { CapacityUnits }) => total + CapacityUnits, 0);
        const isRead = /Get|Query/.test(commandName);
        units = isRead ? { ...units, read: units.read + sum } : { ...units, write: units.write + sum };
        return answer;
      },
    { step: 'initialize', name: 'countUnits' },
  );
  return {
    async during(work) {
      units = { read: 0, write: 0 };
      await work();
      return units;
    },
  };
}
