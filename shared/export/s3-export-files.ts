import {
  AbortMultipartUploadCommand,
  type CompletedPart,
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

/**
 * The SDK sends this checksum with each part by default. Where the upload begins with the algorithm, its end has to name the checksum of every part:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
const ChecksumAlgorithm = 'CRC32';

/** The bucket of exports on S3. */
export function s3ExportFiles(client: S3Client, Bucket: string): ExportFiles {
  return {
    async put({ key: Key, contentType: ContentType }, pieces) {
      const upload = { Bucket, Key, ChecksumAlgorithm } as const;
      const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...upload, ContentType }));
      try {
        const Parts: CompletedPart[] = [];
        for (const Body of inParts(pieces)) {
          const PartNumber = Parts.length + 1;
          const part = new UploadPartCommand({ ...upload, UploadId, PartNumber, Body });
          const { ETag, ChecksumCRC32 } = await client.send(part);
          Parts.push({ PartNumber, ETag, ChecksumCRC32 });
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
