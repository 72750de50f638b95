import * as z from 'zod';
import { NO_BODY, type Route, route } from '../route.ts';
import { type OpenApi, openApi } from './open-api.ts';

/** The API, told by itself. @param routes all of them, this one included: read when it is asked for */
export function descriptionRoutes(routes: () => readonly Route[]): Route[] {
  let description: OpenApi | undefined;
  return [
    route({
      operationId: 'describeApi',
      method: 'GET',
      path: '/openapi.json',
      tag: 'This API',
      summary: 'This description, as OpenAPI 3.1',
      action: 'read records',
      ifMatch: 'none',
      params: {},
      query: {},
      body: NO_BODY,
      answer: { status: 200, means: 'The description', schema: z.record(z.string(), z.unknown()) },
      async handle() {
        description ??= openApi(routes());
        return { body: description };
      },
    }),
  ];
}
