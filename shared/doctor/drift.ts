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
 *     not looked at, or not to the end ─▶ everything stays as it was known
 *     a look by hand ─▶ finds problems gone, and begins nothing: somebody may look before the deployment's own look does
 *
 * A deployment ends no drift: otherwise one in the night would end an alarm that nobody had read.
 */

const KnownProblem = z.object({
  id: z.string(),
  system: z.string(),
  part: z.string(),
  since: Instant,
  isDrift: z.boolean(),
  oneOf: z.string().optional(),
});
type KnownProblem = z.infer<typeof KnownProblem>;

/** `oneOf`: id of the looks that it is one of. */
const KnownPart = z.object({ id: z.string(), system: z.string(), oneOf: z.string().optional() });

export const DoctorMemory = z.object({
  problems: z.array(KnownProblem),
  /** Everything that was looked at to its end, at least once, and is still configured. */
  parts: z.array(KnownPart),
  /** Systems of which the newest look saw not everything. Absent in what was kept before this was. */
  unseen: z.array(z.string()).optional(),
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
  const begins = (id: string, known: { has(id: string): boolean }) => occasion !== 'by hand' || known.has(id);
  const problems = seen.flatMap((look) =>
    look.problems
      .filter((problem) => begins(idOf(look, problem), knownBefore))
      .map((problem): KnownProblem => {
        const [id, { id: part, ...place }] = [idOf(look, problem), partOf(look)];
        const isDrift = occasion !== 'deployment' && partsBefore.has(part);
        return knownBefore.get(id) ?? { id, part, ...place, since: at, isDrift };
      }),
  );
  const toTheEnd = seen.filter(({ what, leavesOpen = [] }) => !leavesOpen.includes(what)).map(partOf);
  const parts = new Map(toTheEnd.filter(({ id }) => begins(id, partsBefore)).map((part) => [part.id, part]));
  const isHidden = hiddenFrom(looks, new Set(toTheEnd.map(({ id }) => id)));
  const now = [
    ...problems,
    ...(before?.problems ?? []).filter(({ part, ...problem }) => isHidden({ ...problem, id: part })),
  ];
  const byId = new Map(now.map((problem) => [problem.id, problem]));
  return {
    memory: {
      problems: [...byId.values()].slice(0, MOST_REMEMBERED),
      parts: [...parts.values(), ...(before?.parts ?? []).filter(isHidden)].slice(0, MOST_REMEMBERED),
      unseen: [...new Set(looks.filter(({ unseen }) => unseen !== undefined).map(({ system }) => system))],
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
 * a name that is none of theirs; what was seen is not hidden, and where all was seen, a part that is missing is configured no more,
 * unless a look says that it leaves it open.
 *
 * @param seen ids of the parts that were looked at to their end
 */
function hiddenFrom(looks: readonly SystemLook[], seen: ReadonlySet<string>) {
  const halfSeen = new Set(looks.filter(({ unseen }) => unseen !== undefined).map(({ system }) => system));
  const open = new Set(
    looks.flatMap(({ system, leavesOpen = [] }) => leavesOpen.map((what) => shortHash(JSON.stringify([system, what])))),
  );
  return ({ id, system, oneOf = id }: z.infer<typeof KnownPart>): boolean =>
    !seen.has(id) && (halfSeen.has(system) || open.has(id) || open.has(oneOf));
}

function partOf({ system, what, oneOf }: SystemLook): z.infer<typeof KnownPart> {
  const part = { id: shortHash(JSON.stringify([system, what])), system };
  return oneOf === undefined ? part : { ...part, oneOf: shortHash(JSON.stringify([system, oneOf])) };
}

const idOf = ({ system, what }: SystemLook, { code }: FoundProblem): string =>
  shortHash(JSON.stringify([system, what, code]));

/** Short, so that many fit into one item. */
const shortHash = (id: string): string => sha256(id).slice(0, 16);
