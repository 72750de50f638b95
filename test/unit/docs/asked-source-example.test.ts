import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Question, readAnswer } from '../../../shared/verification/source-answer.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/evidence-sources.md'), 'utf8');
const [, CODE = ''] = /<!-- example -->\s+```js\n([\s\S]*?)```/.exec(PAGE) ?? [];
const Example = z.object({
  handler: z.custom<(question: Question) => Promise<unknown>>((value) => typeof value === 'function'),
});
const { handler } = Example.parse(await import(`data:text/javascript,${encodeURIComponent(CODE)}`));

const question = (id: string): Question => ({
  ...{ version: 1, correlationId: 'q', source: 'bucket-scan', because: 'fail', askedAt: '2026-11-22T10:00:00.000Z' },
  about: { subject: { type: 'control', id }, resource: 'arn:aws:s3:::reports' },
});
const readOf = async (id = 'public-buckets') =>
  readAnswer(question(id), await handler(question(id)), '2026-11-22T10:00:03.000Z');
const scannerSays = (status: number, body: unknown = {}) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));
afterEach(() => vi.unstubAllGlobals());

describe('the function of docs/evidence-sources.md', () => {
  it.each([
    ['pass', 200, { publicObjects: 0, report: 'https://scans.test/1' }],
    ['fail', 200, { publicObjects: 3, report: 'https://scans.test/2' }],
    ['gone', 404, {}],
    ['not judged', 503, {}],
  ])('answers %s so that it is taken as evidence', async (outcome, status, body) => {
    scannerSays(status, body);
    expect(await readOf()).toMatchObject({
      signal: { outcome, observedAt: '2026-11-22T10:00:00.000Z', source: 'bucket-scan', answerTo: 'q' },
    });
  });

  it('does not judge what it knows nothing of', async () => {
    expect(await readOf('mail-filter')).toMatchObject({ signal: { outcome: 'not judged' } });
  });

  it('is asked as the page shows', () => {
    const [, shown = ''] = /## What the function gets\s+```json\n([\s\S]*?)```/.exec(PAGE) ?? [];
    expect(Object.keys(JSON.parse(shown))).toEqual([
      ...['version', 'correlationId', 'source', 'about', 'because', 'askedAt'],
    ]);
  });
});
