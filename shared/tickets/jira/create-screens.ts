import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { CreateMetadata } from '../../jira/create-metadata.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraRateLimited, JiraRefused, JiraUnsure } from '../../jira/jira-errors.ts';

/** For so long a screen is kept: an administrator who changes it waits no longer for us to notice. */
const KEPT_MS = 300_000;

export type CreateScreens = ReturnType<typeof createScreens>;

/** Create screens of routes, each asked once in a while. */
export function createScreens(jira: Pick<JiraGateway, 'screenOf'>, nowMs: () => number) {
  const known = new Map<string, { at: number; screen: Promise<CreateMetadata> }>();
  const keyOf = ({ project, issueType }: PlannedRoute) => JSON.stringify([project, issueType]);

  /** @throws the errors of Jira, which are not kept */
  function asked(route: PlannedRoute): Promise<CreateMetadata> {
    const key = keyOf(route);
    const found = known.get(key);
    if (found !== undefined && nowMs() - found.at < KEPT_MS) return found.screen;
    const screen = jira.screenOf(route.project, route.issueType);
    known.set(key, { at: nowMs(), screen });
    screen.catch(() => known.delete(key));
    return screen;
  }

  return {
    asked,
    /** @returns undefined where Jira does not tell: then the creation itself shows what is wrong */
    async of(route: PlannedRoute): Promise<CreateMetadata | undefined> {
      try {
        return await asked(route);
      } catch (error) {
        if (error instanceof JiraRefused || error instanceof JiraUnsure || error instanceof JiraRateLimited)
          return undefined;
        throw error;
      }
    },
    /** What was kept is not so any more. */
    forget: (route: PlannedRoute): void => void known.delete(keyOf(route)),
  };
}
