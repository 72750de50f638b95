import { fileURLToPath } from 'node:url';
import { environment, Variable } from '../../runtime/environment.ts';
import { lambda } from '../../runtime/lambda.ts';
import { serveConsoleHandler } from './handler.ts';
import { readConsoleFiles } from './read-console-files.ts';

const { STORAGE_ORIGINS: origins } = environment({ STORAGE_ORIGINS: Variable });

/**
 * Where calls of AWS go elsewhere, addresses that the SDK signs lead there, too:
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
const elsewhere = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;

export const handler = lambda(
  serveConsoleHandler({
    files: readConsoleFiles(fileURLToPath(new URL('./console/', import.meta.url))),
    storageOrigins: elsewhere === undefined ? origins.split(' ') : [new URL(elsewhere).origin],
  }),
);
