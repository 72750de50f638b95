import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { StackTemplate } from '../aws-model/stack-template.ts';

const Key = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Table = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: Key,
  GlobalSecondaryIndexes: z.array(
    z.object({
      IndexName: z.string(),
      KeySchema: Key,
      Projection: z.object({ ProjectionType: z.enum(['ALL', 'KEYS_ONLY']) }),
    }),
  ),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  StreamSpecification: z.object({ StreamViewType: z.literal('NEW_IMAGE') }),
});

/** Makes the table of the stack on an engine. @returns its name */
export async function createStackTable(template: StackTemplate, endpoint: string): Promise<string> {
  const [[TableName, table] = []] = template.resources('AWS::DynamoDB::GlobalTable', Table);
  if (TableName === undefined || table === undefined) throw new Error('the stack has no table');
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const StreamSpecification = { ...table.StreamSpecification, StreamEnabled: true };
  await client.send(new CreateTableCommand({ TableName, ...table, StreamSpecification }));
  client.destroy();
  return TableName;
}
