import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { reportFilesIn } from '../../../runtime/report-files.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
const KEY = 'reports/overdue/2026-11-21/a.json';

/** A bucket that answers every file with this text. */
function bucketWith(text: string) {
  const client = new S3Client({ region: 'eu-central-1', credentials });
  const asked: string[] = [];
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      () => {
        asked.push(commandName);
        const body =
          commandName === 'GetObjectCommand' ? { Body: { transformToString: () => Promise.resolve(text) } } : {};
        const output = { $metadata: {}, ETag: '"e"', ContentLength: Buffer.byteLength(text), ...body };
        return Promise.resolve({ response: {}, output });
      },
    { step: 'initialize' },
  );
  return { files: reportFilesIn(client, 'report-bucket'), asked };
}

describe('the file of a report', () => {
  it('is read with its ETag', async () => {
    expect(await bucketWith('{}').files.read(KEY, 2)).toEqual({ bytes: 2, etag: '"e"', text: '{}' });
  });

  it('is not fetched when it is longer than what is wanted', async () => {
    const { files, asked } = bucketWith('{ }');
    expect(await files.read(KEY, 2)).toEqual({ bytes: 3, etag: '"e"' });
    expect(asked).toEqual(['HeadObjectCommand']);
  });

  it('is given by a link as a download that no cache keeps, for as long as is said', async () => {
    const client = new S3Client({ region: 'eu-central-1', credentials });
    const url = new URL(await reportFilesIn(client, 'report-bucket').link(KEY, 'a.html', 300_000));
    expect([url.pathname, Object.fromEntries(url.searchParams)]).toMatchObject([
      `/${KEY}`,
      {
        'response-cache-control': 'no-store',
        'response-content-disposition': `attachment; filename="a.html"; filename*=UTF-8''a.html`,
        'X-Amz-Expires': '300',
      },
    ]);
  });
});
