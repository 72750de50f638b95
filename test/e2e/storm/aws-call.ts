import { createHash, createHmac } from 'node:crypto';

type Account = { endpoint: string; region: string; accessKeyId: string; secretAccessKey: string };

/** Calls an operation of an AWS service that speaks JSON, signed as the account's root. @throws Error on any refusal */
export async function awsCall(account: Account, service: string, target: string, input: object): Promise<unknown> {
  const { endpoint, region, accessKeyId, secretAccessKey } = account;
  const body = JSON.stringify(input);
  const at = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${at.slice(0, 8)}/${region}/${service}/aws4_request`;
  const signedHeaders = 'host;x-amz-date;x-amz-target';
  const canonical = [
    'POST',
    '/',
    '',
    `host:${new URL(endpoint).host}`,
    `x-amz-date:${at}`,
    `x-amz-target:${target}`,
    '',
    signedHeaders,
    sha256(body),
  ].join('\n');
  const key = [at.slice(0, 8), region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  const signature = createHmac('sha256', key)
    .update(['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n'))
    .digest('hex');
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-date': at,
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
    },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${target} answered ${response.status}: ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
