import { createHash } from 'node:crypto';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { canonicalJson } from '../../domain/words/canonical-json.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraRefused } from '../../jira/jira-errors.ts';
import type { TicketSystem } from '../ticket-system.ts';
import { checkClaims } from './check-claims.ts';
import { checkRoute } from './check-route.ts';
import type { CreateScreens } from './create-screens.ts';

/** What the site tells of the places where tickets are made, and whether it fits the configuration. */
export function placesInJira(
  { jira, screens }: { jira: JiraGateway; screens: CreateScreens },
  config: Pick<HoldfastConfig, 'remediation'>,
): Pick<TicketSystem, 'checkSite' | 'checkRoute' | 'outlook'> {
  return {
    async checkSite() {
      await jira.whoAmI();
      return [await checkClaims(jira, config.remediation)];
    },
    checkRoute(route, severities) {
      // Whoever asks has just changed the screen.
      screens.forget(route);
      return checkRoute({ jira, screens }, { route, severities }, config.remediation);
    },
    async outlook(route) {
      const told = await screens.asked(route).then(
        ({ issueType, fields }) => ({ issueType, fields: Object.fromEntries(fields) }),
        (error: unknown) => (error instanceof JiraRefused ? 'refused' : undefined),
      );
      if (told === undefined) return undefined;
      return createHash('sha256').update(canonicalJson({ route, told })).digest('hex');
    },
  };
}
