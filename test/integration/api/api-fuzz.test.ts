import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import description from '../../../docs/openapi.json' with { type: 'json' };
import type { ApiAnswer } from '../../support/api/api.ts';
import { ANYTHING, apiForEachTest, FIRST } from '../../support/api/api-world.ts';
import { valuesOf, wrongValuesOf } from '../../support/api/json-schema-arbitrary.ts';
import { mustHold } from '../../support/texts/must-hold.ts';
import { type FullRecord, fullRecord, pathIn } from '../../support/world/full-record.ts';

const { api, as } = apiForEachTest();
const RUNS = 15;

const Body = z.object({ schema: z.unknown(), example: z.unknown().optional() });
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: z.unknown() })),
  requestBody: z.object({ content: z.object({ 'application/json': Body }) }).optional(),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), Body).optional() }).loose()),
});
type Operation = z.infer<typeof Operation>;

const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, raw]) => ({ method: method.toUpperCase(), path, ...Operation.parse(raw) })),
);

const definition = (ref: string): unknown =>
  ref
    .split('/')
    .slice(1)
    .reduce<unknown>((node, step) => Object(node)[step], description);

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'api', ...description });
/** References of the description begin at its own root. */
const validatorOf = (schema: unknown) =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')));

type Shot = { query: string; headers: Record<string, string>; body: unknown; isElsewhere: boolean };

function shots({ parameters, requestBody }: Operation): fc.Arbitrary<Shot> {
  const schema = requestBody?.content['application/json'].schema;
  const body =
    schema === undefined
      ? fc.constant(undefined)
      : fc.oneof(valuesOf(schema, definition), wrongValuesOf(schema, definition), fc.string());
  const asked = parameters.filter((one) => one.in === 'query');
  const query = fc
    .record(
      Object.fromEntries(
        asked.map((one) => [
          one.name,
          fc.oneof(valuesOf(one.schema, definition), fc.string(), fc.constant(['a', 'b'])),
        ]),
      ),
      { requiredKeys: [] },
    )
    .map((values) => {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(values)) {
        for (const one of [value].flat()) search.append(name, String(one));
      }
      return search.toString();
    });
  const headers = fc.constantFrom<Record<string, string>>(
    ANYTHING,
    ANYTHING,
    {},
    FIRST,
    { 'if-match': '"never"' },
    { 'if-match': '%' },
  );
  const key = fc.constantFrom<Record<string, string>>(
    {},
    {},
    { 'idempotency-key': 'one' },
    { 'idempotency-key': 'x'.repeat(300) },
  );
  return fc.record({
    query,
    headers: fc.tuple(headers, key).map(([one, other]) => ({ ...one, ...other })),
    body,
    isElsewhere: fc.boolean().map((one) => one && asked.length === 0),
  });
}

const ELSEWHERE: FullRecord = {
  id: '01KAREC0RDZZZZZZZZZZZZZZZZ',
  key: 'SEC-404',
  at: 'now',
  entry: '%20',
  path: '%20',
  comment: '%20',
  parts: {},
};

function mustBeDocumented({ operationId, responses }: Operation, { status, headers, body }: ApiAnswer): void {
  const where = `${operationId} answered ${status}: ${JSON.stringify(body)}`;
  expect(status, where).toBeLessThan(500);
  expect(Object.keys(responses), where).toContain(String(status));
  if (status >= 400) {
    expect(headers['content-type'], where).toBe('application/problem+json');
    expect(ajv.validate('api#/components/schemas/Problem', body), where).toBe(true);
    return;
  }
  const described = responses[status]?.content;
  if (described === undefined) return;
  // An export is Markdown or HTML where that is asked for: each media type has a schema of its own.
  const mediaType = headers['content-type']?.split(';')[0] ?? 'none';
  expect(Object.keys(described), where).toContain(mediaType);
  const validate = validatorOf(described[mediaType]?.schema);
  validate(body);
  expect(validate.errors ?? [], where).toEqual([]);
}

describe('the API, called with everything that its description allows and more', () => {
  it.each(operations)('answers $operationId as it is described', { timeout: 600_000 }, async (operation) => {
    const { method, path, requestBody } = operation;
    const admin = as({ kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' }, 'admin');
    const record = await fullRecord(api());
    const example = requestBody?.content['application/json'].example;
    mustBeDocumented(operation, await admin(method, pathIn(path, record), example, ANYTHING));
    await mustHold(
      fc.asyncProperty(shots(operation), async ({ query, headers, body, isElsewhere }) => {
        const address = pathIn(path, isElsewhere ? ELSEWHERE : record);
        const answer = await admin(method, query === '' ? address : `${address}?${query}`, body, headers);
        mustBeDocumented(operation, answer);
      }),
      { runs: RUNS, seed: 20_261_121 },
    );
  });

  it.each(['json', 'markdown', 'html'])('answers an export as %s as it is described', async (format) => {
    const operation = operations.find(({ operationId }) => operationId === 'exportRecord');
    const { id } = await fullRecord(api());
    const admin = as({ kind: 'person', id: 'carl', name: 'Carl' }, 'admin');
    const answer = await admin('GET', `/post-mortems/${id}/export?format=${format}`);
    if (operation !== undefined) mustBeDocumented(operation, answer);
    expect(answer.status).toBe(200);
  });

  it('shows a record as it is described in every state that it goes through', async () => {
    const record = operations.find(({ operationId }) => operationId === 'readRecord');
    const full = await fullRecord(api(), 'RED');
    const admin = as({ kind: 'person', id: 'carl', name: 'Carl' }, 'admin');
    const answer = await admin('GET', `/post-mortems/${full.id}`);
    if (record !== undefined) mustBeDocumented(record, answer);
    expect(answer.status).toBe(200);
  });
});
