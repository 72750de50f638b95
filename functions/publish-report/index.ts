import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { storeFrom } from '../../runtime/store.ts';
import { tallyFileIn } from '../../runtime/tally-file.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { storeReport } from '../../shared/store/inbox/reports.ts';
import { publishReportHandler } from './handler.ts';

const env = environment({ TABLE_NAME: Variable, REPORT_BUCKET_NAME: Variable });
const table = { client: documentClient(), name: env.TABLE_NAME };
const files = new S3Client({});

export const handler = lambda(
  publishReportHandler({
    store: storeFrom(table, config),
    table,
    config,
    bucket: env.REPORT_BUCKET_NAME,
    put: async ({ key, body, contentType }) => {
      const file = { Bucket: env.REPORT_BUCKET_NAME, Key: key, Body: body, ContentType: contentType };
      await files.send(new PutObjectCommand(file));
    },
    tallyFile: tallyFileIn(files, env.REPORT_BUCKET_NAME),
    remember: (kind, runId, event, how) => storeReport(table, kind, runId, event, how),
    telemetry,
    now,
    newId,
  }),
);
