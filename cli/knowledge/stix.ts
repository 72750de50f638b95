import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '../../shared/domain/words/well-formed.ts';

/** What we read of an object of STIX 2.0 or 2.1: MITRE publishes ATT&CK in both. Other kinds of objects are passed over. */
const StixObject = z.looseObject({
  type: z.string(),
  id: z.string(),
  name: z.string().optional(),
  revoked: z.boolean().optional(),
  x_mitre_deprecated: z.boolean().optional(),
  x_mitre_is_subtechnique: z.boolean().optional(),
  x_mitre_shortname: z.string().optional(),
  x_mitre_version: z.string().optional(),
  external_references: z
    .array(z.looseObject({ source_name: z.string(), external_id: z.string().optional() }))
    .prefault([]),
  kill_chain_phases: z.array(z.looseObject({ kill_chain_name: z.string(), phase_name: z.string() })).prefault([]),
  relationship_type: z.string().optional(),
  source_ref: z.string().optional(),
  target_ref: z.string().optional(),
});
export type StixObject = z.infer<typeof StixObject>;

const Bundle = z.looseObject({ type: z.literal('bundle'), objects: z.array(StixObject).min(1) });

/** Folders of a release that hold one object to a file, and that we read. */
const FOLDERS = ['attack-pattern', 'course-of-action', 'relationship', 'x-mitre-tactic', 'x-mitre-collection'];

/**
 * Objects of a release of ATT&CK: one bundle (`enterprise-attack.json`), or the folder that has a file for each object.
 *
 * @throws Error with the file that is no STIX
 */
export async function readStix(path: string): Promise<StixObject[]> {
  if (!(await stat(path)).isDirectory()) return bundleIn(path);
  const folders = await Promise.all(
    FOLDERS.map(async (folder) => filesIn(join(path, folder)).catch((error: unknown) => ifThere(error))),
  );
  const objects: StixObject[] = [];
  for (const file of folders.flat()) objects.push(...(await bundleIn(file)));
  return objects;
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name));
}

function ifThere(error: unknown): string[] {
  if (Object(error).code === 'ENOENT') return [];
  throw error;
}

async function bundleIn(path: string): Promise<StixObject[]> {
  const parsed = Bundle.safeParse(parseJson(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data.objects;
  const [first] = parsed.error.issues;
  throw new Error(`${path} is no bundle of STIX: ${first?.path.join('.')}: ${first?.message}`);
}
