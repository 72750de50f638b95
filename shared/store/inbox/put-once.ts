import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item } from '../records/record-items.ts';

/** @returns what stands there already, or undefined when the item was written */
export async function putOnce(
  { client, table }: { client: DynamoDBDocumentClient; table: string },
  Item: Item,
): Promise<Record<string, unknown> | undefined> {
  try {
    await client.send(
      new PutCommand({
        TableName: table,
        Item,
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // The document client leaves the items of its errors as they came.
    return error.Item === undefined ? {} : unmarshall(error.Item);
  }
}
