import * as z from 'zod';
import { RecordView } from '../shared/api/routes/record-answer.ts';
import { ChainedEvent } from '../shared/domain/events/recorded-event.ts';
import { Remediation } from '../shared/domain/remediation/remediation.ts';

export type ApiResponse = { status: number; body: unknown; etag: string | null };

const EventPage = z.object({ events: z.array(ChainedEvent), next: z.string().optional() });

/** The API of the records, as one caller. */
export type ApiClient = ReturnType<typeof apiClient>;

export function apiClient(baseUrl: string, token: string) {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiResponse> {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
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
    headers: Record<string, string> = {},
  ): Promise<z.output<Schema>> {
    const answer = await call(method, path, body, headers);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return schema.parse(answer.body);
  }

  const record = (id: string) => must(RecordView, 'GET', `/post-mortems/${id}`);
  /** Reads the record first: what overwrites or decides says what it was decided on. */
  const asRead = async (id: string) => ({ 'if-match': `"${(await record(id)).revision}"` });

  return {
    token,
    call,
    /** Like `change`, for a call that may be refused. */
    attempt: async (id: string, method: 'PATCH' | 'PUT' | 'POST', path: string, body?: unknown) =>
      call(method, `/post-mortems/${id}${path}`, body, await asRead(id)),
    /** @returns undefined while the ticket has none */
    async postMortemIdOf(key: string): Promise<string | undefined> {
      const { status, body } = await call('GET', `/incident-tickets/jira/${key}/post-mortem`);
      return status === 200 ? z.object({ id: z.string() }).parse(body).id : undefined;
    },
    record,
    change: async (id: string, method: 'PATCH' | 'PUT' | 'POST', path: string, body?: unknown) =>
      must(RecordView, method, `/post-mortems/${id}${path}`, body, await asRead(id)),
    remediations: async (id: string) =>
      (await must(z.object({ remediations: z.array(Remediation) }), 'GET', `/post-mortems/${id}/remediations`))
        .remediations,
    async events(id: string): Promise<ChainedEvent[]> {
      const events: ChainedEvent[] = [];
      for (let cursor = ''; ; ) {
        const page = await must(EventPage, 'GET', `/post-mortems/${id}/events?limit=100${cursor}`);
        events.push(...page.events);
        if (page.next === undefined) return events;
        cursor = `&cursor=${page.next}`;
      }
    },
    post: (path: string, body: unknown) => must(z.unknown(), 'POST', path, body),
  };
}
