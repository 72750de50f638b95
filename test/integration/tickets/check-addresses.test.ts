import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter, underPath } from '../../../local/jira-simulator/sites/data-center.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import type { Look } from '../../../shared/domain/words/look.ts';
import { checkJiraAddresses } from '../../../shared/jira/check-addresses.ts';
import { startSite } from '../../support/jira/simulated-site.ts';

const CLOUD_ID = classicEnglish.address.cloudId;
const OTHER_ID = '00000000-4b2f-4a53-9f0e-7c3b1d2a6e98';

const wordsOf = (looks: readonly Look[]) =>
  looks.flatMap(({ problems }) => problems.map(({ problem, advice }) => `${problem}: ${advice}`));

/** Problems of a configuration with a site; `at` gives it from the site's own addresses. */
async function problemsAt(
  described: SiteDescription,
  at: (site: { url: string; apiUrl: string }) => HoldfastConfigInput['jira'],
) {
  const { jira } = await startSite(described);
  const config = parseConfig({ jira: at(jira) });
  return wordsOf(await checkJiraAddresses(config.jira, { timeoutMs: 2_000 }));
}

describe('the addresses of a Jira', () => {
  it.each([
    ['a site', classicEnglish, ({ url }: { url: string }) => ({ site: url, cloudId: CLOUD_ID })],
    [
      'a site behind the gateway',
      lockedDownEnterprise,
      ({ url, apiUrl }: { url: string; apiUrl: string }) => ({ site: url, apiUrl }),
    ],
    [
      'Data Center under a path',
      underPath(onDataCenter(classicEnglish)),
      ({ apiUrl }: { apiUrl: string }) => ({ site: apiUrl, deployment: 'Data Center' as const }),
    ],
  ])('are right: %s', async (_what, described, at) => {
    expect(await problemsAt(described, at)).toEqual([]);
  });

  it('tell the cloudId where none is configured', async () => {
    const { jira } = await startSite(classicEnglish);
    const [first] = await checkJiraAddresses(parseConfig({ jira: { site: jira.url } }).jira, { timeoutMs: 2_000 });
    expect(first).toMatchObject({ problems: [], notes: [expect.stringContaining(`is ${CLOUD_ID}; in jira.cloudId`)] });
  });

  it('are those of another site', async () => {
    const problems = await problemsAt(classicEnglish, ({ url }) => ({ site: url, cloudId: OTHER_ID }));
    expect(problems).toEqual([
      expect.stringContaining(`it is ${CLOUD_ID}, and the configuration has that of another site`),
    ]);
  });

  it('are those of Data Center, and Cloud is configured', async () => {
    const problems = await problemsAt(onDataCenter(classicEnglish), ({ url }) => ({ site: url }));
    expect(problems).toEqual([expect.stringMatching(/it answers 404: .*set jira\.deployment: 'Data Center'/)]);
  });

  it.each([
    ['Server', 'Cloud', ["it is Data Center: set jira.deployment: 'Data Center'"]],
    ['Cloud', 'Data Center', ["it is Cloud: set jira.deployment: 'Cloud'"]],
    ['Server', 'Data Center', []],
  ] as const)('are of the other kind of Jira: %s as %s', async (deploymentType, deployment, problems) => {
    const { jira } = parseConfig({ jira: { site: 'https://jira.acme.com', deployment } });
    const told = () => Promise.resolve(Response.json({ deploymentType, cloudId: CLOUD_ID }));
    const checks = await checkJiraAddresses(jira, { timeoutMs: 2_000, fetch: told });
    expect(wordsOf(checks)).toEqual(problems);
  });

  it('lead on to a new name', async () => {
    const [site, to] = ['https://old.atlassian.net', 'https://new.atlassian.net/_edge/tenant_info'];
    const { jira } = parseConfig({ jira: { site } });
    const moved = () => Promise.resolve(new Response('', { status: 301, headers: { location: to } }));
    const checks = await checkJiraAddresses(jira, { timeoutMs: 2_000, fetch: moved });
    const words =
      'https://old.atlassian.net leads on to https://new.atlassian.net: set jira.site to that address, and add ' +
      'old.atlassian.net to jira.formerSites';
    expect(wordsOf(checks)).toEqual([words, words]);
  });
});
