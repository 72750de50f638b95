import type { Telemetry } from '../../runtime/telemetry.ts';
import { type AnchorChainsDependencies, anchorChains as anchor } from '../../shared/audit/anchor-chains.ts';

/** Writes the heads of the audit logs that changed where nobody can change them. @returns the days that it anchored */
export function anchorChains(deps: AnchorChainsDependencies & { telemetry: Telemetry }) {
  return async (): Promise<{ anchored: { day: string; heads: number }[] }> => {
    const anchored = await anchor(deps);
    deps.telemetry.count('DayAnchored', anchored.length);
    return { anchored };
  };
}
