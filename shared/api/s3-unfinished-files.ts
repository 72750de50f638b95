import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { EXPORT_PREFIX } from '../export/export-files.ts';
import type { UnfinishedFiles } from './unfinished-files.ts';

/** In the bucket of exports, which is emptied by itself. No link leads there. */
const keyOf = (name: string): string => `${EXPORT_PREFIX}unfinished/${name}.json`;

/**
 * S3 tells of a missing file to those alone who may list the bucket; others are not allowed to read it:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
const ABSENT = ['NoSuchKey', 'AccessDenied'];

/** Unfinished answers on S3. */
export function s3UnfinishedFiles(client: S3Client, Bucket: string): UnfinishedFiles {
  return {
    async keep(name, Body) {
      await client.send(new PutObjectCommand({ Bucket, Key: keyOf(name), Body, ContentType: 'application/json' }));
    },
    async read(name) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(name) }));
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof S3ServiceException && ABSENT.includes(error.name)) return undefined;
        throw error;
      }
    },
  };
}
