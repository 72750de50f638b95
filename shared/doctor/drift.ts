import * as z from 'zod';
import { Instant } from '../domain/words/identifiers.ts';
import type { FoundProblem } from '../domain/words/look.ts';
import { sha256 } from '../sha256.ts';
import { type Occasion, RanByItself, type SystemLook } from './examination.ts';

/*
 * What is known of problems from one look to the next, so that a system which changed can be told from one that was never
 * right:
 *
 *     a deployment, or the first look at a thing ─▶ its problems are known: told once
 *     a later look ─▶ a problem that was not known is drift, until a look finds it gone
 *     not looked at ─▶ everything stays as it was known
 *
 * A deployment ends no drift: otherwise one in the night would end an alarm that nobody had read.
 */

const KnownProblem = z.object({
  id: z.string(),
  system: z.string(),
  part: z.string(),
  since: Instant,
  isDrift: z.boolean(),
});
type KnownProblem = z.infer<typeof KnownProblem>;

export const DoctorMemory = z.object({
  problems: z.array(KnownProblem),
  /** Everything that was looked at, at least once, and is still configured. */
  parts: z.array(z.object({ id: z.string(), system: z.string() })),
  ranByItself: RanByItself.optional(),
});
export type DoctorMemory = z.infer<typeof DoctorMemory>;

/** Problems, and things looked at, that fit well into one item of 400 KB. Of a thing beyond that, nothing is ever drift. */
const MOST_REMEMBERED = 1_000;

export type Remembered = {
  readonly memory: DoctorMemory;
  /** Of each problem that was seen, whether it is new, and whether it is drift. */
  readonly known: (
    look: SystemLook,
    problem: FoundProblem,
  ) => { readonly isNew: boolean; readonly driftedSince?: string };
  /** Drift that was seen now, or cannot be looked at now. */
  readonly drift: number;
};

/** Holds what was seen against what was known. @param before undefined when nothing was looked at yet */
export function remember(
  before: DoctorMemory | undefined,
  looks: readonly SystemLook[],
  { at, occasion }: { at: string; occasion: Occasion },
): Remembered {
  const knownBefore = new Map(before?.problems.map((problem) => [problem.id, problem]));
  const partsBefore = new Set(before?.parts.map(({ id }) => id));
  const seen = looks.filter(({ unseen }) => unseen === undefined);
  const problems = seen.flatMap((look) =>
    look.problems.map((problem): KnownProblem => {
      const [id, part] = [idOf(look, problem), partOf(look)];
      const isDrift = occasion !== 'deployment' && partsBefore.has(part);
      return knownBefore.get(id) ?? { id, system: look.system, part, since: at, isDrift };
    }),
  );
  const parts = new Map(seen.map((look) => [partOf(look), { id: partOf(look), system: look.system }]));
  const isHidden = hiddenFrom(looks, parts);
  const now = [...problems, ...(before?.problems ?? []).filter(({ system, part }) => isHidden(system, part))];
  const byId = new Map(now.map((problem) => [problem.id, problem]));
  return {
    memory: {
      problems: [...byId.values()].slice(0, MOST_REMEMBERED),
      parts: [...parts.values(), ...(before?.parts ?? []).filter(({ system, id }) => isHidden(system, id))].slice(
        0,
        MOST_REMEMBERED,
      ),
      ranByItself: occasion === 'by hand' ? before?.ranByItself : { at, occasion },
    },
    known(look, problem) {
      const found = byId.get(idOf(look, problem));
      const isNew = !knownBefore.has(idOf(look, problem));
      return found?.isDrift === true ? { isNew, driftedSince: found.since } : { isNew };
    },
    drift: [...byId.values()].filter(({ isDrift }) => isDrift).length,
  };
}

/**
 * Tells of a part that was known whether it could not be looked at now. A site that does not answer hides all its parts, under
 * a name that is none of theirs; what was seen is not hidden, and where all was seen, a part that is missing is configured no more.
 */
function hiddenFrom(looks: readonly SystemLook[], seen: ReadonlyMap<string, unknown>) {
  const halfSeen = new Set(looks.filter(({ unseen }) => unseen !== undefined).map(({ system }) => system));
  return (system: string, part: string): boolean => halfSeen.has(system) && !seen.has(part);
}

const partOf = ({ system, what }: SystemLook): string => shortHash(JSON.stringify([system, what]));
const idOf = ({ system, what }: SystemLook, { code }: FoundProblem): string =>
  shortHash(JSON.stringify([system, what, code]));

/** Short, so that many fit into one item. */
const shortHash = (id: string): string => sha256(id).slice(0, 16);
