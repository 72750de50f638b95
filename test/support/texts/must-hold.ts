import fc from 'fast-check';
import { expect } from 'vitest';
import * as z from 'zod';

/** Place of a counterexample in fast-check. It leads there for as long as the arbitraries of the property stay as they are. */
export type KnownSeed = { readonly seed: number; readonly path: string };

export type Trials<Values> = {
  /** Number of random values that are tried; 100 by default. */
  readonly runs?: number;
  /** For properties that are too slow or too wide to draw new values in every run. */
  readonly seed?: number;
  /** Counterexamples of earlier failures, tried first. They outlive a change of the arbitraries; a seed does not. */
  readonly examples?: readonly Values[];
  /** Seeds of earlier failures, tried after the examples. */
  readonly seeds?: readonly KnownSeed[];
};

const Asked = z.object({
  HOLDFAST_PROPERTY_SEED: z.coerce.number().int().optional(),
  HOLDFAST_PROPERTY_PATH: z.string().optional(),
  HOLDFAST_PROPERTY_RUNS: z.coerce.number().int().positive().optional(),
});

/**
 * Tries a property on all its known counterexamples, then on random values. A failure says how to see it again and how
 * to keep it as a case: docs/reliability.md.
 *
 * @throws Error with fast-check's report and these two lines
 *
 * @example
 * mustHold(fc.property(fc.nat(), (days) => expect(later(days)).toBeGreaterThan(now)), { runs: 500, examples: [[0]] });
 */
export function mustHold<Values>(property: fc.IAsyncProperty<Values>, trials?: Trials<Values>): Promise<void>;
export function mustHold<Values>(property: fc.IProperty<Values>, trials?: Trials<Values>): void;
export function mustHold<Values>(
  property: fc.IAsyncProperty<Values> | fc.IProperty<Values>,
  trials: Trials<Values> = {},
): Promise<void> | void {
  let before: Promise<void> | undefined;
  for (const turn of turnsOf(trials)) {
    const assert = () => fc.assert(property, turn) ?? undefined;
    before = before === undefined ? assert() : before.then(assert);
  }
  return before;
}

/** One after the other, because a path counts the examples that stand before it: mixed, a new example would move every path. */
function turnsOf<Values>({ runs = 100, seed, examples = [], seeds = [] }: Trials<Values>): fc.Parameters<Values>[] {
  const asked = Asked.parse(process.env);
  const [askedSeed, askedPath] = [asked.HOLDFAST_PROPERTY_SEED, asked.HOLDFAST_PROPERTY_PATH];
  if (askedSeed !== undefined && askedPath !== undefined) {
    return [{ seed: askedSeed, path: askedPath, numRuns: 1, reporter: reporterOf('random') }];
  }
  const seedOfAll = askedSeed ?? seed;
  return [
    ...(examples.length === 0
      ? []
      : [{ examples: [...examples], numRuns: examples.length, reporter: reporterOf('known') }]),
    ...seeds.map((known) => ({ ...known, numRuns: 1, reporter: reporterOf('known') })),
    {
      ...(seedOfAll === undefined ? {} : { seed: seedOfAll }),
      numRuns: asked.HOLDFAST_PROPERTY_RUNS ?? runs,
      reporter: reporterOf('random'),
    },
  ];
}

const reporterOf =
  (values: 'known' | 'random') =>
  <Values>(details: fc.RunDetails<Values>): void => {
    if (!details.failed) return;
    const advice = values === 'known' ? ['a known counterexample of this property fails again'] : adviceOn(details);
    throw new Error([fc.defaultReportMessage(details), ...advice].join('\n\n'), { cause: details.errorInstance });
  };

function adviceOn<Values>({ seed, counterexamplePath }: fc.RunDetails<Values>): string[] {
  // The first number is the run that failed. The others lead through the shrinking, which comes to the same end again.
  const path = counterexamplePath?.split(':')[0];
  if (path === undefined) return [];
  const { testPath = '', currentTestName = '' } = expect.getState();
  const file = testPath.replace(`${process.cwd()}/`, '');
  const name = currentTestName.split(' > ').at(-1) ?? '';
  // Vitest takes -t for a regular expression, and the shell has ideas about quotes.
  const pattern = name.replace(/[^\p{L}\p{N} ,:;-]/gu, '.');
  return [
    `to see it again: HOLDFAST_PROPERTY_SEED=${seed} HOLDFAST_PROPERTY_PATH=${path} npx vitest run ${file} -t "${pattern}"`,
    `to keep it: in ${file}, "${name}", add the counterexample to \`examples\`, or { seed: ${seed}, path: '${path}' } to \`seeds\``,
  ];
}
