import type { Project } from '../../site/catalogue.ts';
import type { Site } from '../../site/site.ts';
import type { ScreenFields, SimulatedScreen } from '../../sites/simulated-screen.ts';
import type { SimulatedPermission } from '../../sites/site-description.ts';
import { systemFieldReaders } from './field-readers.ts';

/** Who acts: the integration by the API, or a person in Jira's own pages, who may do everything there. */
export type ScreenUser = 'integration' | 'person';

/** Fields that only their own permission puts on a screen. */
const fieldPermissions: Readonly<Record<string, SimulatedPermission>> = {
  assignee: 'ASSIGN_ISSUES',
  reporter: 'MODIFY_REPORTER',
  security: 'SET_ISSUE_SECURITY',
};

/** Fields that the kind site has on none of its screens, although it is said to have every field. */
const onNoKindScreen = new Set(['components', 'parent']);

/** Screen as this caller has it: a field that it lacks the permission for is as good as not there. */
export function screenInForce(
  { catalogue, rules }: Site,
  screen: SimulatedScreen,
  project: Project | undefined,
  user: ScreenUser,
): ScreenFields {
  const fields: ScreenFields =
    screen === 'every field'
      ? Object.fromEntries(
          [...Object.keys(systemFieldReaders), 'comment', ...catalogue.customFields.map(({ id }) => id)]
            .filter((field) => !onNoKindScreen.has(field))
            .map((field) => [field, 'optional']),
        )
      : screen;
  if (user === 'person' || project === undefined) return fields;
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => {
      const permission = fieldPermissions[field];
      return permission === undefined || rules.may(permission, project);
    }),
  );
}
