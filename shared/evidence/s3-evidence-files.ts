import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import { attachment } from './attachment.ts';
import type { EvidenceFiles } from './evidence-files.ts';

/** The evidence bucket on S3. */
export function s3EvidenceFiles(client: S3Client, bucket: string): EvidenceFiles {
  return {
    /**
     * The checksum has to be a header under the signature: S3 computes that of what arrives and answers 400 when they
     * differ. As a parameter of the address, where the presigner puts it by default, S3 would not look at it.
     * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
     */
    async uploadLink({ key, mediaType, bytes, sha256 }, validForMs) {
      const headers = {
        'content-type': mediaType,
        'content-length': String(bytes),
        'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
      };
      const upload = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentType: mediaType,
        ContentLength: bytes,
        ChecksumSHA256: headers['x-amz-checksum-sha256'],
      });
      const url = await getSignedUrl(client, upload, {
        expiresIn: validForMs / 1_000,
        signableHeaders: new Set(['host', ...Object.keys(headers)]),
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
      });
      return { method: 'PUT', url, headers };
    },

    readLink({ key, versionId, name }, validForMs) {
      const read = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        VersionId: versionId,
        ResponseContentDisposition: attachment(name),
        ResponseContentType: 'application/octet-stream',
        ResponseCacheControl: 'no-store',
      });
      return getSignedUrl(client, read, { expiresIn: validForMs / 1_000 });
    },

    async newest(key) {
      const head = new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
      const found = await ifThere(() => client.send(head));
      if (found === undefined) return undefined;
      const { VersionId, ContentLength, ChecksumSHA256, ChecksumType } = found;
      // Of an upload in parts S3 keeps a hash of the parts' hashes: not that of the file.
      const isOfWhole = ChecksumSHA256 !== undefined && ChecksumType !== 'COMPOSITE';
      return {
        versionId: z.string().parse(VersionId),
        bytes: z.number().parse(ContentLength),
        sha256: isOfWhole ? Buffer.from(ChecksumSHA256, 'base64').toString('hex') : undefined,
      };
    },

    async open(key, versionId) {
      const read = new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId });
      const found = await ifThere(() => client.send(read));
      return found === undefined ? undefined : { versionId, body: Bytes.parse(found.Body) };
    },
  };
}

const Bytes = z.custom<AsyncIterable<Uint8Array>>(
  (body) => body !== null && typeof body === 'object' && Symbol.asyncIterator in body,
);

/** HEAD has no body, so its 404 has no code. */
const ABSENT = ['NotFound', 'NoSuchKey', 'NoSuchVersion'];

async function ifThere<Found>(look: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof S3ServiceException && ABSENT.includes(error.name)) return undefined;
    throw error;
  }
}
