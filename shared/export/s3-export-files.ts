import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { attachment } from '../evidence/attachment.ts';
import type { ExportFiles } from './export-files.ts';

/** Every part but the last has 5 MB at least: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const PART_BYTES = 8 * 1_024 * 1_024;

/** The bucket of exports on S3. */
export function s3ExportFiles(client: S3Client, Bucket: string): ExportFiles {
  return {
    async put({ key: Key, contentType: ContentType }, pieces) {
      const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType }));
      try {
        const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
        for (const Body of inParts(pieces)) {
          const PartNumber = Parts.length + 1;
          const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
          Parts.push({ PartNumber, ETag });
        }
        await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
      } catch (error) {
        await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
        throw error;
      }
    },

    readLink({ key, name }, validForMs) {
      const read = new GetObjectCommand({
        Bucket,
        Key: key,
        ResponseContentDisposition: attachment(name),
        ResponseCacheControl: 'no-store',
      });
      return getSignedUrl(client, read, { expiresIn: validForMs / 1_000 });
    },
  };
}

function* inParts(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
