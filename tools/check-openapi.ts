import { createConfig, lintFromString } from '@redocly/openapi-core';
import { openApi } from '../shared/api/description/open-api.ts';
import { ROUTES } from '../shared/api/routes.ts';
import { undescribedIn } from './undescribed.ts';

/**
 * Lints the description of the API by Redocly's recommended rules, those that compare examples with their schemas among them, and
 * sees to it that everything in it is described. https://redocly.com/docs/cli/rules/recommended
 */
const config = await createConfig({
  extends: ['recommended'],
  rules: {
    'parameter-description': 'error',
    'operation-description': 'error',
    'tag-description': 'error',
    'no-invalid-media-type-examples': 'error',
    'no-invalid-schema-examples': 'error',
    'no-invalid-parameter-examples': 'error',
  },
});
const description = openApi(ROUTES);
const problems = await lintFromString({ source: JSON.stringify(description), config });
const undescribed = undescribedIn(description);
for (const { ruleId, message, location } of problems) {
  console.error(`${location[0]?.pointer ?? ''}: ${message} (${ruleId})`);
}
for (const place of undescribed)
  console.error(`${place}: says nothing of what it is for (shared/api/description/fields)`);
process.exit(problems.length + undescribed.length === 0 ? 0 : 1);
