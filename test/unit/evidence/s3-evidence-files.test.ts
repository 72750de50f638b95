import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { s3EvidenceFiles } from '../../../shared/evidence/s3-evidence-files.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
const files = s3EvidenceFiles(new S3Client({ region: 'eu-central-1', credentials }), 'evidence-bucket');
const FILE = { key: 'evidence/a/b', mediaType: 'text/plain', bytes: 12, sha256: 'ab'.repeat(32) };

const parametersOf = (url: string): Record<string, string> => Object.fromEntries(new URL(url).searchParams);

describe('a link for an upload', () => {
  it('is signed with size, type and hash as headers, which S3 then insists on', async () => {
    const { method, url, headers } = await files.uploadLink(FILE, 900_000);
    expect([method, new URL(url).host, new URL(url).pathname]).toEqual([
      'PUT',
      'evidence-bucket.s3.eu-central-1.amazonaws.com',
      '/evidence/a/b',
    ]);
    expect(headers).toEqual({
      'content-length': '12',
      'content-type': 'text/plain',
      'x-amz-checksum-sha256': Buffer.from('ab'.repeat(32), 'hex').toString('base64'),
    });
    expect(parametersOf(url)).toMatchObject({
      'X-Amz-Expires': '900',
      'X-Amz-SignedHeaders': 'content-length;content-type;host;x-amz-checksum-sha256',
    });
  });

  it('says nothing of a hash in its address, where S3 would not look at it', async () => {
    const { url } = await files.uploadLink(FILE, 900_000);
    expect(Object.keys(parametersOf(url)).filter((name) => /checksum/i.test(name))).toEqual([]);
  });
});

describe('a link to read', () => {
  it('opens one version, as a download that no cache keeps and no browser shows', async () => {
    const url = await files.readLink({ key: 'evidence/a/b', versionId: 'v1', name: 'proxy log.html' }, 300_000);
    expect(parametersOf(url)).toMatchObject({
      versionId: 'v1',
      'response-cache-control': 'no-store',
      'response-content-disposition': `attachment; filename="proxy log.html"; filename*=UTF-8''proxy%20log.html`,
      'response-content-type': 'application/octet-stream',
      'X-Amz-Expires': '300',
    });
  });
});
