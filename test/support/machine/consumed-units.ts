import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** Request units of DynamoDB: of reads, and of writes with those of the indexes. */
export type Units = { read: number; write: number };
export type MeasureUnits = (work: () => Promise<unknown>) => Promise<Units>;

/**
 * A write whose condition does not hold costs what it would have, of which the engine tells nothing. None of ours is above 1 KB.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
const REFUSED = 1;

const Consumed = z.object({ CapacityUnits: z.number() });
const Output = z.object({
  ConsumedCapacity: z.union([Consumed.transform((one) => [one]), z.array(Consumed)]).prefault([]),
});

/** One for many calls: it would be in the sum of whichever call comes first. docs/decisions/0052 says what it costs. */
const isCountOfCalls = (input: unknown): boolean => String(Object(Object(input).Key).pk).startsWith('CALLS#');

/**
 * Counts what every call of a client consumes, as the engine tells it.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
 */
export function consumedUnits(client: DynamoDBDocumentClient): { during: MeasureUnits } {
  let units: Units = { read: 0, write: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } }).catch(
          (error: unknown) => {
            if (error instanceof ConditionalCheckFailedException) units = { ...units, write: units.write + REFUSED };
            throw error;
          },
        );
        if (isCountOfCalls(args.input)) return answer;
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
