import { readFileSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Table } from '../../../shared/store/table.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/previous-release/${name}`, import.meta.url), 'utf8');

const Item = z.looseObject({ pk: z.string(), sk: z.string() });

/**
 * A record with eleven fixes as release 0.1.0 before verdicts (8b536a0) stored it, its own code on its own table: 130 days, by a
 * clock that stood still between the steps. One was told of no fail, which stands in the log of signals.
 */
export const storedItems = () =>
  read('items.ndjson')
    .trim()
    .split('\n')
    .map((line) => Item.parse(JSON.parse(line)));

/** Moment at which the table was read. */
export const STORED_AT = '2027-04-01T13:05:00.000Z';

export async function storePreviousRelease({ client, name }: Table): Promise<void> {
  for (const item of storedItems()) await client.send(new PutCommand({ TableName: name, Item: item }));
}

const Stateful = z.object({
  outputs: z.array(z.string()),
  resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/** Outputs and resources with state of that release's template, as it was synthesized with the configuration of the tests. */
export const previousTemplate = () => Stateful.parse(JSON.parse(read('stateful-resources.json')));
