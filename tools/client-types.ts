import openapiTS, { astToString } from 'openapi-typescript';
import { openApi } from '../shared/api/description/open-api.ts';
import { ROUTES } from '../shared/api/routes.ts';

const HEAD = `/* Made from docs/openapi.json by npm run docs. */

`;

/** The types of the client, from the description of the API. */
export async function clientTypes(): Promise<string> {
  return HEAD + astToString(await openapiTS(JSON.stringify(openApi(ROUTES))));
}
