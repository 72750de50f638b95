import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { FoundProblem } from '../../domain/words/look.ts';
import { Severity } from '../../domain/words/severity.ts';
import type { CreateMetadata } from '../../jira/create-metadata.ts';
import { valueNotAllowed, valueProblems } from './check-values.ts';
import { choicesOf, nameOf, routeSetting, unfilledFields } from './refused-creation.ts';

/** `severities`: of the fixes that may come to it. */
export type CheckedRoute = { readonly route: PlannedRoute; readonly severities: readonly Severity[] };

/** What of a route its screen does not take, and what the screen requires beside. */
export function screenProblems({ route, severities }: CheckedRoute, metadata: CreateMetadata): FoundProblem[] {
  const { path, component = [], securityLevel, fields = {}, priority } = route;
  const notAllowed = valuesNotAllowed(metadata.fields);
  const required = unfilledFields(metadata, configuredFields(route)).map(({ id, field }) => ({
    code: `required ${id}`,
    problem: `${nameOf(id, field)} is required, and nothing fills it: no ticket is made`,
    advice: `set ${routeSetting(path, id)}${choicesOf(field)}`,
  }));
  return [
    ...required,
    ...component.flatMap((name) => notAllowed('components', name, `${path}.component`)),
    ...Severity.options.flatMap((level) => {
      const name = priority === 'none' ? undefined : priority?.[level];
      return name === undefined ? [] : notAllowed('priority', name, `${path}.priority.${level}`);
    }),
    ...(securityLevel === undefined ? [] : notAllowed('security', securityLevel, `${path}.securityLevel`)),
    ...Object.entries(fields).flatMap(([id, setting]) => {
      const line = `${path}.fields.${id}`;
      const field = metadata.fields.get(id);
      if (field !== undefined) return valueProblems(setting, { id, field, line }, severities);
      return [{ ...noField(id, line), problem: `the screen has no field ${id}, so it is said in the description` }];
    }),
  ];
}

/** Fields that a draft of this route fills. */
function configuredFields(route: PlannedRoute): string[] {
  const { component = [], fields = {} } = route;
  return [
    ...['project', 'issuetype', 'summary', 'description', 'labels'],
    ...(route.priority === 'none' ? [] : ['priority']),
    ...(route.due === 'none' ? [] : ['duedate']),
    ...(component.length === 0 ? [] : ['components']),
    ...(route.assignee === undefined ? [] : ['assignee']),
    ...(route.parent === undefined ? [] : ['parent']),
    ...(route.securityLevel === undefined ? [] : ['security']),
    ...Object.keys(fields),
  ];
}

const noField = (id: string, line: string): FoundProblem => ({
  code: `no field ${line}`,
  problem: `the screen has no field ${id}, or our account may not set it`,
  advice: `add it to the screen, or take out ${line}`,
});

const valuesNotAllowed =
  (screen: CreateMetadata['fields']) =>
  (id: string, wanted: string, line: string): FoundProblem[] => {
    const field = screen.get(id);
    return field === undefined ? [noField(id, line)] : valueNotAllowed(wanted, { id, field, line });
  };
