import type { CustomField, Project } from '../../site/catalogue.ts';
import type { Site } from '../../site/site.ts';
import type { ScreenFields } from '../../sites/simulated-screen.ts';
import { fieldChoices } from '../fields/field-choices.ts';
import { fieldName } from '../fields/field-names.ts';
import type { SiteView } from '../site-view.ts';

type FieldSchema = {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
  readonly customId?: number;
};

const systemTypes: Readonly<Record<string, Omit<FieldSchema, 'system'>>> = {
  project: { type: 'project' },
  issuetype: { type: 'issuetype' },
  summary: { type: 'string' },
  description: { type: 'string' },
  priority: { type: 'priority' },
  labels: { type: 'array', items: 'string' },
  components: { type: 'array', items: 'component' },
  duedate: { type: 'date' },
  assignee: { type: 'user' },
  reporter: { type: 'user' },
  resolution: { type: 'resolution' },
  parent: { type: 'issuelink' },
};

const customTypes = { any: 'any', string: 'string', number: 'number', option: 'option', user: 'user' } as const;
const customKinds = {
  any: 'textfield',
  string: 'textfield',
  number: 'float',
  option: 'select',
  user: 'userpicker',
} as const;

/**
 * Fields of a screen as metadata tells them, by id. It knows the screen and the field configuration, and nothing of the
 * validators of the workflow: a request can satisfy it and still be refused.
 */
export function fieldMetadata(screen: ScreenFields, site: Site, project: Project, siteView: SiteView) {
  const choices = fieldChoices(site, project);
  return Object.fromEntries(
    Object.entries(screen).map(([field, rule]) => [
      field,
      {
        required: rule === 'required',
        schema: fieldSchema(field, site.catalogue.customFields),
        name: fieldName(field, site.catalogue.customFields, siteView.locale),
        key: field,
        hasDefaultValue: field === 'priority' && site.rules.ofProject(project).defaultPriorityId !== undefined,
        operations: field === 'labels' || field === 'components' ? ['add', 'set', 'remove'] : ['set'],
        ...allowedValues(field),
      },
    ]),
  );

  function allowedValues(field: string) {
    const custom = choices.customFields.find(({ id }) => id === field);
    if (custom?.options !== undefined) return { allowedValues: custom.options.map(({ id, value }) => ({ id, value })) };
    switch (field) {
      case 'priority':
        return { allowedValues: choices.priorities.map(siteView.priority) };
      case 'resolution':
        return { allowedValues: choices.resolutions.map(siteView.resolution) };
      case 'components':
        return { allowedValues: choices.components.map(({ id, name }) => ({ id, name })) };
      default:
        return {};
    }
  }
}

export function fieldSchema(field: string, customFields: readonly CustomField[]): FieldSchema {
  const custom = customFields.find(({ id }) => id === field);
  if (custom === undefined) return { ...(systemTypes[field] ?? { type: 'any' }), system: field };
  const { type = 'any' } = custom;
  return {
    type: customTypes[type],
    custom: `com.atlassian.jira.plugin.system.customfieldtypes:${customKinds[type]}`,
    customId: Number(field.replace('customfield_', '')),
  };
}
