import * as z from 'zod';
import type { ApiClient } from '../../../local/api-client.ts';

const Hints = z.object({
  hints: z.array(
    z.object({ path: z.string(), about: z.string(), excerpt: z.string(), dismissed: z.unknown().optional() }),
  ),
});

/** The API as somebody who writes quickly: what is there is overwritten, whoever wrote it. */
export type RecordWriter = ReturnType<typeof recordWriter>;

export function recordWriter(apiUrl: string, client: ApiClient) {
  /** @throws Error with what the API said */
  async function send(method: string, path: string, body?: unknown, ifMatch?: string): Promise<Response> {
    const response = await fetch(`${apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${client.token}`,
        'content-type': 'application/json',
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  }
  const must = async (...call: Parameters<typeof send>): Promise<unknown> => (await send(...call)).json();
  return {
    client,
    must,
    /** A new record, or what is added to one. @returns its id, which is the end of its address */
    add: async (path: string, body: unknown): Promise<string> => {
      const made = (await send('POST', path, body)).headers.get('location')?.split('/').at(-1);
      if (made === undefined) throw new Error(`POST ${path} told no address of what it made`);
      return made;
    },
    /** Decides, or overwrites, on what is there. */
    decide: (method: 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown) => must(method, path, body, '*'),
    sections: async (id: string, sections: object): Promise<void> => {
      for (const [name, content] of Object.entries(sections)) {
        await must('PUT', `/post-mortems/${id}/sections/${name}`, content);
      }
    },
    /** Hands the record to the approvers, with one word for each hint that is left. */
    submit: async (id: string): Promise<void> => {
      const { hints } = Hints.parse(await must('GET', `/post-mortems/${id}/hints`));
      const open = hints.filter(({ dismissed }) => dismissed === undefined);
      const named = open.map(({ path, about, excerpt }) => ({ path, about, excerpt }));
      const because = 'We looked at it together, and it says what we mean.';
      if (named.length > 0) await must('POST', `/post-mortems/${id}/hints/dismiss`, { hints: named, because });
      await must('POST', `/post-mortems/${id}/submit`, undefined, '*');
    },
    /** One person's word for the record as it is. */
    approve: async (id: string): Promise<void> => {
      const { revision } = await client.record(id);
      await must('POST', `/post-mortems/${id}/approve`, { revision }, '*');
    },
  };
}
