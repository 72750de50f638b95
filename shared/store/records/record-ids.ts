import { paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { itemNames } from '../../domain/history/item-names.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import type { Table } from '../table.ts';

const Head = z.object({ head: z.object({ id: PostMortemId }) });

/** Every record that there is, the oldest first. The one scan of the program: for an export of everything. */
export async function allRecordIds({ client, name }: Table): Promise<PostMortemId[]> {
  const ids: PostMortemId[] = [];
  const pages = paginateScan(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      FilterExpression: 'sk = :record',
      ProjectionExpression: '#head.#id',
      ExpressionAttributeNames: { '#head': 'head', '#id': 'id' },
      ExpressionAttributeValues: { ':record': itemNames.head },
    },
  );
  for await (const { Items = [] } of pages) ids.push(...Items.map((item) => Head.parse(item).head.id));
  return ids.toSorted();
}
