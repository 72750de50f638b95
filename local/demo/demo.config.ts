import * as z from 'zod';
import { parseConfig } from '../../shared/domain/policy/parse-config.ts';
import { demoSettings } from './demo-settings.ts';

/** Simulator and emulator listen on free ports, so their addresses come with the deployment. */
const { HOLDFAST_JIRA_SITE, HOLDFAST_SIGN_IN_URL, HOLDFAST_API_URL } = z
  .object({ HOLDFAST_JIRA_SITE: z.url(), HOLDFAST_SIGN_IN_URL: z.url(), HOLDFAST_API_URL: z.url() })
  .parse(process.env);

export default parseConfig({
  ...demoSettings(HOLDFAST_JIRA_SITE),
  signIn: { address: HOLDFAST_SIGN_IN_URL },
  api: { address: HOLDFAST_API_URL },
});
