import { ListObjectVersionsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import type { ApiClient } from '../../local/api-client.ts';
import { type EmulatedStack, startLocalStack } from '../../local/local-stack.ts';
import { waitUntil } from '../../local/wait-until.ts';
import type { Evidence } from '../../shared/domain/record/content/evidence.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { hashOf } from '../support/samples/evidence-files.ts';

const LOG = 'at=2026-11-20T09:01:07Z src=203.0.113.7 user=mia action=sign-in\n';
const OTHER = LOG.replace('sign-in', 'no-op!!');

let stack: EmulatedStack;
let anna: ApiClient;
let files: S3Client;
let id: string;

beforeAll(async () => {
  stack = await startLocalStack(() => {});
  anna = await stack.as({ email: 'anna@example.com', name: 'Anna Author', role: 'analyst' });
  const { endpoint } = stack.emulator;
  // The account's root: what a careless administrator can do.
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  files = new S3Client({ endpoint, region: 'eu-central-1', credentials, forcePathStyle: true });
  const { key } = stack.jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Lost laptop' });
  stack.jira.transition(key, 'Done', { by: 'Jonas Berg' });
  id = z.string().parse(await waitUntil(`a post-mortem for ${key}`, () => anna.postMortemIdOf(key)));
});
afterAll(async () => {
  await stack?.stop();
});

const Upload = z.object({ url: z.string(), method: z.string(), headers: z.record(z.string(), z.string()) });
const Announced = z.object({ evidence: z.object({ id: z.string(), key: z.string() }), upload: Upload });
const ReadLink = z.object({ url: z.string(), versionId: z.string(), sha256: z.string() });

const Bucket = () => stack.outputs.EvidenceBucketName;
const path = (evidenceId: string) => `/post-mortems/${id}/evidence/${evidenceId}`;

async function announce(content: string) {
  const draft = { name: 'proxy log.txt', mediaType: 'text/plain', bytes: content.length, sha256: hashOf(content) };
  return Announced.parse(await anna.post(`/post-mortems/${id}/evidence`, draft));
}

async function upload({ url, method, headers }: z.infer<typeof Upload>, body: string) {
  // Content-Length is the client's own business: it has to be what was signed all the same.
  const { 'content-length': _, ...sent } = headers;
  const response = await fetch(url, { method, headers: sent, body });
  return { status: response.status, text: await response.text() };
}

const evidenceOf = async (evidenceId: string): Promise<Evidence | undefined> =>
  (await anna.record(id)).evidence.find((one) => one.id === evidenceId);
async function untilIs(evidenceId: string, wanted: Evidence['status']): Promise<Evidence> {
  const look = () => evidenceOf(evidenceId);
  const found = await waitUntil(`evidence that is ${wanted}`, look, (seen) => seen?.status === wanted);
  if (found === undefined) throw new Error(`there is no evidence ${evidenceId}`);
  return found;
}

describeUnlessMissing(await missingEmulator())('evidence on the deployed stack', () => {
  it('is announced, uploaded past the API, held, opened with a purpose, and its custody is told', async () => {
    const { evidence, upload: offer } = await announce(LOG);
    expect(await upload(offer, LOG)).toMatchObject({ status: 200 });
    const held = await untilIs(evidence.id, 'held');
    expect(held).toMatchObject({ sha256: hashOf(LOG), versionId: expect.any(String) });

    const link = ReadLink.parse(
      await anna.post(`${path(evidence.id)}/read-link`, { purpose: 'to compare it with the firewall' }),
    );
    const read = await fetch(link.url);
    expect([read.status, await read.text()]).toEqual([200, LOG]);
    // The emulator heeds it for newest versions only; it is under the signature all the same.
    expect(new URL(link.url).searchParams.get('response-content-disposition')).toBe(
      `attachment; filename="proxy log.txt"; filename*=UTF-8''proxy%20log.txt`,
    );

    const custody = await anna.call('GET', `${path(evidence.id)}/custody`);
    expect(custody.body).toMatchObject({
      custody: [
        { what: 'announced', by: { name: 'Anna Author' }, sha256: hashOf(LOG) },
        { what: 'received', by: { id: 'receive-evidence' }, sha256: hashOf(LOG), versionId: held.versionId },
        { what: 'opened', by: { name: 'Anna Author' }, purpose: 'to compare it with the firewall' },
      ],
      chain: { isWhole: true },
    });
  });

  it('is refused by S3 when the bytes are not those that were announced, or more of them', async () => {
    const { evidence, upload: offer } = await announce(LOG);
    const other = await upload(offer, OTHER);
    const longer = await upload(offer, `${LOG}${LOG}`);
    const otherHash = { ...offer, headers: { ...offer.headers, 'x-amz-checksum-sha256': base64(hashOf(OTHER)) } };
    const otherSigned = await upload(otherHash, OTHER);
    const { 'x-amz-checksum-sha256': _, ...unhashed } = offer.headers;
    const withoutHash = await upload({ ...offer, headers: unhashed }, OTHER);
    expect([other, longer, otherSigned, withoutHash]).toMatchObject([
      { status: 400, text: expect.stringContaining('BadDigest') },
      { status: 403 },
      { status: 403 },
      { status: 403 },
    ]);
    expect(await evidenceOf(evidence.id)).toMatchObject({ status: 'expected' });
  });

  it('is refused by its function when other bytes came past the links, and can be uploaded again', async () => {
    const { evidence } = await announce(LOG);
    await files.send(new PutObjectCommand({ Bucket: Bucket(), Key: evidence.key, Body: OTHER }));
    expect(await untilIs(evidence.id, 'refused')).toMatchObject({
      refusedBecause: expect.stringContaining(hashOf(OTHER)),
    });

    const again = z.object({ upload: Upload }).parse(await anna.post(`${path(evidence.id)}/upload-link`, {}));
    expect(await upload(again.upload, LOG)).toMatchObject({ status: 200 });
    await untilIs(evidence.id, 'held');
  });

  it('that is held stays what it is, whatever is written over it', async () => {
    const { evidence, upload: offer } = await announce(LOG);
    await upload(offer, LOG);
    const { versionId } = await untilIs(evidence.id, 'held');
    await files.send(new PutObjectCommand({ Bucket: Bucket(), Key: evidence.key, Body: OTHER }));
    const { Versions } = await files.send(new ListObjectVersionsCommand({ Bucket: Bucket(), Prefix: evidence.key }));
    const link = ReadLink.parse(
      await anna.post(`${path(evidence.id)}/read-link`, { purpose: 'to see whether it changed' }),
    );
    expect([Versions?.length, link.versionId, await (await fetch(link.url)).text()]).toEqual([2, versionId, LOG]);
    expect(await evidenceOf(evidence.id)).toMatchObject({ status: 'held', versionId });
  });

  it('is found by a check at once, when S3 has not told of it yet', async () => {
    const { evidence, upload: offer } = await announce(LOG);
    const early = await anna.call('POST', `${path(evidence.id)}/received-check`);
    await upload(offer, LOG);
    const checked = await anna.call('POST', `${path(evidence.id)}/received-check`);
    expect([early.status, checked.status, checked.body]).toMatchObject([409, 200, { evidence: { status: 'held' } }]);
  });
});

const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
