import * as z from 'zod';

/**
 * Names of the fields that a schema takes at a path.
 *
 * @param value what was sent: it tells which of several shapes is meant
 * @returns none where any name is taken
 */
export function fieldNamesAt(schema: unknown, path: readonly PropertyKey[], value: unknown): string[] {
  const [step, ...rest] = path;
  const shapes = objectsIn(schema, value);
  if (step === undefined) return [...new Set(shapes.flatMap((one) => namesOf(one)))];
  const inside = z.record(z.string(), z.unknown()).or(z.array(z.unknown())).safeParse(value);
  const next = inside.success ? Reflect.get(inside.data, step) : undefined;
  return [...new Set(shapes.flatMap((one) => fieldNamesAt(childOf(one, step), rest, next)))];
}

type Shape = z.ZodObject | z.ZodArray | z.ZodRecord;

/** Without those that are taken and not taken over. */
function namesOf(shape: Shape): string[] {
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.keys(shape.shape).filter((name) => z.globalRegistry.get(shape.shape[name])?.readOnly !== true);
}

function childOf(shape: Shape, step: PropertyKey): unknown {
  if (shape instanceof z.ZodObject) return shape.shape[String(step)];
  return shape instanceof z.ZodArray ? shape.element : shape.valueType;
}

/** The shapes behind what makes a schema optional, gives it a default, transforms it, or chooses between several. */
function objectsIn(schema: unknown, value: unknown): Shape[] {
  if (schema instanceof z.ZodObject || schema instanceof z.ZodArray || schema instanceof z.ZodRecord) return [schema];
  if (schema instanceof z.ZodPipe) return objectsIn(schema.in, value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def;
    const all = schema.options.flatMap((one) => objectsIn(one, value));
    const meant = all.filter(
      (one) => one instanceof z.ZodObject && isMeant(one.shape[discriminator], discriminator, value),
    );
    return meant.length === 0 ? all : meant;
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => objectsIn(one, value));
  if (isWrapper(schema)) return objectsIn(schema.unwrap(), value);
  return [];
}

const isMeant = (kind: unknown, discriminator: string, value: unknown): boolean =>
  kind instanceof z.ZodType && kind.safeParse(Reflect.get(Object(value), discriminator)).success;

type Wrapper = z.ZodOptional | z.ZodNullable | z.ZodDefault | z.ZodPrefault | z.ZodReadonly | z.ZodNonOptional;

const isWrapper = (schema: unknown): schema is Wrapper =>
  [z.ZodOptional, z.ZodNullable, z.ZodDefault, z.ZodPrefault, z.ZodReadonly, z.ZodNonOptional].some(
    (kind) => schema instanceof kind,
  );
