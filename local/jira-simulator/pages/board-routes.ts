import type { SimulatorAnswer, SimulatorRoute } from '../api/route.ts';
import { projectByIdOrKey } from '../site/catalogue.ts';
import type { Site } from '../site/site.ts';
import { boardMain } from './board-page.ts';
import { safeHtml } from './html.ts';
import { issueMain } from './issue-page.ts';
import { pageAnswer } from './page-layout.ts';

/** The pages for people. They see what is true now: no index lag, no hidden issues. */
export function boardRoutes(site: Site, faultCount: () => number): SimulatorRoute[] {
  const { catalogue, store, clock } = site;
  return [
    {
      method: 'GET',
      pattern: '/',
      handle: () => page('All projects', undefined, boardMain('All projects', store.all(), clock())),
    },
    {
      method: 'GET',
      pattern: '/board/:project',
      handle: ({ params }) => {
        const project = projectByIdOrKey(catalogue, params.project ?? '');
        if (project === undefined) return notFound('There is no such project.');
        const issues = store.all().filter((issue) => issue.project.id === project.id);
        return page(project.name, project.key, boardMain(project.name, issues, clock()));
      },
    },
    {
      method: 'GET',
      pattern: '/browse/:key',
      handle: ({ params }) => {
        const issue = store.find(params.key ?? '');
        if (issue === undefined) return notFound('This issue does not exist, or no longer.');
        // A moved issue is still found by its old key; the address then becomes the new one.
        if (issue.key !== params.key) return { status: 303, headers: { location: `/browse/${issue.key}` } };
        return page(`${issue.key} ${issue.summary}`, issue.project.key, issueMain(issue, site));
      },
    },
  ];

  function page(title: string, currentProject: string | undefined, main: Parameters<typeof pageAnswer>[0]['main']) {
    return pageAnswer({ title, projects: catalogue.projects, currentProject, faultCount: faultCount(), main });
  }

  function notFound(message: string): SimulatorAnswer {
    const main = safeHtml`<h1>Not found</h1><p>${message} <a href="/">Go to the board</a></p>`;
    return { ...page('Not found', undefined, main), status: 404 };
  }
}
