import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openApi } from '../shared/api/description/open-api.ts';
import { ROUTES } from '../shared/api/routes.ts';

const textAt = (address: string): Promise<string> => readFile(fileURLToPath(address), 'utf8');

/** What is inside the page's own elements, and nothing else, is loaded: https://www.w3.org/TR/CSP3/ */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Requests get the token of whoever is signed in on the pages of this address, as the page of any product would get it. */
const WITH_TOKEN = `
  requestInterceptor: async (request) => {
    const answer = await fetch('/session/token', { method: 'POST', headers: { 'x-holdfast-session': '1' } });
    if (answer.status === 401) location.assign('/session/sign-in?return=' + encodeURIComponent(location.pathname));
    if (answer.ok) request.headers.authorization = 'Bearer ' + (await answer.json()).token;
    return request;
  },`;

/**
 * The description of the API as one page: Swagger UI, its style and the description are in it. As a file it asks for nothing, and sends no
 * requests: it has no token.
 *
 * @param address of the API, when the page is served there: then its routes can be tried
 */
export async function apiReference(address?: string): Promise<string> {
  const isServed = address !== undefined;
  const [script, style] = await Promise.all([
    textAt(import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js')),
    textAt(import.meta.resolve('swagger-ui-dist/swagger-ui.css')),
  ]);
  const servers = isServed ? { servers: [{ url: address }] } : {};
  const description = JSON.stringify({ ...openApi(ROUTES), ...servers }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}${isServed ? "; connect-src 'self'" : ''}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>The API of Holdfast</title>
<style>${style.replaceAll('</style', '<\\/style')}</style>
</head>
<body>
<div id="api"></div>
<script>${script.replaceAll('</script', '<\\/script')}</script>
<script>
// Swagger UI follows references of schemas from http addresses alone, and this page may be a file. Nothing is asked there.
Object.defineProperty(document, 'baseURI', { value: 'https://holdfast.invalid/openapi.json' });
SwaggerUIBundle({
  dom_id: '#api',
  spec: ${description},
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  defaultModelsExpandDepth: 0,
  displayOperationId: true,
  supportedSubmitMethods: ${isServed ? "['get', 'post', 'put', 'patch', 'delete']" : '[]'},${isServed ? WITH_TOKEN : ''}
  validatorUrl: null,
});
</script>
</body>
</html>
`;
}
