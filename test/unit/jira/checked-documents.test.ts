import type { Client, SendRequestOptions } from 'jira.js/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkedDocuments } from '../../../shared/jira/document/checked-documents.ts';

/** What is sent of a request's body, and what is said about it. */
async function sent(body: unknown): Promise<{ body: unknown; told: string[] }> {
  const requests: SendRequestOptions<unknown>[] = [];
  const told: string[] = [];
  const client: Client = {
    sendRequest: (request) => {
      requests.push(z.custom<SendRequestOptions<unknown>>().parse(request));
      return Promise.resolve(z.custom<never>().parse(undefined));
    },
  };
  await checkedDocuments(client, (problem) => void told.push(problem)).sendRequest({ url: '/x', method: 'POST', body });
  return { body: requests[0]?.body, told };
}

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const line = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const unfit = doc(line('one\ntwo'), {
  type: 'heading',
  attrs: { level: 9 },
  content: [{ type: 'text', text: 'three' }],
});
const plain = doc(line('one'), line('two'), line('three'));

describe('a document on its way to Jira', () => {
  it('is sent as it is when it is sound, and so is the rest of the request', async () => {
    const body = {
      fields: { description: doc(line('a')), labels: ['x'], parent: null },
      properties: [{ key: 'k', value: { type: 'doc-like' } }],
    };
    expect(await sent(body)).toEqual({ body, told: [] });
  });

  it.each([
    ['a field', { fields: { description: unfit } }, { fields: { description: plain } }],
    ['a comment', { body: unfit }, { body: plain }],
    [
      'a comment in a transition',
      { update: { comment: [{ add: { body: unfit } }] } },
      { update: { comment: [{ add: { body: plain } }] } },
    ],
    [
      'one issue among many',
      { issueUpdates: [{ fields: { description: unfit } }] },
      { issueUpdates: [{ fields: { description: plain } }] },
    ],
  ])('keeps its words in %s when it is not sound, and somebody is told', async (_, body, expected) => {
    const { body: found, told } = await sent(body);
    expect(found).toEqual(expected);
    expect(told).toEqual([expect.stringMatching(/content\.0\.content\.0\.text: .*content\.1\.attrs\.level: /)]);
  });

  it('tells nobody its words', async () => {
    const { told } = await sent({ body: doc({ type: 'secret', text: 'Nightjar' }) });
    expect([told.length, told.join()]).toEqual([1, expect.not.stringContaining('Nightjar')]);
  });
});
