import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ConsoleFile } from './read-console-files.ts';

type ServeDependencies = {
  files: ReadonlyMap<string, ConsoleFile>;
  /** Origins that the page calls besides its own: those of the buckets to which files go by signed requests. */
  storageOrigins: readonly string[];
};

type ConsoleRequest = Pick<APIGatewayProxyEventV2, 'routeKey' | 'pathParameters' | 'headers'>;

const PAGE = 'index.html';

/** Serves the console: its page for every place, and the files of the page. It is the same for everybody, and holds nothing of a record. */
export function serveConsoleHandler({ files, storageOrigins }: ServeDependencies) {
  const common = securityHeaders(storageOrigins);
  const page = files.get(PAGE);
  if (page === undefined) throw new Error(`the console has no ${PAGE}`);
  return (event: ConsoleRequest): Promise<APIGatewayProxyStructuredResultV2> => {
    if (event.routeKey === 'GET /') return Promise.resolve(toConsole(common));
    const path = event.pathParameters?.proxy ?? '';
    const file = path === PAGE ? undefined : files.get(path);
    if (file !== undefined)
      return Promise.resolve(answer(event, file, common, path.startsWith('assets/') ? FOREVER : 'no-cache'));
    return Promise.resolve(isOfFile(path) ? notFound(common) : answer(event, page, common, 'no-cache'));
  };
}

/** Another version of the file has another name. */
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Nothing runs and nothing is loaded but what is served here, and no text becomes markup or a script: https://www.w3.org/TR/CSP3/,
 * https://www.w3.org/TR/trusted-types/. The one policy of trusted types is for workers, which are files of the console.
 */
function securityHeaders(storageOrigins: readonly string[]): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...storageOrigins].join(' '),
    "font-src 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types holdfast-worker',
    "worker-src 'self'",
    "manifest-src 'self'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'permissions-policy': NO_PERMISSIONS,
  };
}

/** https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Permissions-Policy */
const NO_PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((name) => `${name}=()`)
  .join(', ');

/** A place of the console may have a dot in it, such as the key of a ticket. What ends as our files do is a file. */
const isOfFile = (path: string): boolean =>
  path.startsWith('assets/') || /\.(html|js|css|map|svg|png|ico|json|txt|xml|webmanifest|br|gz)$/i.test(path);

function answer(
  { headers }: ConsoleRequest,
  file: ConsoleFile,
  common: Record<string, string>,
  cacheControl: string,
): APIGatewayProxyStructuredResultV2 {
  const lasting = { ...common, 'cache-control': cacheControl, etag: file.etag, vary: 'accept-encoding' };
  if (knows(headers['if-none-match'], file.etag)) return { statusCode: 304, headers: lasting };
  const encoding = bestEncoding(headers['accept-encoding']);
  return {
    statusCode: 200,
    headers: {
      ...lasting,
      'content-type': file.contentType,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
    body: file.bodies[encoding],
    isBase64Encoded: true,
  };
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
function knows(known: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  const tags = (known ?? '').split(',').map(bare);
  return tags.includes('*') || tags.includes(bare(etag));
}

/** The smallest that the browser takes: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
function bestEncoding(accepted: string | undefined): keyof ConsoleFile['bodies'] {
  const taken = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
      .map((one) => one.split(';')[0]?.trim()),
  );
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}

const toConsole = (common: Record<string, string>) => ({
  statusCode: 302,
  headers: { ...common, 'cache-control': 'no-cache', location: '/console' },
});

const notFound = (common: Record<string, string>) => ({
  statusCode: 404,
  headers: { ...common, 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' },
  body: 'The console has no such file. If it was open while a new version was deployed, load the page again.\n',
});
