import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import type { HoldfastConfig } from '../../../shared/domain/policy/policy.ts';
import { calmDown } from '../aftermath.ts';
import { type StormSite, stormSiteCalled } from '../jira/storm-sites.ts';
import { PROMISES } from '../promises/promises.ts';
import { gatherRemains } from '../promises/remains.ts';
import type { Violation } from '../promises/violation.ts';
import type { Weakening } from '../safeguards/safeguards.ts';
import { simulationConfig } from '../simulation-config.ts';
import { beginStorm, type Storm } from '../storm.ts';
import { relevantSteps, stepInWords } from '../weather/trace.ts';

export type Verdict = {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** A number that stands for everything that happened: the same in every run of the seed. */
  readonly fingerprint: number;
  readonly steps: number;
  /** Seed, violated promises and what led to the first: for people. */
  readonly report: () => string;
};

/** Lives through the storm of one seed, and says which promises did not hold. */
export async function runSeed(
  seed: number,
  topology: Topology,
  { weakening = {}, site = stormSiteCalled() }: { weakening?: Weakening; site?: StormSite } = {},
): Promise<Verdict> {
  const config: HoldfastConfig = simulationConfig(weakening.config, site);
  const storm = beginStorm(seed, config, topology, { weakening, site });
  await calmDown(storm);
  const remains = await gatherRemains(storm);
  const violations = PROMISES.flatMap((isKept) => isKept(remains));
  const { trace } = storm.weather;
  return {
    seed,
    violations,
    fingerprint: trace.fingerprint(),
    steps: trace.steps().length,
    report: () => reportOf(seed, violations, storm),
  };
}

const STEPS_SHOWN = 60;

function reportOf(seed: number, violations: readonly Violation[], { weather: { trace, plan } }: Storm): string {
  const [first] = violations;
  const steps = relevantSteps(trace.steps(), first?.about ?? [], STEPS_SHOWN);
  return [
    `seed ${seed}: ${violations.length} broken promise(s)`,
    ...violations.map(({ promise, because }) => `  ✗ ${promise}: ${because}`),
    `  faults: ${plan.describe().join(', ') || 'none'}`,
    '',
    ...steps.map((step) => `  ${stepInWords(step)}`),
  ].join('\n');
}
