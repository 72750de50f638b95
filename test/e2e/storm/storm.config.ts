import * as z from 'zod';
import { demoSettings } from '../../../local/demo/demo-settings.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';

const { HOLDFAST_JIRA_SITE, HOLDFAST_SIGN_IN_URL } = z
  .object({ HOLDFAST_JIRA_SITE: z.url(), HOLDFAST_SIGN_IN_URL: z.url() })
  .parse(process.env);

/** A Jira that answers in milliseconds or not at all is not waited for as long as one on the other side of the world. */
export default parseConfig({
  signIn: { address: HOLDFAST_SIGN_IN_URL },
  ...demoSettings(HOLDFAST_JIRA_SITE),
  jira: { site: HOLDFAST_JIRA_SITE, timeoutMs: 1_500 },
});
