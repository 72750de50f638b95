import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type StackTemplate, Text } from '../aws-model/stack-template.ts';
import { BucketCors, corsHeaders, preflight } from './bucket-cors.ts';
import type { HttpAnswer, HttpRequest } from './loopback-server.ts';

const Bucket = z.object({
  NotificationConfiguration: z
    .object({ QueueConfigurations: z.array(z.object({ Event: z.literal('s3:ObjectCreated:*'), Queue: Text })) })
    .optional(),
  CorsConfiguration: BucketCors,
});

type Version = { id: string; body: Buffer; mediaType: string; sha256: string };

export type ObjectFiles = {
  answer: (request: HttpRequest) => HttpAnswer;
  /** Last text stored under a bucket and a key. @throws Error when nothing was */
  text: (bucket: string, key: string) => string;
};

/**
 * The buckets of the stack: every version that was written, told to the queue that the bucket names. A hash that comes
 * with a file is compared, and pages of other origins are answered as the rules of the bucket say, as S3 does. Signatures and locks are not played: whoever can reach loopback may read and add.
 *
 * @param send puts a message into a queue
 */
export function objectFiles(template: StackTemplate, send: (queue: string, body: string) => void): ObjectFiles {
  const buckets = template.resources('AWS::S3::Bucket', Bucket);
  const files = new Map<string, Version[]>();

  function put({ url, headers, body }: HttpRequest): HttpAnswer {
    const sha256 = createHash('sha256').update(body).digest('base64');
    const said = headers['x-amz-checksum-sha256'];
    if (said !== undefined && said !== sha256) return refused(400, 'BadDigest', 'these are other bytes than announced');
    const path = decodeURIComponent(url.pathname);
    const version = { id: randomUUID(), body, mediaType: headers['content-type'] ?? '', sha256 };
    files.set(path, [...(files.get(path) ?? []), version]);
    tell(path, version);
    return { status: 200, headers: { etag: `"${version.id}"`, 'x-amz-version-id': version.id } };
  }

  function tell(path: string, { id: versionId, body }: Version): void {
    const [, bucket = '', ...rest] = path.split('/');
    const key = rest.map((part) => encodeURIComponent(part)).join('/');
    const record = {
      eventName: 'ObjectCreated:Put',
      responseElements: { 'x-amz-request-id': randomUUID() },
      s3: { bucket: { name: bucket }, object: { key, size: body.length, versionId } },
    };
    const queues = buckets.get(bucket)?.NotificationConfiguration?.QueueConfigurations ?? [];
    for (const { Queue } of queues) send(Queue, JSON.stringify({ Records: [record] }));
  }

  function get({ method, url }: HttpRequest): HttpAnswer {
    const wanted = url.searchParams.get('versionId');
    const versions = files.get(decodeURIComponent(url.pathname)) ?? [];
    const found = wanted === null ? versions.at(-1) : versions.find(({ id }) => id === wanted);
    if (found === undefined)
      return refused(404, wanted === null ? 'NoSuchKey' : 'NoSuchVersion', 'there is no such file');
    const disposition = url.searchParams.get('response-content-disposition');
    const headers = {
      'content-type': url.searchParams.get('response-content-type') ?? found.mediaType,
      'content-length': String(found.body.length),
      etag: `"${found.id}"`,
      'x-amz-version-id': found.id,
      'x-amz-checksum-sha256': found.sha256,
      'x-amz-checksum-type': 'FULL_OBJECT',
      ...(disposition === null ? {} : { 'content-disposition': disposition }),
    };
    return method === 'HEAD' ? { status: 200, headers } : { status: 200, headers, body: found.body };
  }

  return {
    answer(request) {
      const { method, url, headers } = request;
      const rules = buckets.get(url.pathname.split('/')[1] ?? '')?.CorsConfiguration?.CorsRules ?? [];
      if (method === 'OPTIONS') return preflight(rules, headers);
      const given = method === 'PUT' ? put(request) : get(request);
      return { ...given, headers: { ...given.headers, ...corsHeaders(rules, headers.origin, method) } };
    },
    text(bucket, key) {
      const found = files.get(`/${bucket}/${key}`)?.at(-1);
      if (found === undefined) throw new Error(`there is no ${key} in the bucket ${bucket}`);
      return found.body.toString('utf8');
    },
  };
}

function refused(status: number, code: string, message: string): HttpAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
