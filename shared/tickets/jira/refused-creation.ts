import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { CreateMetadata } from '../../jira/create-metadata.ts';
import type { FieldMetadata } from '../../jira/field-metadata.ts';
import type { JiraRefused } from '../../jira/jira-errors.ts';

/** So many values of a field are named; a list of all versions of a product helps nobody. */
const NAMED_AT_MOST = 10;

/** Settings of a route, by the field of Jira that each fills. */
const SETTINGS: Readonly<Record<string, string>> = {
  project: 'project',
  issuetype: 'issueType',
  components: 'component',
  assignee: 'assignee',
  priority: 'priority',
  labels: 'labels',
  parent: 'parent',
  security: 'securityLevel',
  duedate: 'due',
};

/**
 * The refusal of a creation, with what somebody can do about it: the route, the field and the line of the configuration. Jira
 * has no fixed words for a field that is missing, and they are in the language of our account; so it says what is missing by
 * what the screen requires and was not sent.
 */
export function refusedCreation(
  refusal: JiraRefused,
  { name, path }: PlannedRoute,
  { metadata, sent }: { metadata: CreateMetadata | undefined; sent: readonly string[] },
): JiraRefused {
  const missing = metadata === undefined ? [] : unfilledFields(metadata, sent);
  const complained = refusal.fields.filter((id) => !missing.some((field) => field.id === id));
  const lines = [
    ...missing.map(
      ({ id, field }) => `set ${routeSetting(path, id)} (${nameOf(id, field)} is required${choicesOf(field)})`,
    ),
    ...complained.map((id) => `look at ${routeSetting(path, id)} (${nameOf(id, metadata?.fields.get(id))})`),
  ];
  const hint = `what a rule of the workflow asks for is set in ${path}, such as component, assignee or fields, or changed in Jira`;
  const route = name === path ? `The route ${path}` : `The route "${name}" (${path})`;
  return refusal.withAdvice(
    `${route}: ${lines.length === 0 ? hint : lines.join('; ')}. The ticket comes by itself after that`,
  );
}

type MissingField = { readonly id: string; readonly field: FieldMetadata };

/** Fields that the screen requires and a request leaves empty. What validators of the workflow require is in no metadata. */
export const unfilledFields = ({ fields }: CreateMetadata, sent: readonly string[]): MissingField[] =>
  [...fields]
    .filter(
      ([id, { required, hasDefaultValue }]) => required && !hasDefaultValue && id !== 'reporter' && !sent.includes(id),
    )
    .map(([id, field]) => ({ id, field }));

export function routeSetting(path: string, id: string): string {
  const setting = SETTINGS[id];
  return setting === undefined ? `${path}.fields.${id}` : `${path}.${setting}`;
}

export const nameOf = (id: string, field: FieldMetadata | undefined): string =>
  field === undefined || field.name === '' ? id : field.name;

export function choicesOf({ allowedValues = [] }: FieldMetadata): string {
  if (allowedValues.length === 0) return '';
  const more = allowedValues.length > NAMED_AT_MOST ? ' …' : '';
  return `: one of ${allowedValues
    .slice(0, NAMED_AT_MOST)
    .map(({ name }) => name)
    .join(', ')}${more}`;
}
