import type { JiraSite } from '../domain/ticket/jira-site.ts';
import { accessTokens, type TokenOptions } from './access-tokens.ts';
import type { JiraCredentials } from './credentials.ts';

/** The secret and the configuration do not belong together, so no request is sent. */
export class JiraLoginUnfit extends Error {
  constructor(what: string) {
    super(`the secret of the Jira account does not fit the configuration: ${what}`);
    this.name = 'JiraLoginUnfit';
  }
}

export type LoginOptions = TokenOptions & {
  /** Asked before every request, so that a rotated secret is used as soon as the cache behind it knows it. */
  credentials: () => Promise<JiraCredentials>;
  apiUrl?: JiraSite['apiUrl'];
  /** Default: Cloud. */
  deployment?: JiraSite['deployment'];
};

/** The header `Authorization` of requests, for each kind of login. */
export function jiraLogin(options: LoginOptions) {
  const { credentials } = options;
  const tokens = accessTokens(options);

  async function authorization(): Promise<string> {
    const given = await credentials();
    mustFit(given, options);
    if ('email' in given) return `Basic ${Buffer.from(`${given.email}:${given.apiToken}`).toString('base64')}`;
    if ('personalAccessToken' in given) return `Bearer ${given.personalAccessToken}`;
    return `Bearer ${await tokens.tokenFor(given)}`;
  }

  return {
    /**
     * Sends with the header, and once more when a token was refused that may have ended early: Jira did nothing with the
     * request then, so a write is safe to repeat.
     */
    async signedIn<Answer extends { readonly response: Response }>(
      send: (authorization: string) => Promise<Answer>,
    ): Promise<Answer> {
      const first = await authorization();
      const answer = await send(first);
      if (answer.response.status !== 401) return answer;
      await tokens.forget(first.replace(/^Bearer /, ''));
      const second = await authorization();
      return second === first ? answer : send(second);
    },
  };
}

/** @throws JiraLoginUnfit with the line that mends it */
function mustFit(
  credentials: JiraCredentials,
  { deployment = 'Cloud', apiUrl }: Pick<LoginOptions, 'deployment' | 'apiUrl'>,
): void {
  const isOfDataCenter = 'personalAccessToken' in credentials;
  if (deployment === 'Data Center' && !isOfDataCenter) {
    throw new JiraLoginUnfit('jira.deployment is "Data Center", which wants {"personalAccessToken": "…"}');
  }
  if (deployment === 'Cloud' && isOfDataCenter) {
    throw new JiraLoginUnfit('it has a personalAccessToken, which wants jira.deployment: "Data Center"');
  }
  if ('clientId' in credentials && apiUrl === undefined) {
    throw new JiraLoginUnfit(
      'it has an OAuth 2.0 credential, which works at the gateway alone: set jira.apiUrl to ' +
        'https://api.atlassian.com/ex/jira/<cloudId>',
    );
  }
}
