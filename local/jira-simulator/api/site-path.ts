import type { SiteDescription } from '../sites/site-description.ts';
import type { SimulatorAnswer } from './route.ts';

/** What there is not on Data Center. */
const cloudOnly =
  /\/(search\/jql|issue\/bulkfetch|changelog\/bulkfetch|comment\/list|issue\/[^/]+\/changelog|priority\/search|project\/search)$/;

/**
 * Path as the routes know it, or the answer of whoever stands before them. Behind the gateway the API begins with the
 * cloudId of the site, and a scoped token is good for nothing at the site's own address. Data Center speaks version 2.
 */
export function sitePath(
  path: string,
  { address, deployment }: SiteDescription,
): { readonly path: string } | { readonly answer: SimulatorAnswer } {
  if (address.kind === 'gateway') {
    const [, cloudId, rest] = /^\/ex\/jira\/([^/]+)(\/.*)$/.exec(path) ?? [];
    if (cloudId === undefined || rest === undefined) return { answer: scopeMissing };
    return cloudId === address.cloudId ? { path: rest } : { answer: unknownCloudId(path) };
  }
  if (deployment === 'Cloud') return { path };
  const { contextPath = '' } = address;
  const [, rest] =
    /^\/rest\/api\/(?:2|latest)(\/.*)$/.exec(path.startsWith(contextPath) ? path.slice(contextPath.length) : '') ?? [];
  if (rest === undefined || cloudOnly.test(rest)) return { path: '/not-on-data-center' };
  return { path: `/rest/api/3${rest}` };
}

const scopeMissing: SimulatorAnswer = {
  status: 401,
  body: { code: 401, message: 'Unauthorized; scope does not match' },
};

function unknownCloudId(path: string): SimulatorAnswer {
  return {
    status: 404,
    body: { timestamp: 0, status: 404, error: 'Not Found', message: 'No message available', path },
  };
}
