import type { Telemetry } from '../../runtime/telemetry.ts';
import { type AnchorChainsDependencies, anchorChains } from '../../shared/audit/anchor-chains.ts';

/** Writes the heads of the audit logs that changed where nobody can change them. @returns the days that it anchored */
export function anchorChainsHandler(deps: AnchorChainsDependencies & { telemetry: Telemetry }) {
  return async (): Promise<{ anchored: { day: string; heads: number }[] }> => {
    const anchored = await anchorChains(deps);
    deps.telemetry.count('DayAnchored', anchored.length);
    return { anchored };
  };
}
