import * as z from 'zod';
import { cloudIdOf, type JiraSite } from '../domain/ticket/jira-site.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../domain/words/look.ts';
import { jsonIn } from '../domain/words/well-formed.ts';

type CheckOptions = { readonly timeoutMs: number; readonly fetch?: typeof globalThis.fetch };

/** What anybody is told, without a login, by a site of Cloud and by a Jira of any kind. */
const TenantInfo = z.object({ cloudId: z.string().min(1) });
const ServerInfo = z.object({ deploymentType: z.string() });

/**
 * Looks whether the configured addresses lead to the Jira that the configuration means: by what every Jira tells without a
 * login, so that a wrong secret hides nothing here.
 */
export async function checkJiraAddresses(jira: JiraSite, options: CheckOptions): Promise<Look[]> {
  const checks = jira.deployment === 'Cloud' ? [siteOfCloud, deployment] : [deployment];
  return Promise.all(checks.map((check) => check(jira, options)));
}

/** https://support.atlassian.com/jira/kb/retrieve-my-atlassian-sites-cloud-id/ */
async function siteOfCloud(jira: JiraSite, options: CheckOptions): Promise<Look> {
  const what = `the cloudId of ${jira.site}`;
  const answer = await ask(`${jira.site}/_edge/tenant_info`, options);
  if ('movedTo' in answer) return looked(what, [renamed(jira.site, answer.movedTo)]);
  const told = TenantInfo.safeParse(answer.body).data?.cloudId;
  if (told === undefined) {
    return answer.status === 404 ? looked(what, [noCloud(jira.site)]) : notSeen(what, saidNothing(answer));
  }
  const known = cloudIdOf(jira);
  if (known === told) return looked(what);
  if (known === undefined) {
    return looked(what, [], [`it is ${told}; in jira.cloudId it keeps records together after a new name of the site`]);
  }
  return looked(what, [
    {
      code: 'another cloudId',
      problem: `it is ${told}, and the configuration has that of another site, ${known}`,
      advice: 'correct jira.site, or jira.cloudId and jira.apiUrl',
    },
  ]);
}

async function deployment(jira: JiraSite, options: CheckOptions): Promise<Look> {
  const what = `the kind of Jira at ${jira.site}`;
  const answer = await ask(`${jira.site}/rest/api/2/serverInfo`, options);
  if ('movedTo' in answer) return looked(what, [renamed(jira.site, answer.movedTo)]);
  const told = ServerInfo.safeParse(answer.body).data?.deploymentType;
  if (told === undefined) {
    // A site may tell this to nobody. Then the requests with a login tell more.
    const isKept = answer.status !== undefined && answer.status >= 400 && answer.status < 500;
    return isKept ? looked(what) : notSeen(what, saidNothing(answer));
  }
  const found = told === 'Cloud' ? 'Cloud' : 'Data Center';
  if (found === jira.deployment) return looked(what);
  return looked(what, [
    { code: 'another deployment', problem: `it is ${found}`, advice: `set jira.deployment: '${found}'` },
  ]);
}

const noCloud = (site: string): FoundProblem => ({
  code: 'no cloudId',
  problem: `${site} tells no cloudId, as every site of Cloud does: it answers 404`,
  advice: "correct jira.site; for Data Center, set jira.deployment: 'Data Center'",
});

const renamed = (site: string, to: string): FoundProblem => ({
  code: 'renamed',
  problem: `${site} leads on to ${to}`,
  advice: `set jira.site to that address, and add ${new URL(site).host} to jira.formerSites`,
});

/** `status`: undefined where no answer came. */
type Answer = { readonly body: unknown; readonly status: number | undefined; readonly timeoutMs: number };

function saidNothing({ status, timeoutMs }: Answer): string {
  if (status === undefined) return `no answer within ${timeoutMs} ms, or the connection broke`;
  return `it answers ${status} with a page that is not Jira's`;
}

async function ask(
  url: string,
  { timeoutMs, fetch = globalThis.fetch }: CheckOptions,
): Promise<{ readonly movedTo: string } | Answer> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    const moved = to === null ? null : URL.parse(to, url);
    if (moved !== null && moved.host !== new URL(url).host) return { movedTo: moved.origin };
    return { body: jsonIn(await response.text()), status: response.status, timeoutMs };
  } catch {
    return { body: undefined, status: undefined, timeoutMs };
  }
}
