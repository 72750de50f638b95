import * as z from 'zod';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import type { Severity } from '../../../shared/domain/words/severity.ts';
import { fromVeris } from '../../../shared/import/veris/from-veris.ts';
import type { Random } from '../../faults/weather/random.ts';
import { samplesIn } from '../../support/samples/samples.ts';

/** What an incident is like. */
export type DrawnIncident = {
  readonly category: string;
  readonly severity: Severity;
  /** Impact of each of its fixes. */
  readonly impacts: readonly number[];
};

const Actions = z.object({ action: z.record(z.string(), z.unknown()) });
const IMPACT: Record<Severity, number> = { critical: 5, high: 4, medium: 3, low: 2 };

/**
 * Incidents as often as they are in samples coded in VERIS: ours, and those of the community database where they are at hand. An
 * incident has a fix for each kind of action in it, three at the most.
 */
export function incidentStatistics(): (random: Random) => DrawnIncident {
  const seen = samplesIn({ own: 'veris', reference: 'data/vcdb' }, /\.json$/).flatMap(({ text }) => {
    const source: unknown = JSON.parse(text);
    return fromVeris(source, DEFAULT_CONFIG.postMortem.categories).flatMap((one) => {
      if (!('file' in one)) return [];
      const { severity, category = 'other' } = one.file;
      const actions = Actions.safeParse(source);
      return [{ severity, category, fixes: Math.min(3, Object.keys(actions.data?.action ?? { other: {} }).length) }];
    });
  });
  return (random) => {
    const { severity, category, fixes } = random.pick(seen);
    const impacts = Array.from({ length: fixes }, () => Math.max(1, IMPACT[severity] - random.integer(0, 1)));
    return { severity, category, impacts };
  };
}
