import { describe, expect, it } from 'vitest';
import { sixSites } from '../../../../local/jira-simulator/sites/six-sites.ts';
import { startSite } from '../../../support/jira/simulated-site.ts';

describe.each(sixSites.map((site) => [site.name, site] as const))('the pages of the site "%s"', (_name, site) => {
  it('show every kind of issue, and move it the ways that its workflow has', async () => {
    const { jira } = await startSite(site);
    const issues = site.projects.flatMap(({ project, types }) =>
      site.catalogue.issueTypes
        .filter(
          ({ id, hierarchyLevel = 0 }) => hierarchyLevel >= 0 && types.some(({ issueTypeId }) => issueTypeId === id),
        )
        .map((type) => jira.createIssue({ project: project.key, issueType: type.name, summary: `Fix ${type.id}` })),
    );
    const board = await (await fetch(jira.url)).text();
    expect(issues.filter(({ summary }) => !board.includes(summary))).toEqual([]);

    for (const { key } of issues) {
      const page = await (await fetch(`${jira.url}/browse/${key}`)).text();
      const [, first] = /name="status" value="([^"]+)"/.exec(page) ?? [];
      const moved = await fetch(`${jira.url}/_simulator/issues/${key}/transition`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ status: first?.replaceAll('&#39;', "'") }),
      });
      expect([key, moved.status]).toEqual([key, 200]);
    }
  });
});
