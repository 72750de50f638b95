import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3ExportFiles } from '../../../shared/export/s3-export-files.ts';

const MB = 1_024 * 1_024;
const FILE = { key: 'exports/a/b.html', contentType: 'text/html; charset=utf-8' };

let server: Server;
/** Method, query and bytes of each request, in order. */
let asked: [string, string, number][];
/** Number of the part that S3 fails to take. */
let failing: number | undefined;
let files: ReturnType<typeof s3ExportFiles>;

beforeEach(async () => {
  asked = [];
  failing = undefined;
  server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  });
  files = s3ExportFiles(client, 'exports-bucket');
});
afterEach(() => {
  server.close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? '', 'http://s3.test');
  searchParams.delete('x-id');
  const part = searchParams.get('partNumber');
  asked.push([request.method ?? '', searchParams.toString(), part === null ? 0 : (await buffer(request)).length]);
  if (part !== null && Number(part) === failing) response.statusCode = 403;
  else if (part !== null) response.setHeader('etag', `"part-${part}"`);
  response.end(part === null ? '<Result><UploadId>u1</UploadId></Result>' : '');
}

const pieces = (count: number) => Array.from({ length: count }, () => new Uint8Array(MB).fill(65));

describe('an export in S3', () => {
  it('is written in parts of 8 MB, so that no more of it stands in memory, and becomes one file at the end', async () => {
    await files.put(FILE, pieces(19));
    expect(asked.map(([method, query]) => `${method} ${query}`)).toEqual([
      'POST uploads=',
      'PUT partNumber=1&uploadId=u1',
      'PUT partNumber=2&uploadId=u1',
      'PUT partNumber=3&uploadId=u1',
      'POST uploadId=u1',
    ]);
    expect(asked.map(([, , bytes]) => Math.floor(bytes / MB))).toEqual([0, 8, 8, 3, 0]);
  });

  it('is given up as a whole when a part is refused', async () => {
    failing = 2;
    await expect(files.put(FILE, pieces(19))).rejects.toThrow();
    expect(asked.at(-1)?.slice(0, 2)).toEqual(['DELETE', 'uploadId=u1']);
  });

  it('is read by a link of minutes, as a download that no cache keeps', async () => {
    const link = new URL(await files.readLink({ key: FILE.key, name: 'a.html' }, 300_000));
    expect([link.pathname, Object.fromEntries(link.searchParams)]).toMatchObject([
      '/exports-bucket/exports/a/b.html',
      {
        'X-Amz-Expires': '300',
        'response-content-disposition': expect.stringContaining('attachment'),
        'response-cache-control': 'no-store',
      },
    ]);
  });
});
