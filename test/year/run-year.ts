import { type Figures, figuresOf } from './figures/figures.ts';
import { YEAR_PROMISES } from './promises/promises.ts';
import type { Violation } from './promises/violation.ts';
import { storyOf } from './story.ts';
import { liveYear, type YearOptions } from './world/live-year.ts';

export type YearResult = {
  readonly figures: Figures;
  readonly violations: readonly Violation[];
  /** The promises that were not kept, how often, and the story of the first fix of each: for people. */
  readonly report: () => string;
};

/** Lives through a year, and holds it to the promises. */
export async function runYear(name: string, options: YearOptions): Promise<YearResult> {
  const year = await liveYear(options);
  const violations = YEAR_PROMISES.flatMap((promise) => promise(year));
  return { figures: figuresOf(name, year), violations, report: () => reportOf(name, violations) };
}

function reportOf(name: string, violations: readonly Violation[]): string {
  const byPromise = [...Map.groupBy(violations, ({ promise }) => promise).values()];
  const first = byPromise.flatMap((ofPromise) => ofPromise.toSorted((a, b) => a.at - b.at).slice(0, 1));
  return [
    `${name}: ${violations.length} broken promises`,
    ...byPromise.map((ofPromise) => `  ${ofPromise.length} × ${ofPromise[0]?.promise}`),
    ...first.map(storyOf),
  ].join('\n');
}
