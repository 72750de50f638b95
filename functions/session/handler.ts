import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { finishSignIn } from '../../shared/session/finish-sign-in.ts';
import { handOutToken } from '../../shared/session/hand-out-token.ts';
import { page, signInLink } from '../../shared/session/pages.ts';
import { ProviderUnanswered } from '../../shared/session/provider-answers.ts';
import { START_PAGE } from '../../shared/session/return-path.ts';
import { sendToProvider } from '../../shared/session/send-to-provider.ts';
import type { SessionAnswer, SessionDependencies, SessionRequest } from '../../shared/session/session-dependencies.ts';
import { sessionProblem } from '../../shared/session/session-problem.ts';
import { signedOut, signOut } from '../../shared/session/sign-out.ts';

export type SessionHandlerDependencies = Omit<SessionDependencies, 'count' | 'warn'> & { telemetry: Telemetry };

/** Seconds until a provider that did not answer is asked again. */
const RETRY_AFTER = 10;

/** Keeps people signed in whose browser has nothing but a cookie: from the provider's page to an id token of minutes. */
export function sessionHandler({ telemetry, ...rest }: SessionHandlerDependencies) {
  const deps: SessionDependencies = { ...rest, count: telemetry.count, warn: telemetry.warn };
  return async (event: Pick<APIGatewayProxyEventV2, 'routeKey' | 'rawQueryString' | 'headers' | 'cookies'>) => {
    const { routeKey } = event;
    try {
      return await answer(deps, routeKey, requestOf(event));
    } catch (error) {
      if (!(error instanceof ProviderUnanswered)) throw error;
      telemetry.count('SignInProviderUnanswered');
      telemetry.warn('the provider of the sign-in gave no answer', { route: routeKey, because: error.message });
      return routeKey.startsWith('GET ') ? unansweredPage() : unansweredProblem();
    }
  };
}

function answer(
  deps: SessionDependencies,
  routeKey: string,
  request: SessionRequest,
): Promise<SessionAnswer> | SessionAnswer {
  switch (routeKey) {
    case 'GET /session/sign-in':
      return sendToProvider(deps, request);
    case 'GET /session/call-back':
      return finishSignIn(deps, request);
    case 'POST /session/token':
      return handOutToken(deps, request);
    case 'POST /session/sign-out':
      return signOut(deps, request);
    case 'GET /session/signed-out':
      return signedOut();
    default:
      return sessionProblem(404, `there is no ${routeKey}`);
  }
}

/** API Gateway takes the cookies out of the headers; other gateways leave them there. */
const requestOf = ({
  rawQueryString,
  headers,
  cookies = [],
}: Parameters<ReturnType<typeof sessionHandler>>[0]): SessionRequest => ({
  query: new URLSearchParams(rawQueryString),
  headers,
  cookies: [...cookies, ...(headers.cookie === undefined ? [] : [headers.cookie])],
});

const unansweredPage = () =>
  page({
    status: 503,
    title: 'The provider of the sign-in does not answer',
    paragraphs: ['It may be over in a moment. Holdfast itself works: whoever is signed in stays so.'],
    link: { to: signInLink(START_PAGE), text: 'Try again' },
    retryAfter: RETRY_AFTER,
  });

function unansweredProblem(): SessionAnswer {
  const problem = sessionProblem(503, 'the provider of the sign-in does not answer; the session is kept, try again');
  return { ...problem, headers: { ...problem.headers, 'retry-after': String(RETRY_AFTER) } };
}
