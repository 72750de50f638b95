import type { SimulatedLocale, User } from '../site/catalogue.ts';
import { answerLocale } from '../site/language.ts';
import type { SiteDescription } from '../sites/site-description.ts';
import { anonymousAnswer } from './anonymous-answer.ts';
import { inLanguage } from './german-messages.ts';
import { JiraError } from './jira-error.ts';
import { type Credentials, type IsAccessToken, readLogin } from './login.ts';
import { matchRoute, type SimulatorAnswer, type SimulatorCall, type SimulatorRoute } from './route.ts';
import { sitePath } from './site-path.ts';
import { NoContentType, NoSuchPath, NotJson, unreadableAnswer, WrongMethod } from './unreadable.ts';

/** A request as it arrived, over a socket or handed over in the same process. */
export type JiraRequest = {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly acceptLanguage?: string | undefined;
  /** The header `X-Force-Accept-Language`. */
  readonly isLanguageForced?: boolean;
  readonly body: string;
};

type AnswerParts = {
  readonly routes: readonly SimulatorRoute[];
  /** The REST API in the language of an answer. */
  readonly restRoutes: (locale: SimulatedLocale) => readonly SimulatorRoute[];
  readonly credentials: Credentials;
  readonly isAccessToken: IsAccessToken;
  readonly apiUser: User;
  readonly description: SiteDescription;
};

/** Finds out who calls the REST API and in which language, and lets the route that fits take its effect. */
export function createAnswerer(parts: AnswerParts) {
  const { routes, restRoutes, credentials, isAccessToken, apiUser, description } = parts;
  return function answer(request: JiraRequest): SimulatorAnswer {
    if (!isRest(request.url.pathname)) return answered(routes, request, request.url.pathname, 'en_US');
    const found = sitePath(request.url.pathname, description);
    if ('answer' in found) return found.answer;
    const login = readLogin(request.authorization, credentials, description, isAccessToken);
    if (login.kind === 'refused') return login.answer;
    if (login.kind === 'known') return answered(undefined, request, found.path, localeOf(request));
    const { method } = request;
    const given = anonymousAnswer({ method, path: found.path, body: request.body });
    const { headers, ...rest } = given ?? answered(undefined, request, found.path, 'en_US');
    return { ...rest, headers: { ...headers, ...login.headers } };
  };

  function localeOf({ acceptLanguage, isLanguageForced }: JiraRequest): SimulatedLocale {
    const isForced = isLanguageForced === true && description.deployment === 'Cloud';
    return answerLocale(apiUser, { acceptLanguage, isForced });
  }

  function answered(
    known: readonly SimulatorRoute[] | undefined,
    { method, url, contentType, body }: JiraRequest,
    path: string,
    locale: SimulatedLocale,
  ): SimulatorAnswer {
    try {
      const offered = known ?? restRoutes(locale);
      const match = matchRoute(offered, method, path);
      if (match === undefined) {
        const isThere = offered.some((route) => matchRoute([route], route.method, path) !== undefined);
        throw isThere ? new WrongMethod(method, url.pathname) : new NoSuchPath(method, url.pathname);
      }
      const isStrict = known === undefined && description.manners.unreadable === 'in forms of their own';
      if (isStrict && body !== '' && contentType === undefined) throw new NoContentType(url.pathname);
      const isForm = contentType?.startsWith('application/x-www-form-urlencoded') === true;
      const read = isForm ? Object.fromEntries(new URLSearchParams(body)) : parsedJson(body);
      if (known === undefined) mustBeWritable(read);
      const call: SimulatorCall = {
        params: match.params,
        query: url.searchParams,
        body: read,
        isForm,
        caller: apiUser,
      };
      return match.route.handle(call);
    } catch (error) {
      return unreadableAnswer(error, description.manners) ?? refusal(error, locale);
    }
  }
}

/** Whether faults and logins concern the path: everything but the pages and the switches. */
export function isRest(path: string): boolean {
  return /^(\/jira)?\/rest\//.test(path) || path.startsWith('/ex/jira/');
}

/** The path as the reference of the API has it, also behind the gateway and under a path of the site. */
export function pathOfReference(path: string): string {
  return path.replace(/^\/ex\/jira\/[^/]+/, '');
}

function refusal(error: unknown, locale: SimulatedLocale): SimulatorAnswer {
  if (error instanceof JiraError) {
    return { status: error.status, body: inLanguage(error.body, locale) };
  }
  throw error;
}

/**
 * Halves of surrogate pairs have no UTF-8, and PostgreSQL has no text with NUL in it. What Jira makes of them is not told
 * anywhere; it is refused here, so that nothing of ours comes to depend on it. People may still put them into an issue by
 * the switches, as an old import leaves them in Jira.
 */
function mustBeWritable(body: unknown): void {
  // Beside `\n` and its like, JSON.stringify escapes control characters and halves of surrogate pairs, and nothing else.
  const escapes = JSON.stringify(body)?.match(/\\(?:u[\da-f]{4}|.)/g) ?? [];
  const found = escapes.find((escaped) => escaped.startsWith('\\u'));
  if (found !== undefined)
    throw new JiraError(400, [`The request contains the character ${found}, which cannot be kept.`]);
}

export function parsedJson(raw: string): unknown {
  if (raw === '') return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    throw new NotJson();
  }
}
