import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { isOverItemLimit, plainValue } from './plain-value.ts';
import { holds, type StoredItem, type Substitutes, updated } from './table-expressions.ts';
import { createTableIndex, INDEXES } from './table-index.ts';
import { answerQuery } from './table-query.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const TRANSACTION_LIMIT = 100;

/** Record of the table's stream about a write. */
export type TableWrite = {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly pk: string;
  readonly item: StoredItem;
};

export type MemoryTableOptions = {
  readonly nowMs?: () => number;
  /** How long the next write stays unseen by the indexes. */
  readonly indexLagMs?: () => number;
  /** Number of items that the next page of a query holds. */
  readonly pageSize?: () => number;
  /** Told of every write, in the order in which they take place. */
  readonly onWrite?: (write: TableWrite) => void;
};

export type MemoryTable = ReturnType<typeof createMemoryTable>;

const Key = z.object({ pk: z.string().min(1), sk: z.string().min(1) });
type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Planned = {
  readonly key: string;
  readonly isAllowed: boolean;
  readonly before: StoredItem | undefined;
  readonly after: StoredItem;
};

/**
 * A DynamoDB table in memory: the commands of the document client that the record store sends, with the answers and the
 * exceptions of the real one. `test/faults/table/memory-table.test.ts` holds it to a real engine.
 */
export function createMemoryTable(options: MemoryTableOptions = {}) {
  const { nowMs = Date.now, indexLagMs = () => 0, pageSize = () => 1_000, onWrite = () => {} } = options;
  const items = new Map<string, Map<string, StoredItem>>();
  const indexes = new Map(INDEXES.map((definition) => [definition.name, createTableIndex(definition, nowMs)]));

  function stored(key: unknown): StoredItem | undefined {
    const { pk, sk } = keyIn(key);
    return items.get(pk)?.get(sk);
  }

  function execute(command: unknown): unknown {
    if (command instanceof GetCommand) return { Item: copyOf(stored(command.input.Key)) };
    if (command instanceof QueryCommand) return answerQuery(command.input, partition, indexed, pageSize());
    if (command instanceof PutCommand) return put(command.input);
    if (command instanceof UpdateCommand) return update(command.input);
    if (command instanceof TransactWriteCommand) return transactWrite(command.input.TransactItems ?? []);
    if (command instanceof TransactGetCommand) {
      return { Responses: command.input.TransactItems?.map(({ Get }) => ({ Item: copyOf(stored(Get?.Key)) })) };
    }
    throw new Error(`the table of the simulation does not know ${Object(command).constructor.name}`);
  }

  const partition = (pk: string): StoredItem[] => [...(items.get(pk)?.values() ?? [])];
  function indexed(name: string): StoredItem[] {
    const index = indexes.get(name);
    if (index === undefined) throw new Error(`the table has no index ${name}`);
    return index.items();
  }

  function put(input: PutCommand['input']): Record<string, never> {
    const planned = plan({ Put: { ...input, Item: input.Item, TableName: input.TableName } });
    if (!planned.isAllowed) {
      const isWanted = input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && planned.before !== undefined;
      throw new ConditionalCheckFailedException({
        message: 'The conditional request failed',
        $metadata: {},
        ...(isWanted ? { Item: marshall(planned.before) } : {}),
      });
    }
    carryOut(planned);
    return {};
  }

  function update(input: UpdateCommand['input']): Record<string, never> {
    const { Key: key, TableName, UpdateExpression, ConditionExpression, ...by } = input;
    const planned = plan({ Update: { Key: key, TableName, UpdateExpression, ConditionExpression, ...by } });
    if (!planned.isAllowed) {
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
    }
    carryOut(planned);
    return {};
  }

  function transactWrite(writes: readonly Write[]): Record<string, never> {
    if (writes.length > TRANSACTION_LIMIT) throw invalid(`${writes.length} items are over ${TRANSACTION_LIMIT}`);
    const planned = writes.map(plan);
    const keys = new Set(planned.map(({ key }) => key));
    if (keys.size < planned.length) throw invalid('Transaction request cannot include multiple operations on one item');
    if (planned.some(({ isAllowed }) => !isAllowed)) {
      throw cancelled(planned.map(({ isAllowed }) => (isAllowed ? 'None' : 'ConditionalCheckFailed')));
    }
    for (const one of planned) carryOut(one);
    return {};
  }

  function plan({ Put, Update, ...others }: Write): Planned {
    const operation = Put ?? Update;
    if (operation === undefined) throw new Error(`unknown write ${Object.keys(others).join(', ')}`);
    const { pk, sk } = keyIn(Put === undefined ? Update?.Key : Put.Item);
    const before = items.get(pk)?.get(sk);
    const by: Substitutes = {
      names: operation.ExpressionAttributeNames ?? {},
      values: operation.ExpressionAttributeValues ?? {},
    };
    const isAllowed = holds(operation.ConditionExpression, before, by);
    const after = Put === undefined ? updated(Update?.UpdateExpression ?? '', before ?? { pk, sk }, by) : Put.Item;
    const item = { ...plainValue({ ...after }), pk, sk };
    if (isOverItemLimit(item)) throw invalid('Item size has exceeded the maximum allowed size');
    return { key: `${pk}|${sk}`, isAllowed, before, after: item };
  }

  function carryOut({ key, before, after }: Planned): void {
    const partitionItems = items.get(after.pk) ?? new Map<string, StoredItem>();
    partitionItems.set(after.sk, after);
    items.set(after.pk, partitionItems);
    for (const index of indexes.values()) index.follow(key, after, indexLagMs());
    onWrite({ eventName: before === undefined ? 'INSERT' : 'MODIFY', pk: after.pk, item: after });
  }

  return {
    execute,
    /** Everything, as it is now: for those who look at the table from outside. */
    all: (): StoredItem[] => [...items.values()].flatMap((one) => [...one.values()]),
    /** Client of the same table that answers at once. */
    client: (): DynamoDBDocumentClient => clientOf((command) => Promise.resolve().then(() => execute(command))),
  };
}

/** The one method of the document client that the record store uses. */
export function clientOf(send: (command: unknown) => Promise<unknown>): DynamoDBDocumentClient {
  return z.custom<DynamoDBDocumentClient>().parse({ send });
}

export function cancelled(codes: readonly string[]): TransactionCanceledException {
  return new TransactionCanceledException({
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
    $metadata: {},
  });
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys */
const KEY_LIMIT_BYTES = { pk: 2_048, sk: 1_024 };

function keyIn(item: unknown): z.infer<typeof Key> {
  const { pk, sk } = Key.parse(item);
  if (Buffer.byteLength(pk) > KEY_LIMIT_BYTES.pk || Buffer.byteLength(sk) > KEY_LIMIT_BYTES.sk)
    throw invalid('One or more parameter values were invalid: Size of a key has exceeded its limit');
  return { pk, sk };
}

function invalid(message: string): DynamoDBServiceException {
  return new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', message, $metadata: {} });
}

const copyOf = (item: StoredItem | undefined): StoredItem | undefined =>
  item === undefined ? undefined : plainValue(item);
