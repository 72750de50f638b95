import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { parseJson } from '../shared/domain/words/well-formed.ts';

const Package = z.object({ version: z.string() });

/** Version of this checkout, from its package.json. */
export const ownVersion = (): string =>
  Package.parse(parseJson(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;
