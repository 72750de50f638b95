import { readFileSync } from 'node:fs';
import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import * as z from 'zod';
import { referenceData } from '../samples/reference-data.ts';
import { JIRA_DESCRIPTION } from './jira-description.ts';

/** A request to the Jira REST API and what was answered. `query` as in a URL, with or without the question mark. */
export type JiraExchange = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly requestBody: unknown;
  /** `undefined` when no answer came. */
  readonly status: number | undefined;
  readonly responseBody: unknown;
};

export type JiraContract = {
  readonly name: string;
  /** Objections of the API's description to the exchange; nothing when they agree. */
  validateExchange(exchange: JiraExchange): string[];
};

const bodySchema = z.object({ content: z.record(z.string(), z.unknown()).default({}) });
const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  schema: z.object({ type: z.string().optional() }).default({}),
});
const operationSchema = z.object({
  parameters: z.array(parameterSchema).default([]),
  requestBody: bodySchema.optional(),
  responses: z.record(z.string(), bodySchema),
});
const openApiSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

type Operation = z.infer<typeof operationSchema>;

/** Reads an OpenAPI document. */
function contractOf(name: string, document: unknown): JiraContract {
  const { paths } = openApiSchema.parse(document);
  const ajv = new Ajv.default({ strict: false, allErrors: true, validateSchema: false, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'jira', ...z.record(z.string(), z.unknown()).parse(document) });

  return {
    name,
    validateExchange({ method, path, query, requestBody, status, responseBody }) {
      const template = bestTemplate(Object.keys(paths), path);
      const operation = template && paths[template]?.[method.toLowerCase()];
      if (!template || operation === undefined) return [`${method} ${path} is not in the contract`];
      const { parameters, requestBody: documentedBody, responses } = operationSchema.parse(operation);
      const pointer = ['paths', template, method.toLowerCase()];
      const isRefused = status !== undefined && status >= 400;
      const problems = queryProblems(parameters, query);
      // A body that was refused may well have broken the contract: that is what the refusal is for.
      if (!isRefused && documentedBody?.content['application/json'] !== undefined) {
        problems.push(...check([...pointer, 'requestBody'], requestBody, 'request'));
      }
      if (status !== undefined) problems.push(...responseProblems(pointer, responses, status, responseBody));
      return problems.map((problem) => `${method} ${template} ${status ?? 'unanswered'}: ${problem}`);
    },
  };

  function responseProblems(pointer: string[], responses: Operation['responses'], status: number, body: unknown) {
    const documented = responses[status];
    if (documented === undefined) {
      // Any call may meet a missing login, the rate limit or a failing server; the file documents them for a few only.
      const isUniversal = status === 401 || status === 429 || status >= 500;
      return isUniversal ? [] : [`status ${status} is not documented`];
    }
    // Some answers are documented without a word on their body.
    if (Object.hasOwn(Object(documented.content['application/json']), 'schema')) {
      return check([...pointer, 'responses', String(status)], body, 'response');
    }
    return status === 204 && body !== undefined ? ['a 204 has no body'] : [];
  }

  function check(pointer: readonly string[], body: unknown, side: string): string[] {
    const fragment = [...pointer, 'content', 'application/json', 'schema'].map(pointerSegment).join('/');
    const validate = ajv.getSchema(`jira#/${fragment}`);
    if (validate === undefined) return [`the contract has no schema for the ${side}`];
    if (validate(body)) return [];
    return (validate.errors ?? [])
      .filter((error) => !isKnownGap(error))
      .map(({ instancePath, message, params }) => `${side}${instancePath} ${message} ${JSON.stringify(params)}`);
  }
}

/**
 * Places where the file contradicts its own examples, or the answers of real sites: a changelog item has `null` for a value
 * that was not there, and a translated issue type tells its English name.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-changelog-get
 */
function isKnownGap({ instancePath, keyword, params }: ErrorObject): boolean {
  if (params.additionalProperty === 'untranslatedName') return true;
  return keyword === 'type' && /\/items\/\d+\/(from|fromString|to|toString)$/.test(instancePath);
}

function queryProblems(parameters: Operation['parameters'], query: string): string[] {
  return [...new URLSearchParams(query)].flatMap(([name, value]) => {
    const parameter = parameters.find((each) => each.in === 'query' && each.name === name);
    if (parameter === undefined) return [`query parameter ${name} is not documented`];
    if (parameter.schema.type === 'integer' && !/^-?\d+$/.test(value)) return [`query parameter ${name} is no integer`];
    if (parameter.schema.type === 'boolean' && !/^(true|false)$/.test(value)) {
      return [`query parameter ${name} is no boolean`];
    }
    return [];
  });
}

/** The template with the fewest placeholders wins: `/issue/bulk` over `/issue/{issueIdOrKey}`. */
function bestTemplate(templates: readonly string[], path: string): string | undefined {
  const given = path.split('/');
  return templates
    .filter((template) => {
      const wanted = template.split('/');
      return (
        wanted.length === given.length &&
        wanted.every((segment, index) => segment.startsWith('{') || segment === given[index])
      );
    })
    .sort((left, right) => placeholders(left) - placeholders(right))[0];
}

function placeholders(template: string): number {
  return template.split('{').length;
}

function pointerSegment(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Atlassian's own file is not ours to ship. */
const published = referenceData('contract/jira-cloud-v3.openapi.json');

/** Every description that a call to Jira is held to: our own, and Atlassian's where it is at hand. */
export const JIRA_CONTRACTS: readonly JiraContract[] = [
  contractOf('our description of Jira’s API', JIRA_DESCRIPTION),
  ...(published === undefined
    ? []
    : [contractOf('Atlassian’s description', JSON.parse(readFileSync(published, 'utf8')))]),
];

/** Objections of any of them to any of these calls. */
export const problemsWithJira = (exchanges: readonly JiraExchange[]): string[] =>
  exchanges.flatMap((exchange) =>
    JIRA_CONTRACTS.flatMap(({ name, validateExchange }) =>
      validateExchange(exchange).map((problem) => `${name}: ${problem}`),
    ),
  );
