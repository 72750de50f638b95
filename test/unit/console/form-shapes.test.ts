import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../console/forms/shape.ts';
import { FORM_OPERATIONS, formShapes } from '../../../tools/form-shapes.ts';

type Node = Readonly<Record<string, unknown>>;
const api = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'));
const written = readFileSync(new URL('../../../console/forms/shapes.json', import.meta.url), 'utf8');
const shapes: Record<string, Shape> = JSON.parse(written);

/** Read anew, with none of the code that makes the shapes. */
const bodies = new Map<string, Node>(
  Object.values<Record<string, Record<string, never>>>(api.paths)
    .flatMap((path) => Object.values<Record<string, never>>(path))
    .map((one: Node) => [String(one.operationId), Object(one.requestBody).content?.['application/json'].schema]),
);

const resolved = (schema: Node): Node =>
  typeof schema.$ref === 'string'
    ? { ...resolved(api.components.schemas[String(schema.$ref.split('/').at(-1))]), ...schema, $ref: undefined }
    : schema;

/** Fields of a body that one fills in, as lines: path, whether it is required, and whether it says what it is for. */
function fieldsOfBody(given: Node, path: string): string[] {
  const schema = resolved(given);
  const inner = [schema.items, ...Object(schema.anyOf ?? [])].filter((one) => one !== undefined);
  const variants: Node[] = Object(schema.oneOf ?? []);
  const properties = Object.entries<Node>(Object(schema.properties ?? {}));
  return [
    ...properties
      .filter(([, one]) => one.readOnly !== true && typeof resolved(one).const !== 'string')
      .flatMap(([name, one]) => [
        line(`${path}.${name}`, Object(schema.required ?? []).includes?.(name) === true, one.description !== undefined),
        ...fieldsOfBody(one, `${path}.${name}`),
      ]),
    ...inner.flatMap((one) => fieldsOfBody(one, path)),
    ...variants.flatMap((one) =>
      fieldsOfBody(
        one,
        `${path}(${String(Object.values<Node>(Object(one.properties)).find(({ const: value }) => typeof value === 'string')?.const)})`,
      ),
    ),
  ];
}

function fieldsOfShape(shape: Shape, path: string): string[] {
  switch (shape.kind) {
    case 'object':
      return Object.entries(shape.fields).flatMap(([name, one]) => [
        line(`${path}.${name}`, one.required === true, (one.help ?? '') !== ''),
        ...fieldsOfShape(one, `${path}.${name}`),
      ]);
    case 'list':
      return fieldsOfShape(shape.of, path);
    case 'variant':
      return Object.entries(shape.variants).flatMap(([name, one]) =>
        fieldsOfShape(one, shape.by === undefined ? path : `${path}(${name})`),
      );
    default:
      return [];
  }
}

const line = (path: string, isRequired: boolean, hasHelp: boolean): string =>
  `${path}${isRequired ? ' required' : ''}${hasHelp ? ' helped' : ''}`;

describe('the shapes of the forms of the console', () => {
  it('are console/forms/shapes.json', () => {
    expect(written, 'run npm run docs').toBe(formShapes());
  });

  it.each(Object.entries(FORM_OPERATIONS))('have each field of %s that one fills in', (name, operationId) => {
    const wanted = fieldsOfBody(bodies.get(operationId) ?? {}, name);
    const shape = shapes[name];
    expect(wanted.length).toBeGreaterThan(0);
    expect(shape === undefined ? [] : fieldsOfShape(shape, name).toSorted()).toEqual(wanted.toSorted());
  });

  it('have a label and, in words, no name of a field', () => {
    const labels = [...written.matchAll(/"label":"([^"]*)"/g)].map(([, label]) => label ?? '');
    expect(labels.filter((label) => label === '' || /[a-z][A-Z]/.test(label))).toEqual([]);
  });

  it('are a small download', () => {
    expect(gzipSync(written).length).toBeLessThan(12_000);
  });
});
