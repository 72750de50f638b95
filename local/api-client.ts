import * as z from 'zod';
import { PostMortem } from '../shared/domain/post-mortem.ts';
import { ChainedEvent } from '../shared/domain/recorded-event.ts';
import { Remediation } from '../shared/domain/remediation.ts';

export type Answer = { status: number; body: unknown; etag: string | null };

/** The API of the records, as one caller. */
export type ApiClient = ReturnType<typeof apiClient>;

export function apiClient(baseUrl: string, token: string) {
  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      etag: response.headers.get('etag'),
    };
  }

  /** @throws Error with the problem document when the answer is not 2xx */
  async function must<Schema extends z.ZodType>(
    schema: Schema,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<z.output<Schema>> {
    const answer = await call(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return schema.parse(answer.body);
  }

  return {
    token,
    call,
    /** @returns undefined while the ticket has none */
    async postMortemIdOf(key: string): Promise<string | undefined> {
      const { status, body } = await call('GET', `/incident-tickets/jira/${key}/post-mortem`);
      return status === 200 ? z.object({ id: z.string() }).parse(body).id : undefined;
    },
    record: (id: string) => must(PostMortem, 'GET', `/post-mortems/${id}`),
    change: (id: string, method: 'PUT' | 'POST', path: string, body?: unknown) =>
      must(PostMortem, method, `/post-mortems/${id}${path}`, body),
    remediations: async (id: string) =>
      (await must(z.object({ remediations: z.array(Remediation) }), 'GET', `/post-mortems/${id}/remediations`))
        .remediations,
    events: async (id: string) =>
      (await must(z.object({ events: z.array(ChainedEvent) }), 'GET', `/post-mortems/${id}/events`)).events,
    post: (path: string, body: unknown) => must(z.unknown(), 'POST', path, body),
  };
}
