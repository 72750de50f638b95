import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { parseJson } from '../shared/domain/words/well-formed.ts';
import type { TallyFile } from '../shared/report/claims/claim-tally.ts';

/** Where the tally of claims stands in the bucket of the reports. */
const KEY = 'tallies/claims.json';

/** The tally of claims in a bucket. A file that is no JSON is as good as none: then all claims are counted anew. */
export function tallyFileIn(files: Pick<S3Client, 'send'>, bucket: string): TallyFile {
  return {
    async read() {
      const text = await textOf(files, bucket);
      if (text === undefined) return undefined;
      try {
        return parseJson(text);
      } catch {
        return undefined;
      }
    },
    async write(tally) {
      const file = { Bucket: bucket, Key: KEY, Body: JSON.stringify(tally), ContentType: 'application/json' };
      await files.send(new PutObjectCommand(file));
    },
  };
}

async function textOf(files: Pick<S3Client, 'send'>, bucket: string): Promise<string | undefined> {
  try {
    const { Body } = await files.send(new GetObjectCommand({ Bucket: bucket, Key: KEY }));
    return await Body?.transformToString();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}
