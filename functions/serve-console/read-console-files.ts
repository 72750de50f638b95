import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { sha256 } from '../../shared/sha256.ts';

export type ConsoleFile = {
  contentType: string;
  /** Changes with its bytes; weak, because each encoding has other bytes. */
  etag: string;
  /** In base64, as Lambda hands bytes over. */
  bodies: Readonly<Record<'br' | 'gzip' | 'identity', string>>;
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Reads every file of the console once, so that a request chooses among those that were there: no path leads anywhere else.
 *
 * @returns by path below the console, such as `assets/main-ABCD1234.js`
 * @throws Error for a file of which the browser could not be told what it is
 */
export function readConsoleFiles(folder: string): ReadonlyMap<string, ConsoleFile> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    paths.map((path) => [
      path
        .slice(folder.length)
        .replace(/^[\\/]+/, '')
        .split(sep)
        .join('/'),
      fileAt(path),
    ]),
  );
}

function fileAt(path: string): ConsoleFile {
  const contentType = CONTENT_TYPES[extname(path)];
  if (contentType === undefined) throw new Error(`${path} is of no type that the console serves`);
  const body = readFileSync(path, 'base64');
  return {
    contentType,
    etag: `W/"${sha256(body)}"`,
    bodies: {
      br: readFileSync(`${path}.br`, 'base64'),
      gzip: readFileSync(`${path}.gz`, 'base64'),
      identity: body,
    },
  };
}
