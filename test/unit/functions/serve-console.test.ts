import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveConsoleHandler } from '../../../functions/serve-console/handler.ts';
import { readConsoleFiles } from '../../../functions/serve-console/read-console-files.ts';

const PAGE = '<!doctype html><title>Holdfast</title>';
const SCRIPT = 'console.log("Héllo");';
const BUCKET = 'https://evidence.s3.eu-central-1.amazonaws.com';

let folder: string;
let ask: (path?: string, headers?: Record<string, string>) => ReturnType<ReturnType<typeof serveConsoleHandler>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-serve-console-'));
  await writeFile(join(folder, 'secret.txt'), 'not of the console');
  await mkdir(join(folder, 'console/assets'), { recursive: true });
  for (const [path, text] of [
    ['index.html', PAGE],
    ['assets/main-A1.js', SCRIPT],
    ['assets/main-B2.css', 'p{color:red}'],
  ] as const) {
    const file = join(folder, 'console', path);
    await writeFile(file, text);
    await writeFile(`${file}.br`, brotliCompressSync(text));
    await writeFile(`${file}.gz`, gzipSync(text));
  }
  const handler = serveConsoleHandler({
    files: readConsoleFiles(`${folder}/console/`),
    storageOrigins: [BUCKET],
  });
  ask = (path, headers = {}) =>
    handler({
      routeKey: path === undefined ? 'GET /console' : 'GET /console/{proxy+}',
      ...(path === undefined ? {} : { pathParameters: { proxy: path } }),
      headers,
    });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bytes = (body: string | undefined) => Buffer.from(body ?? '', 'base64');

describe('the console is served', () => {
  it.each([undefined, '', 'post-mortems/01J/review', 'tickets/other/CASE.7', 'tickets/mail/anna@example.com'])(
    'as its page at %s, which is asked for anew each time',
    async (path) => {
      const { statusCode, headers, body, isBase64Encoded } = await ask(path);
      expect([statusCode, isBase64Encoded, bytes(body).toString()]).toEqual([200, true, PAGE]);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        etag: expect.stringMatching(/^W\/"[0-9a-f]{64}"$/),
      });
    },
  );

  it('in files that are kept for good, since each version has a name of its own', async () => {
    const [script, style] = [await ask('assets/main-A1.js'), await ask('assets/main-B2.css')];
    expect([script.headers?.['content-type'], style.headers?.['content-type']]).toEqual([
      'text/javascript; charset=utf-8',
      'text/css; charset=utf-8',
    ]);
    expect(script.headers?.['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(bytes(script.body).toString()).toBe(SCRIPT);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['BR', 'br', brotliDecompressSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['gzip', 'gzip', gunzipSync],
    ['br; q=0.0, gzip;q=0', undefined, (body: Buffer) => body],
    ['deflate', undefined, (body: Buffer) => body],
    ['', undefined, (body: Buffer) => body],
  ])('in what the browser takes: %s', async (accepted, encoding, unpacked) => {
    const { headers, body } = await ask('assets/main-A1.js', { 'accept-encoding': accepted });
    expect([headers?.['content-encoding'], headers?.vary]).toEqual([encoding, 'accept-encoding']);
    expect(unpacked(bytes(body)).toString()).toBe(SCRIPT);
  });

  it('only once, while it stays as it is', async () => {
    const etag = String((await ask()).headers?.etag);
    const bare = etag.replace('W/', '');
    for (const known of [etag, bare, `"other", ${etag}`, '*']) {
      expect(await ask(undefined, { 'if-none-match': known })).toMatchObject({ statusCode: 304, headers: { etag } });
      expect(await ask(undefined, { 'if-none-match': known })).not.toHaveProperty('body');
    }
    expect(await ask(undefined, { 'if-none-match': '"other"' })).toMatchObject({ statusCode: 200 });
    expect((await ask('assets/main-A1.js')).headers?.etag).not.toBe(etag);
  });

  it.each([
    'assets/main-OF-BEFORE.js',
    'assets/',
    'favicon.ico',
    'robots.txt',
    'index.html',
    'assets/main-A1.js.br',
    'assets/main-A1.js.map',
    '../secret.txt',
    'assets/../../secret.txt',
    '..\\secret.txt',
    '%2e%2e/secret.txt',
    '/etc/passwd.txt',
    'assets/constructor',
  ])('and nothing else: %s is not found', async (path) => {
    const { statusCode, headers, body } = await ask(path);
    expect([statusCode, headers?.['content-type'], headers?.['cache-control']]).toEqual([
      404,
      'text/plain; charset=utf-8',
      'no-store',
    ]);
    expect(body).not.toContain('not of the console');
  });

  it('from the address of the API', async () => {
    const handler = serveConsoleHandler({ files: readConsoleFiles(`${folder}/console`), storageOrigins: [] });
    expect(await handler({ routeKey: 'GET /', headers: {} })).toMatchObject({
      statusCode: 302,
      headers: { location: '/console' },
    });
  });

  it('with a policy under which nothing runs but its own files, on every answer', async () => {
    const etag = String((await ask()).headers?.etag);
    const answers = [
      await ask(),
      await ask('assets/main-A1.js'),
      await ask('assets/none.js'),
      await ask(undefined, { 'if-none-match': etag }),
    ];
    for (const { headers = {} } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': expect.stringContaining('max-age='),
        'permissions-policy': expect.stringMatching(/^(?:[a-z-]+=\(\)(?:, |$))+$/),
      });
      expect(String(headers['content-security-policy']).split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        `connect-src 'self' ${BUCKET}`,
        "font-src 'none'",
        "form-action 'self'",
        "frame-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types holdfast-worker',
        "worker-src 'self'",
        "manifest-src 'self'",
      ]);
    }
  });

  it('by no function that has no page, or a file of which nobody knows what it is', async () => {
    expect(() => serveConsoleHandler({ files: new Map(), storageOrigins: [] })).toThrow(
      'the console has no index.html',
    );
    await writeFile(join(folder, 'program.exe'), '');
    expect(() => readConsoleFiles(folder)).toThrow('of no type that the console serves');
  });
});
