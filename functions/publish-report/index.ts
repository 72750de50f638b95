import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import * as z from 'zod';
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
    putNew: async ({ key, body, contentType }) => {
      const place = { Bucket: env.REPORT_BUCKET_NAME, Key: key };
      try {
        await files.send(new PutObjectCommand({ ...place, Body: body, ContentType: contentType, IfNoneMatch: '*' }));
        return undefined;
      } catch (error) {
        if (!(error instanceof S3ServiceException && error.name === 'PreconditionFailed')) throw error;
        const { Body } = await files.send(new GetObjectCommand(place));
        return z.string().parse(await Body?.transformToString());
      }
    },
    tallyFile: tallyFileIn(files, env.REPORT_BUCKET_NAME),
    remember: (kind, runId, event, how) => storeReport(table, kind, runId, event, how),
    telemetry,
    now,
    newId,
  }),
);
