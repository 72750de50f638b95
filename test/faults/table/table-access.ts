import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { itemNames } from '../../../shared/domain/history/item-names.ts';
import type { FunctionSurroundings, Strike } from '../aws/invocation.ts';
import { cancelled, clientOf, type MemoryTable } from './memory-table.ts';

/** The SDK gives up after its own repeats: three tries, each of a few seconds. */
const SDK_PATIENCE_MS = 4_000;

/** The table as one invocation reaches it: with everything that may happen on the way. */
export function tableAccess(
  table: MemoryTable,
  { operate }: FunctionSurroundings,
  { readsApart = false }: { readsApart?: boolean | undefined } = {},
): DynamoDBDocumentClient {
  const send = (command: unknown): Promise<unknown> =>
    operate({
      service: 'table',
      what: inWords(command),
      effect: () => table.execute(command),
      strikes: strikesAt(command, table),
      down: { kind: 'throttled', takesEffect: false, outcome: { fails: throttled, afterMs: SDK_PATIENCE_MS } },
    });
  return clientOf(async (command) => {
    if (!readsApart || !(command instanceof TransactGetCommand)) return send(command);
    const gets =
      command.input.TransactItems?.map(({ Get }) => new GetCommand({ TableName: Get?.TableName, Key: Get?.Key })) ?? [];
    return { Responses: await Promise.all(gets.map(send)) };
  });
}

function strikesAt(command: unknown, table: MemoryTable): Strike<unknown>[] {
  const isTransaction = command instanceof TransactWriteCommand || command instanceof TransactGetCommand;
  return [
    { kind: 'crash before the call', takesEffect: false, outcome: 'crash' },
    { kind: 'crash after the call', takesEffect: true, outcome: 'crash' },
    { kind: 'throttled', takesEffect: false, outcome: { fails: throttled, afterMs: SDK_PATIENCE_MS } },
    { kind: 'internal error', takesEffect: false, outcome: { fails: internalError, afterMs: SDK_PATIENCE_MS } },
    { kind: 'time-out before the effect', takesEffect: false, outcome: { fails: timedOut, afterMs: SDK_PATIENCE_MS } },
    { kind: 'time-out after the effect', takesEffect: true, outcome: { fails: timedOut, afterMs: SDK_PATIENCE_MS } },
    ...(isTransaction ? strikesAtTransaction(command) : []),
    ...(command instanceof PutCommand || command instanceof UpdateCommand ? [repeatedBySdk(command, table)] : []),
  ];
}

function strikesAtTransaction(command: TransactWriteCommand | TransactGetCommand): Strike<unknown>[] {
  const { length } = command.input.TransactItems ?? [];
  const reasons = (code: string) => cancelled(Array.from({ length }, (_, index) => (index === 0 ? code : 'None')));
  return [
    { kind: 'transaction conflict', takesEffect: false, outcome: { fails: () => reasons('TransactionConflict') } },
    { kind: 'transaction throttled', takesEffect: false, outcome: { fails: () => reasons('ThrottlingError') } },
  ];
}

/**
 * The first answer got lost, so the SDK sends the put again and hands over the second answer: a condition that its own
 * first try has broken. A transaction carries a token and is safe from this.
 */
function repeatedBySdk(command: PutCommand | UpdateCommand, table: MemoryTable): Strike<unknown> {
  return { kind: 'repeated by the SDK', takesEffect: true, outcome: { answers: () => table.execute(command) } };
}

function throttled(): DynamoDBServiceException {
  return failure('ProvisionedThroughputExceededException', 'client', 'The level of configured throughput was exceeded');
}

function internalError(): DynamoDBServiceException {
  return failure('InternalServerError', 'server', 'Internal server error');
}

function timedOut(): Error {
  return Object.assign(new Error('connect ETIMEDOUT'), { name: 'TimeoutError' });
}

function failure(name: string, $fault: 'client' | 'server', message: string): DynamoDBServiceException {
  return new DynamoDBServiceException({ name, $fault, message, $metadata: {} });
}

function inWords(command: unknown): string {
  if (command instanceof GetCommand) return `get ${keyInWords(command.input.Key)}`;
  if (command instanceof PutCommand) return `put ${keyInWords(command.input.Item)}`;
  if (command instanceof UpdateCommand) return `update ${keyInWords(command.input.Key)}`;
  if (command instanceof QueryCommand) {
    const values = Object.values(command.input.ExpressionAttributeValues ?? {}).map(String);
    return `query ${command.input.IndexName ?? 'table'} ${values.join(' … ')}`;
  }
  if (command instanceof TransactGetCommand) {
    return `get together ${command.input.TransactItems?.map(({ Get }) => keyInWords(Get?.Key)).join(', ')}`;
  }
  if (command instanceof TransactWriteCommand) {
    const writes = command.input.TransactItems?.map((one) => writeInWords(one)) ?? [];
    return `write together ${writes.toSorted(byEventFirst).join(', ')}`;
  }
  return 'unknown command';
}

/** The line of a trace may be cut: what happened stands first. */
const byEventFirst = (left: string, right: string): number => Number(right.includes('“')) - Number(left.includes('“'));

type Write = NonNullable<TransactWriteCommand['input']['TransactItems']>[number];

function writeInWords({ Put, Update }: Write): string {
  const event = Object(Object(Put?.Item).event);
  const type = typeof event.type === 'string' ? `“${event.type}” ` : '';
  return `${type}${keyInWords(Put?.Item ?? Update?.Key)}`;
}

function keyInWords(key: unknown): string {
  const { pk, sk } = Object(key);
  return sk === itemNames.head || String(sk).includes('#') ? `${pk}/${sk}` : String(pk);
}
