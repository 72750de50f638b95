import * as z from 'zod';
import { TimelineEntry } from '../../../shared/domain/record/content/timeline.ts';
import { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { Remediation } from '../../../shared/domain/remediation/remediation.ts';

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  $ref?: string;
};

/** A record with what stands beside it. */
const Whole = z.object({
  ...PostMortem.shape,
  timeline: z.array(TimelineEntry),
  remediations: z.array(Remediation),
});

const root = z
  .custom<Schema>()
  .parse(z.toJSONSchema(Whole, { io: 'output', unrepresentable: 'any', reused: 'inline' }));

/** True when a record has this path, through lists, options and unions. */
export function isInRecord(path: string): boolean {
  return found([root], path.split('.')).length > 0;
}

/** The names of the fields directly below a path. */
export function fieldsBelow(path: string): string[] {
  return found([root], path.split('.')).flatMap(({ properties = {} }) => Object.keys(properties));
}

function found(at: Schema[], [step, ...rest]: readonly string[]): Schema[] {
  const flat = at.flatMap(options);
  if (step === undefined) return flat;
  return found(
    flat.flatMap(({ properties = {} }) => (Object.hasOwn(properties, step) ? [properties[step] ?? {}] : [])),
    rest,
  );
}

function options(schema: Schema): Schema[] {
  const { items, anyOf, oneOf } = schema;
  const inner = [...(items === undefined ? [] : [items]), ...(anyOf ?? []), ...(oneOf ?? [])];
  return inner.length === 0 ? [schema] : inner.flatMap(options);
}
