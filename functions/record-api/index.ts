import { S3Client } from '@aws-sdk/client-s3';
import config from '#config';
import { documentClient } from '../../runtime/dynamodb.ts';
import { environment, Variable } from '../../runtime/environment.ts';
import { evidenceStore } from '../../runtime/evidence-store.ts';
import { newId, now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { programsFrom } from '../../runtime/programs.ts';
import { reportFilesIn } from '../../runtime/report-files.ts';
import { startReportBy } from '../../runtime/start-report.ts';
import { storeFrom } from '../../runtime/store.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { s3UnfinishedFiles } from '../../shared/api/s3-unfinished-files.ts';
import { s3EvidenceFiles } from '../../shared/evidence/s3-evidence-files.ts';
import { s3ExportFiles } from '../../shared/export/s3-export-files.ts';
import { recordApiHandler } from './handler.ts';

const env = environment({
  TABLE_NAME: Variable,
  EVIDENCE_BUCKET_NAME: Variable,
  EXPORT_BUCKET_NAME: Variable,
  REPORT_BUCKET_NAME: Variable,
  PUBLISH_REPORT_FUNCTION_NAME: Variable,
  PROGRAM_CLIENTS: Variable,
  PEOPLE_CLIENTS: Variable,
});
const files = new S3Client({});
const table = { client: documentClient(), name: env.TABLE_NAME };

export const handler = lambda(
  recordApiHandler({
    store: storeFrom(table, config),
    table,
    evidence: evidenceStore(table, config),
    evidenceFiles: s3EvidenceFiles(files, env.EVIDENCE_BUCKET_NAME),
    exportFiles: s3ExportFiles(files, env.EXPORT_BUCKET_NAME),
    unfinished: s3UnfinishedFiles(files, env.EXPORT_BUCKET_NAME),
    reportFiles: reportFilesIn(files, env.REPORT_BUCKET_NAME),
    startReport: startReportBy(env.PUBLISH_REPORT_FUNCTION_NAME),
    peopleClients: env.PEOPLE_CLIENTS.split(' '),
    programs: programsFrom(env.PROGRAM_CLIENTS, config),
    config,
    telemetry,
    now,
    newId,
    unexpected: (error) => telemetry.failed('an API call failed', error),
  }),
);
