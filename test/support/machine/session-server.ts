import { type SessionHandlerDependencies, sessionHandler } from '../../../functions/session/handler.ts';
import { loopbackServer } from '../../../local/in-process/loopback-server.ts';
import { sealsOf } from '../../../shared/session/seals.ts';
import { testTelemetry } from '../world/telemetry.ts';

/** The session function behind HTTP, without the rest of the stack. */
export async function startSessionServer(
  more: Pick<SessionHandlerDependencies, 'provider'> & Partial<SessionHandlerDependencies>,
) {
  const { telemetry, counted, log } = testTelemetry();
  const server = await loopbackServer(async ({ method, url, headers }) => {
    const handler = sessionHandler({
      apiUrl: `${server.url}/`,
      seals: () => Promise.resolve(sealsOf(['a secret of tests'])),
      lastsMs: 12 * 3_600_000,
      now: () => new Date().toISOString(),
      telemetry,
      renewals: undefined,
      ...more,
    });
    const { pathname, search } = url;
    // A page of the console, which is none of the session.
    if (!pathname.startsWith('/session/')) return { status: 200, body: `page ${pathname}${search}` };
    const event = { routeKey: `${method} ${pathname}`, rawQueryString: search.slice(1), headers };
    const { statusCode: status, ...answer } = await handler(event);
    return { status, ...answer };
  });
  return { ...server, counted, log };
}
