import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../shared/api/description/fields/describe-fields.ts';
import { openApi } from '../../../shared/api/description/open-api.ts';
import { STATUS_MEANS } from '../../../shared/api/description/statuses.ts';
import { ROUTES } from '../../../shared/api/routes.ts';
import { WRITTEN } from '../../../shared/domain/words/words.ts';
import { apiPage } from '../../../tools/api-page.ts';
import { clientTypes } from '../../../tools/client-types.ts';
import { undescribedIn } from '../../../tools/undescribed.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const description = openApi(ROUTES);
const text = JSON.stringify(description);
const docs = (file: string): string => readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8');

/** The page of the file's format shows it whole, and this description is its own example. */
const TOLD_ELSEWHERE = new Set(['exportRecord', 'describeApi']);

describe('the description of the API', () => {
  it('is docs/openapi.json', () => {
    expect(JSON.parse(docs('openapi.json')), 'run npm run docs').toEqual(JSON.parse(text));
  });

  it('is what the types of the client are made from', async () => {
    const types = readFileSync(new URL('../../../client/api.ts', import.meta.url), 'utf8');
    expect(types, 'run npm run docs').toBe(await clientTypes());
  });

  it('is docs/api.md', () => {
    expect(docs('api.md'), 'run npm run docs').toBe(apiPage());
  });

  it('names every operation once', () => {
    const names = ROUTES.map(({ operationId }) => operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('tells every route once, with the parameters of its path', () => {
    const calls = ROUTES.map(({ method, path }) => `${method} ${path}`);
    const strays = ROUTES.filter(
      ({ path, params }) =>
        JSON.stringify(path.match(/(?<=\{)\w+/g) ?? []) !== JSON.stringify(Object.keys(params.shape)),
    );
    expect([new Set(calls).size, strays.map(({ path }) => path)]).toEqual([calls.length, []]);
  });

  it.each(ROUTES.filter(({ body }) => body !== undefined))('has an example that $operationId takes', ({ body }) => {
    expect(body?.schema.safeParse(body.example).error?.issues ?? []).toEqual([]);
  });

  it.each(ROUTES.filter(({ answer }) => answer.schema !== undefined))(
    'has an example of an answer to $operationId that it could give',
    ({ operationId, path, method, answer }) => {
      const responses = Object(description.paths[path])[method.toLowerCase()].responses;
      const { schema, example } = responses[answer.status].content['application/json'];
      const name = String(schema.$ref).split('/').at(-1) ?? '';
      const shown = example ?? Object(description.components.examples[name]).value;
      if (TOLD_ELSEWHERE.has(operationId)) return;
      expect(answer.schema?.safeParse(shown).error?.issues ?? []).toEqual([]);
    },
  );

  it('says of every field, parameter and header what it is for', () => {
    expect(undescribedIn(description)).toEqual([]);
  });

  it('has no words of a field that is no more', () => {
    const placesOf = (schema: unknown, path: string): string[] =>
      Object.entries(Object(schema)).flatMap(([keyword, value]) => {
        if (keyword !== 'properties') return typeof value === 'object' ? placesOf(value, path) : [];
        return Object.entries(Object(value)).flatMap(([name, one]) => [
          `${path}.${name}: ${Object(one).description}`,
          ...placesOf(one, `${path}.${name}`),
        ]);
      });
    const schemas = Object.entries(description.components.schemas).flatMap(([name, schema]) => {
      const base = name.replace(/Draft$/, '');
      return [
        `.${name}: ${Object(schema).description}`,
        `.${base}: ${Object(schema).description}`,
        ...placesOf(schema, `.${base}`),
      ];
    });
    const operations = Object.values(description.paths)
      .flatMap((one) => Object.values(one))
      .flatMap(({ operationId, requestBody, responses }) =>
        placesOf([requestBody, responses], `.${String(operationId)}`),
      );
    const places = [...schemas, ...operations];
    const unused = Object.entries(FIELDS).filter(
      ([end, words]) => !places.some((place) => place.endsWith(`.${end}: ${words}`)),
    );
    expect(unused.map(([end]) => end)).toEqual([]);
  });

  it('leads nowhere that is not there', () => {
    const refs = [...new Set(text.match(/(?<="\$ref":")[^"]+/g))];
    const found = (ref: string): unknown =>
      ref
        .split('/')
        .slice(1)
        .reduce<unknown>((node, step) => Object(node)[step], description);
    expect(refs.filter((ref) => found(ref) === undefined)).toEqual([]);
    expect(Object.keys(description.components.responses)).toEqual(Object.keys(STATUS_MEANS));
  });

  it('has only patterns that tools without Unicode classes can read, too', () => {
    const text = JSON.stringify(openApi(ROUTES));
    const patterns = [...text.matchAll(/"pattern":"((?:[^"\\\\]|\\\\.)*)"/g)].map(([, pattern = '']) => pattern);
    expect(patterns.length).toBeGreaterThan(10);
    expect(patterns.filter((pattern) => /\\\\p\{/i.test(pattern))).toEqual([]);
  });

  it('tells of every text that it counts what can be read', () => {
    const strays = new Set<string>();
    const look = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, minLength, pattern, allOf, format } = Object(node);
      const isText = type === 'string' && minLength > 0 && pattern === undefined && allOf === undefined;
      if (isText && format === undefined) strays.add(path.split('.').at(-1) ?? '');
      for (const [name, child] of Object.entries(node)) look(child, `${path}.${name}`);
    };
    // What a file tells of its first home is kept letter by letter.
    const routes = ROUTES.filter(({ path }) => !path.endsWith('/sections/source'));
    for (const { method, path } of routes)
      look(Object(description.paths[path])[method.toLowerCase()].requestBody, path);
    for (const [name, schema] of Object.entries(description.components.schemas)) {
      if (name.endsWith('Draft') && name !== 'SourceSectionDraft') look(schema, name);
    }
    // The config knows the categories, so a blank one is refused as unknown.
    expect([...strays]).toEqual(['category']);
  });

  it('asks of a text what the API asks', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const letters = fc.constantFrom(
      'a',
      '攻',
      '\u0301',
      ' ',
      '\u200b',
      '\u3164',
      '\u2800',
      '\ufe0f',
      '\n',
      '\ufffd',
      '😀',
    );
    for (const name of ['Text', 'Line', 'Reason'] as const) {
      const described = ajv.compile(Object(description.components.schemas[`${name}Draft`]));
      const taken = { Text: WRITTEN.text, Line: WRITTEN.line, Reason: WRITTEN.reason }[name];
      mustHold(
        fc.property(fc.string({ unit: letters, maxLength: 30 }), (words) => {
          expect(described(words)).toBe(taken.safeParse(words).success);
        }),
      );
    }
  });

  it('is made of schemas that are valid', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api', ...description });
    for (const name of Object.keys(description.components.schemas)) {
      expect(ajv.getSchema(`api#/components/schemas/${name}`)).toBeTypeOf('function');
    }
  });
});
