import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import { webhooksInUse } from '../../../shared/intake/sources-in-use.ts';
import { prove } from '../../../shared/proof/prove.ts';
import { messageSchema } from '../../../tools/source-page.ts';
import { describeUnlessMissing } from '../../support/machine/describe-unless-missing.ts';

const page = readFileSync(new URL('../../../docs/sources/holdfast-json.md', import.meta.url), 'utf8');
const SECRET = 'a secret of the tests';

describe('docs/sources/holdfast-json.md', () => {
  it('shows the schema of the message: run `npm run docs`', () => {
    expect(page).toContain(`<!-- schema -->\n\n${messageSchema()}\n\n<!-- /schema -->`);
  });
});

describeUnlessMissing(await missingPrograms())('the example of docs/sources/holdfast-json.md', () => {
  it('posts a message that is proven and read', async () => {
    const script = /<!-- example -->\s+```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const { body, headers } = await posted(script);
    const config = parseConfig({ incidents: { 'holdfast-json': { sites: ['tickets.example.com'] } } });
    const { webhook } = webhooksInUse(SOURCES, config).get('holdfast-json') ?? {};
    const receivedAt = new Date().toISOString();
    const proof = webhook && prove(webhook.proof, { body, headers }, [SECRET]);
    const meaning = webhook?.read(JSON.parse(body.toString('utf8')), receivedAt);
    expect([proof?.isProven, meaning]).toEqual([
      true,
      expect.objectContaining({ event: expect.objectContaining({ type: 'Incident Ticket Closed' }) }),
    ]);
  });
});

async function missingPrograms(): Promise<string | undefined> {
  try {
    await promisify(execFile)('sh', ['-c', 'command -v curl && command -v openssl']);
    return undefined;
  } catch {
    return 'it needs curl and openssl; install them';
  }
}

/** Request that arrives when the script runs as a reader of the page would run it. */
function posted(script: string): Promise<{ body: Buffer; headers: Record<string, string | undefined> }> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const one = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
        response.writeHead(202).end();
        resolve({ body: Buffer.concat(chunks), headers: Object.fromEntries(one) });
      });
    });
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const env = { ...process.env, SECRET, URL: `http://127.0.0.1:${port}/webhooks/holdfast-json` };
      promisify(execFile)('sh', ['-c', script], { env })
        .catch(reject)
        .finally(() => server.close());
    });
  });
}
