import { onTestFinished } from 'vitest';
import * as z from 'zod';
import { type JiraSimulatorOptions, startJiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import { jsonValueSchema } from '../../../local/jira-simulator/site/json.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';

export type SimulatedSite = Awaited<ReturnType<typeof startSite>>;

/** Starts a described site for one test, with a caller that speaks plain HTTP, as the integration's account. */
export async function startSite(site: SiteDescription, options: Partial<JiraSimulatorOptions> = {}) {
  const now = new Date('2026-11-21T10:00:00.000Z');
  const jira = await startJiraSimulator({ webhookSecret: 'secret', clock: () => now, site, ...options });
  onTestFinished(() => jira.close());
  const { email, apiToken } = jira.credentials;
  const authorization =
    site.deployment === 'Cloud'
      ? `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}`
      : `Bearer ${apiToken}`;

  /** @param path as the reference of the API has it, from `/rest` on */
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${jira.apiUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  }

  return {
    jira,
    call,
    /** Status and body of the answer, for one assertion of both. */
    answer: async (...request: Parameters<typeof call>) => {
      const { status, body } = await call(...request);
      return { status, body };
    },
    create: (fields: object) => call('POST', '/rest/api/3/issue', { fields }),
    /** Creates an issue that the site takes. @returns its key */
    async created(fields: object): Promise<string> {
      const { status, body } = await call('POST', '/rest/api/3/issue', { fields });
      if (status !== 201) throw new Error(`The site refused the creation: ${JSON.stringify(body)}`);
      return z.object({ key: z.string() }).parse(body).key;
    },
  };
}

function parsed(text: string) {
  try {
    return jsonValueSchema.parse(JSON.parse(text));
  } catch {
    return text;
  }
}

export const adfOfWords = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
