import * as z from 'zod';

/** Value that a field may have: `name` is what people see of it. */
export type AllowedValue = { readonly id: string; readonly name: string };

const Allowed = z
  .object({ id: z.string(), name: z.string().optional(), value: z.string().optional() })
  .transform(({ id, name, value }): AllowedValue => ({ id, name: name ?? value ?? id }));

/** One odd value costs itself. */
const AllowedValues = z
  .array(z.unknown())
  .transform((values) => values.flatMap((value) => Allowed.safeParse(value).data ?? []));

/**
 * Field of a screen, as create metadata and `transitions.fields` tell of it. `required` knows the field configuration, and
 * nothing of the validators of the workflow.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-issuetypeid-get
 */
export const FieldMetadata = z.object({
  name: z.string().catch(''),
  required: z.boolean().catch(false),
  hasDefaultValue: z.boolean().catch(false),
  schema: z
    .object({ type: z.string(), items: z.string().optional(), custom: z.string().optional() })
    .catch({ type: 'any' }),
  /** In the order of the site, such as that of its priorities; undefined where anything may be. */
  allowedValues: AllowedValues.optional().catch(undefined),
});
export type FieldMetadata = z.infer<typeof FieldMetadata>;

/** Fields of a screen by their ids. */
export type ScreenMetadata = ReadonlyMap<string, FieldMetadata>;

/** Finds a value by its id or, as people write it, by its name in any case. */
export function allowedValue(values: readonly AllowedValue[], idOrName: string): AllowedValue | undefined {
  const wanted = idOrName.trim().toLowerCase();
  return values.find(({ id }) => id === idOrName) ?? values.find(({ name }) => name.trim().toLowerCase() === wanted);
}
