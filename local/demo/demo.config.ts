import * as z from 'zod';
import { parseConfig } from '../../shared/domain/policy/parse-config.ts';
import { demoSettings } from './demo-settings.ts';

/** The simulator listens on a free port, so its address comes with the deployment. */
const { HOLDFAST_JIRA_SITE } = z.object({ HOLDFAST_JIRA_SITE: z.url() }).parse(process.env);

export default parseConfig(demoSettings(HOLDFAST_JIRA_SITE));
