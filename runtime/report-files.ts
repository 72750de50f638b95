import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import { attachment } from '../shared/evidence/attachment.ts';
import type { ReportFiles } from '../shared/report/report-files.ts';

/** The bucket of the reports on S3. */
export function reportFilesIn(client: S3Client, bucket: string): ReportFiles {
  return {
    async read(key, longest) {
      const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      const { bytes, etag } = Found.parse({ bytes: head.ContentLength, etag: head.ETag });
      if (bytes > longest) return { bytes, etag };
      // A file that was written anew in between is read as it is then, under its own ETag.
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return { bytes, etag: z.string().parse(ETag), text: z.string().parse(await Body?.transformToString()) };
    },

    link(key, name, validForMs) {
      const read = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentDisposition: attachment(name),
        ResponseCacheControl: 'no-store',
      });
      return getSignedUrl(client, read, { expiresIn: validForMs / 1_000 });
    },
  };
}

const Found = z.object({ bytes: z.number(), etag: z.string() });
