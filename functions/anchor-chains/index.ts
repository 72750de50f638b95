import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { anchorChainsHandler } from './handler.ts';

const env = environment({ TABLE_NAME: Variable, ANCHOR_BUCKET_NAME: Variable });
const table = { client: documentClient(), name: env.TABLE_NAME };
const files = new S3Client({});

export const handler = lambda(
  anchorChainsHandler({
    table,
    putNew: async ({ key, body }) => {
      try {
        await files.send(
          new PutObjectCommand({
            Bucket: env.ANCHOR_BUCKET_NAME,
            Key: key,
            Body: body,
            ContentType: 'application/json',
            // A bucket with Object Lock takes a file only with a checksum of it.
            ChecksumAlgorithm: 'SHA256',
            IfNoneMatch: '*',
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && error.name === 'PreconditionFailed') return false;
        throw error;
      }
    },
    telemetry,
    now,
  }),
);
