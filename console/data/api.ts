import createFetchClient from 'openapi-fetch';
import type { components, paths } from '../../client/api.ts';
import { forgetToken, idToken, notTaken } from '../session/token.ts';

/** Shapes of the API by their name in its description. */
export type Schemas = components['schemas'];

/** The API of the same origin, with a token on each call. A refused token is renewed once. */
export const api = createFetchClient<paths, 'application/json'>({ baseUrl: location.origin, fetch: withToken });

async function withToken(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await idToken();
  const response = await fetch(authorized(request, token));
  if (response.status !== 401) return response;
  forgetToken(token);
  const renewed = await idToken();
  if (renewed === token) notTaken();
  return fetch(authorized(again, renewed));
}

function authorized(request: Request, token: string): Request {
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${token}`);
  return new Request(request, { headers });
}
