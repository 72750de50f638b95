import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TABLE_DEFINITION } from '../../support/machine/record-table.ts';
import { resourcesOf, templateOf } from './synthesized.ts';

const TableProperties = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema: z.array(z.unknown()),
  GlobalSecondaryIndexes: z.array(
    z.object({ IndexName: z.string(), KeySchema: z.array(z.unknown()), Projection: z.unknown() }),
  ),
  BillingMode: z.string(),
});

describe('the record store', () => {
  it('is deployed as the table that the integration tests run on', () => {
    const [[, table] = []] = resourcesOf(templateOf(), 'AWS::DynamoDB::GlobalTable');
    const deployed = TableProperties.parse(table?.Properties);
    const byName = (a: { AttributeName: string }, b: { AttributeName: string }) =>
      a.AttributeName.localeCompare(b.AttributeName);
    expect({ ...deployed, AttributeDefinitions: deployed.AttributeDefinitions.toSorted(byName) }).toEqual({
      ...TABLE_DEFINITION,
      AttributeDefinitions: TABLE_DEFINITION.AttributeDefinitions.toSorted(byName),
    });
  });
});
