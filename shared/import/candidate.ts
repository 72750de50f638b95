import * as z from 'zod';
import { PostMortemFile } from '../domain/files/post-mortem-file.ts';
import { canonicalJson } from '../domain/words/canonical-json.ts';
import { sha256 } from '../sha256.ts';

/** Fault in a file, with its place: a field's path, a column's name. `steps`: the names on the path, which may have dots in them. */
export type Fault = { path: string; steps: readonly string[]; message: string };

export const faultAt = (steps: readonly PropertyKey[], message: string): Fault => ({
  path: steps.map(String).join('.'),
  steps: steps.map(String),
  message,
});

/** A record of a file, ready to be taken in; or what keeps it from that. `place`: which of the file's records it is. */
export type Candidate =
  | { place: string; id: string; file: PostMortemFile; sha256: string }
  | { place: string; id: string | undefined; faults: Fault[] };

const Named = z.looseObject({ id: z.string() });
const idIn = (input: unknown): string | undefined => Named.safeParse(input).data?.id;

/**
 * @param source the record as it came; its hash tells later whether it comes again or comes changed
 * @param input the same in our own format
 */
export function candidate(place: string, source: unknown, input: unknown): Candidate {
  const parsed = PostMortemFile.safeParse(input);
  if (parsed.success) {
    return { place, id: parsed.data.id, file: parsed.data, sha256: sha256(canonicalJson(source)) };
  }
  const faults = parsed.error.issues.map(({ path, message }) => faultAt(path, message));
  return { place, id: idIn(input), faults };
}
