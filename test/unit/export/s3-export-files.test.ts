import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
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
/** Checksums of the parts that came, by their numbers. */
let came: Map<string, string>;
let files: ReturnType<typeof s3ExportFiles>;

beforeEach(async () => {
  asked = [];
  failing = undefined;
  came = new Map();
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

/**
 * As strict as S3 about checksums: an upload is of the algorithm that began it, a part has to be what its checksum says, and the end names
 * the checksum of each part: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? '', 'http://s3.test');
  searchParams.delete('x-id');
  const part = searchParams.get('partNumber');
  const body = await buffer(request);
  asked.push([request.method ?? '', searchParams.toString(), part === null ? 0 : body.length]);
  const isRefused = part === null ? isWrong(request, searchParams, body.toString()) : !takes(part, request, body);
  if (isRefused) response.statusCode = 400;
  else if (part !== null)
    response.setHeader('etag', `"part-${part}"`).setHeader('x-amz-checksum-crc32', checksumOf(body));
  response.end(part === null && !isRefused ? '<Result><UploadId>u1</UploadId></Result>' : '');
}

function takes(part: string, { headers }: IncomingMessage, body: Buffer): boolean {
  came.set(part, checksumOf(body));
  return Number(part) !== failing && headers['x-amz-checksum-crc32'] === came.get(part);
}

function isWrong({ method, headers }: IncomingMessage, query: URLSearchParams, body: string): boolean {
  if (method !== 'POST') return false;
  if (query.has('uploads')) return headers['x-amz-checksum-algorithm'] !== 'CRC32';
  const named = [...body.matchAll(/<ChecksumCRC32>(.*?)<\/ChecksumCRC32>/g)].map(([, sum]) => sum);
  return named.join() !== [...came.values()].join();
}

function checksumOf(body: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
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
