import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '../../../runtime/dynamodb.ts';
import type { Table } from '../../../shared/store/table.ts';

/** The record store's table, as the stack makes it; `test/unit/infra` holds the two together. */
export const TABLE_DEFINITION = {
  AttributeDefinitions: ['pk', 'sk', 'deadlineQueue', 'deadlineAt', 'nextActionQueue', 'nextActionAt'].map((name) => ({
    AttributeName: name,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byDeadline',
      KeySchema: [
        { AttributeName: 'deadlineQueue', KeyType: 'HASH' },
        { AttributeName: 'deadlineAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: 'byNextAction',
      KeySchema: [
        { AttributeName: 'nextActionQueue', KeyType: 'HASH' },
        { AttributeName: 'nextActionAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
} satisfies Omit<CreateTableCommandInput, 'TableName'>;

/** Makes a table of its own on an engine, so that tests side by side do not meet. */
export async function createRecordTable(endpoint: string): Promise<Table> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const name = `records-${crypto.randomUUID()}`;
  await client.send(new CreateTableCommand({ TableName: name, ...TABLE_DEFINITION }));
  return { client: documentClient(client), name };
}
