import { createConfig, lintFromString } from '@redocly/openapi-core';
import { openApi } from '../shared/api/description/open-api.ts';
import { ROUTES } from '../shared/api/routes.ts';

/** Lints the description of the API by Redocly's recommended rules. https://redocly.com/docs/cli/rules/recommended */
const config = await createConfig({ extends: ['recommended'] });
const problems = await lintFromString({ source: JSON.stringify(openApi(ROUTES)), config });
for (const { ruleId, message, location } of problems) {
  console.error(`${location[0]?.pointer ?? ''}: ${message} (${ruleId})`);
}
process.exit(problems.length === 0 ? 0 : 1);
