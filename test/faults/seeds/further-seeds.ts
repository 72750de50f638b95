import type { StormSite } from '../jira/storm-sites.ts';

/**
 * Storms beyond the first 300 that every test run lives through: seeds that once broke a promise, and seeds that miss a
 * safeguard (`safeguards.test.ts`). A change of the program moves its storms, so a seed may become a storm like any other.
 */
export const FURTHER_SEEDS: readonly number[] = [389, 469];

/** @param seeds that broke a promise */
export const howToKeep = (seeds: readonly number[], site?: Pick<StormSite, 'name'>): string =>
  [
    `to see it again: npm run test:faults -- --seed ${seeds[0]}${site === undefined ? '' : ` --site "${site.name}"`}`,
    `to keep it: add ${seeds.join(', ')} to FURTHER_SEEDS in test/faults/seeds/further-seeds.ts`,
  ].join('\n');
