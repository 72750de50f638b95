import * as z from 'zod';
import { cloudIdOf, type JiraSite } from '../domain/ticket/jira-site.ts';
import { jsonIn } from '../domain/words/well-formed.ts';

/** What was looked at, and what is wrong with it. */
export type AddressCheck = { readonly what: string; readonly problem: string | undefined };

type CheckOptions = { readonly timeoutMs: number; readonly fetch?: typeof globalThis.fetch };

/** What anybody is told, without a login, by a site of Cloud and by a Jira of any kind. */
const TenantInfo = z.object({ cloudId: z.string().min(1) });
const ServerInfo = z.object({ deploymentType: z.string() });

/**
 * Looks whether the configured addresses lead to the Jira that the configuration means: by what every Jira tells without a
 * login, so that a wrong secret hides nothing here.
 */
export async function checkJiraAddresses(jira: JiraSite, options: CheckOptions): Promise<AddressCheck[]> {
  const checks = jira.deployment === 'Cloud' ? [siteOfCloud, deployment] : [deployment];
  return Promise.all(checks.map((check) => check(jira, options)));
}

/** https://support.atlassian.com/jira/kb/retrieve-my-atlassian-sites-cloud-id/ */
async function siteOfCloud(jira: JiraSite, options: CheckOptions): Promise<AddressCheck> {
  const what = `the cloudId of ${jira.site}`;
  const answer = await ask(`${jira.site}/_edge/tenant_info`, options);
  if ('movedTo' in answer) return { what, problem: renamed(jira.site, answer.movedTo) };
  const told = TenantInfo.safeParse(answer.body).data?.cloudId;
  if (told === undefined) return { what, problem: noCloud(jira.site, answer.said) };
  const known = cloudIdOf(jira);
  if (known === undefined) {
    return {
      what: `${what} is ${told}; in jira.cloudId it keeps records together after a new name`,
      problem: undefined,
    };
  }
  const problem = `it is ${told}, and the configuration has that of another site, ${known}: mend jira.site, or jira.cloudId and jira.apiUrl`;
  return { what, problem: known === told ? undefined : problem };
}

async function deployment(jira: JiraSite, options: CheckOptions): Promise<AddressCheck> {
  const what = `the kind of Jira at ${jira.site}`;
  const answer = await ask(`${jira.site}/rest/api/2/serverInfo`, options);
  if ('movedTo' in answer) return { what, problem: renamed(jira.site, answer.movedTo) };
  const told = ServerInfo.safeParse(answer.body).data?.deploymentType;
  // A site may tell this to nobody. Then the requests with a login tell more.
  if (told === undefined) return { what: `${what}, which it tells nobody`, problem: undefined };
  const found = told === 'Cloud' ? 'Cloud' : 'Data Center';
  const problem = `it is ${found}: set jira.deployment: '${found}'`;
  return { what, problem: found === jira.deployment ? undefined : problem };
}

const noCloud = (site: string, said: string): string =>
  `${site} tells no cloudId, as every site of Cloud does: ${said}; is it Data Center, set jira.deployment: 'Data Center'`;

const renamed = (site: string, to: string): string =>
  `${site} leads on to ${to}: set jira.site to that address, and add ${new URL(site).host} to jira.formerSites`;

type Told = { readonly movedTo: string } | { readonly body: unknown; readonly said: string };

async function ask(url: string, { timeoutMs, fetch = globalThis.fetch }: CheckOptions): Promise<Told> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    const moved = to === null ? null : URL.parse(to, url);
    if (moved !== null && moved.host !== new URL(url).host) return { movedTo: moved.origin };
    return { body: jsonIn(await response.text()), said: `it answers ${response.status}` };
  } catch {
    return { body: undefined, said: `no answer within ${timeoutMs} ms, or the connection broke` };
  }
}
