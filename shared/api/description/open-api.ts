import * as z from 'zod';
import { BODY_LIMIT_BYTES, IDEMPOTENCY_KEY_LIMIT } from '../http/limits.ts';
import { isPaged } from '../http/next-link.ts';
import { problemDocument } from '../http/problem.ts';
import type { Route } from '../route.ts';
import { TAGS } from '../tags.ts';
import { ANSWER_EXAMPLES, NAMED_EXAMPLES } from './answer-examples.ts';
import { describeFields, describeNamed, parameterDescription } from './fields/describe-fields.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';
import { problemsOf, STATUS_MEANS } from './statuses.ts';

/** https://spec.openapis.org/oas/v3.1.1.html: as much of it as is written here. */
export type OpenApi = {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: JsonSchema[];
  tags: { name: string; description: string }[];
  security: JsonSchema[];
  paths: Record<string, Record<string, JsonSchema>>;
  components: { schemas: JsonSchema; responses: JsonSchema; examples: JsonSchema; securitySchemes: JsonSchema };
};

const DESCRIPTION = `Errors are problem documents (RFC 9457). Bodies are limited to ${BODY_LIMIT_BYTES / 1_024} KB. What
overwrites or decides wants \`If-Match\`; what adds takes an \`Idempotency-Key\`. A record that the caller may not read is not
there for them: 404.`;

/** The description of the API, made from the table of its routes. */
export function openApi(routes: readonly Route[]): OpenApi {
  const schemas: Record<string, unknown> = { Problem: PROBLEM };
  const described: Describe = (schema, io, path) => {
    const made = jsonSchema(schema, io);
    for (const [name, one] of Object.entries(made.named)) schemas[name] ??= describeNamed(name, one);
    return describeFields(made.schema, path);
  };
  const paths: OpenApi['paths'] = {};
  for (const one of routes) {
    paths[one.path] = { ...paths[one.path], [one.method.toLowerCase()]: operation(one, described) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Holdfast',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [SERVER],
    tags: Object.entries(TAGS)
      .filter(([name]) => routes.some(({ tag }) => tag === name))
      .map(([name, description]) => ({ name, description })),
    security: [{ people: [] }, { machines: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(byName)),
      responses: Object.fromEntries(
        Object.entries(STATUS_MEANS).map(([status, means]) => [status, problem(Number(status), means)]),
      ),
      examples: Object.fromEntries(
        Object.entries(NAMED_EXAMPLES).map(([name, value]) => [name, { summary: `An answer of ${name}`, value }]),
      ),
      securitySchemes: SECURITY,
    },
  };
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** @param path of the schema: the name of its operation, and of its parameter */
type Describe = (schema: z.ZodType, io: 'input' | 'output', path: readonly string[]) => JsonSchema;

function operation(one: Route, describe: Describe): JsonSchema {
  const { operationId, tag, summary, action, isForEverybody, body, answer } = one;
  return {
    operationId,
    tags: [tag],
    summary,
    description: isForEverybody === true ? 'Wants no role.' : `Wants a role that may ${action}.`,
    parameters: [...pathAndQuery(one, describe), ...headers(one)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: describe(body.schema, 'input', [operationId]), example: body.example },
            },
          },
        }),
    responses: {
      [answer.status]: {
        description: answer.means,
        ...headersOf(one),
        ...(answer.schema === undefined
          ? {}
          : {
              content: {
                'application/json': withExample(operationId, describe(answer.schema, 'output', [operationId])),
                ...Object.fromEntries((answer.files ?? []).map((type) => [type, { schema: { type: 'string' } }])),
              },
            }),
      },
      ...(answer.elsewhere === undefined ? {} : { 303: elsewhere(one, answer.elsewhere, describe) }),
      ...(isConditional(one)
        ? { 304: { description: 'It is as `If-None-Match` says that it was; nothing is sent', ...headersOf(one) } }
        : {}),
      ...Object.fromEntries(problemsOf(one).map((status) => [status, { $ref: `#/components/responses/${status}` }])),
    },
  };
}

const elsewhere = (
  { operationId }: Route,
  { means, schema }: NonNullable<Route['answer']['elsewhere']>,
  describe: Describe,
): JsonSchema => ({
  description: means,
  headers: { Location: { description: 'Where it is, for some minutes', schema: { type: 'string' } } },
  content: { 'application/json': { schema: describe(schema, 'output', [operationId]) } },
});

/** Examples of schemas that have a name are told once. */
function withExample(operationId: string, schema: JsonSchema): JsonSchema {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(schema.$ref))?.[1];
  if (name !== undefined && NAMED_EXAMPLES[name] !== undefined) {
    return { schema, examples: { [name]: { $ref: `#/components/examples/${name}` } } };
  }
  const example = ANSWER_EXAMPLES[operationId];
  return example === undefined ? { schema } : { schema, example };
}

/** What is read with a version need not be sent again. */
export const isConditional = ({ method, answer }: Pick<Route, 'method' | 'answer'>): boolean =>
  method === 'GET' && answer.hasEtag === true;

function headersOf({ query, answer: { status, hasEtag } }: Pick<Route, 'query' | 'answer'>): JsonSchema {
  const headers = {
    ...(isPaged({ query })
      ? {
          Link: {
            description:
              'The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page',
            schema: { type: 'string' },
          },
        }
      : {}),
    ...(hasEtag === true ? { ETag: { description: 'The version, for If-Match', schema: { type: 'string' } } } : {}),
    ...(status === 201
      ? { Location: { description: 'Where it is, below the address of the API', schema: { type: 'string' } } }
      : {}),
  };
  return Object.keys(headers).length === 0 ? {} : { headers };
}

const problem = (status: number, means: string): JsonSchema => ({
  description: means,
  ...(PROBLEM_HEADERS[status] === undefined ? {} : { headers: PROBLEM_HEADERS[status] }),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: { ...problemDocument(status, means), instance: '/post-mortems' },
    },
  },
});

const PROBLEM_HEADERS: Readonly<Record<number, JsonSchema>> = {
  412: {
    ETag: {
      description: 'The ETag of what is there, for another try. Absent where nothing is',
      schema: { type: 'string' },
    },
  },
  429: { 'Retry-After': { description: 'Seconds after which to ask again', schema: { type: 'integer', minimum: 1 } } },
};

function pathAndQuery({ operationId, params, query }: Route, describe: Describe): JsonSchema[] {
  const wanted = Object.entries(params.shape).map(([name, schema]) =>
    parameter('path', { operationId, name, required: true }, schema, describe),
  );
  const offered = Object.entries(query.shape).map(([name, schema]) =>
    parameter('query', { operationId, name, required: !z.safeParse(schema, undefined).success }, schema, describe),
  );
  return [...wanted, ...offered];
}

function parameter(
  location: 'path' | 'query',
  { operationId, name, required }: { operationId: string; name: string; required: boolean },
  schema: z.core.$ZodType,
  describe: Describe,
): JsonSchema {
  const { description = parameterDescription(operationId, name), ...rest } = describe(
    z.custom<z.ZodType>().parse(schema),
    'input',
    [operationId, name],
  );
  return { name, in: location, required, ...(description === undefined ? {} : { description }), schema: rest };
}

function headers({ ifMatch, isIdempotentByKey = false, ...route }: Route): JsonSchema[] {
  const text = (maxLength: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength });
  const header = (name: string, required: boolean, description: string, schema = text(2_000)) => ({
    name,
    in: 'header',
    required,
    description,
    schema,
  });
  return [
    ...(ifMatch === 'none' ? [] : [header('If-Match', ifMatch === 'required', 'The ETag of what was read')]),
    ...(ifMatch === 'to overwrite'
      ? [header('If-None-Match', false, '`*`, in the place of If-Match: writes where nothing is yet')]
      : []),
    ...(isConditional(route)
      ? [header('If-None-Match', false, 'The ETag of what is there already: 304 while it is the same')]
      : []),
    ...(isIdempotentByKey
      ? [
          header(
            'Idempotency-Key',
            false,
            'Unique for each thing to be made; a repeat within a day makes nothing and answers the same',
            text(IDEMPOTENCY_KEY_LIMIT),
          ),
        ]
      : []),
  ];
}

/** Of each installation its own. https://spec.openapis.org/oas/v3.1.1.html#server-object */
const SERVER: JsonSchema = {
  url: '{apiUrl}',
  description: 'The output ApiUrl of the stack',
  variables: { apiUrl: { default: 'https://abc123.execute-api.eu-central-1.amazonaws.com' } },
};

const PROBLEM: JsonSchema = {
  description: 'What went wrong, as RFC 9457 describes it: https://www.rfc-editor.org/rfc/rfc9457',
  type: 'object',
  properties: {
    type: { type: 'string', description: 'Always `about:blank`: the title says all that a type would' },
    title: { type: 'string', description: 'The status in words' },
    status: { type: 'integer', description: 'The HTTP status' },
    detail: { type: 'string', description: 'What happened, to which thing, and what to do' },
    instance: { type: 'string', description: 'Path that was called' },
    reason: { type: 'string', description: 'The rule that said no, for programs' },
    currentEtag: { type: 'string', description: 'With 412: the ETag of what is there' },
    currentRevision: { type: 'integer', description: 'With 412: the revision of the record' },
    errors: {
      type: 'array',
      description: 'Everything that is wrong with the request, each with its place',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'Into the body, RFC 6901' },
          parameter: { type: 'string', description: 'Of the query' },
          header: { type: 'string', description: 'Of the request' },
          detail: { type: 'string', description: 'What is wrong there, and what is expected' },
        },
        required: ['detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
};

const SECURITY: JsonSchema = {
  people: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The id token of the web client.' },
  machines: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'The access token of a program of `holdfast.config.ts` (client credentials of its own client) with the scope `holdfast/records.read` or `holdfast/records.write`.',
  },
};
