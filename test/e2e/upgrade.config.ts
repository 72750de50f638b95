import * as z from 'zod';
import { demoSettings } from '../../local/demo/demo-settings.ts';
import { parseConfig } from '../../shared/domain/policy/parse-config.ts';

const { HOLDFAST_JIRA_SITE } = z.object({ HOLDFAST_JIRA_SITE: z.url() }).parse(process.env);
const settings = demoSettings(HOLDFAST_JIRA_SITE);

/** The demo's configuration, in which the one client of the release before goes on as the program `machine`. */
export default parseConfig({
  ...settings,
  // Longer than the deployment takes on a slow machine: the fail of before it is not to count by its age.
  verification: { ...settings.verification, failStandsFor: 'PT30M' },
  programs: {
    ...settings.programs,
    machine: { owner: 'sam@holdfast.localhost', scopes: ['signals.write'], sources: ['*'] },
  },
});
