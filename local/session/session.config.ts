import * as z from 'zod';
import { parseConfig } from '../../shared/domain/policy/parse-config.ts';
import { sessionSettings } from './session-settings.ts';

/** All listen on free ports, so their addresses come with the deployment. */
const { HOLDFAST_JIRA_SITE, HOLDFAST_SIGN_IN_URL, HOLDFAST_API_URL } = z
  .object({
    HOLDFAST_JIRA_SITE: z.url(),
    HOLDFAST_SIGN_IN_URL: z.url(),
    HOLDFAST_API_URL: z.url(),
  })
  .parse(process.env);

export default parseConfig({
  ...sessionSettings(HOLDFAST_JIRA_SITE, HOLDFAST_API_URL),
  signIn: { address: HOLDFAST_SIGN_IN_URL },
  api: { address: HOLDFAST_API_URL },
});
