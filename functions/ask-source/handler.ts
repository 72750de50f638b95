import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type AskSourceDependencies, askSource } from '../../shared/verification/ask-source.ts';

const METRICS = {
  answered: 'SourceAnswered',
  'no answer': 'SourceGaveNoAnswer',
  'not wanted any more': 'SourceAskedInVain',
} as const;

/** Asks the sources of evidence about fixes. A slow one holds up no judgement: nobody waits for its answer here. */
export function askSourceHandler(deps: AskSourceDependencies & BusEventDependencies & { telemetry: Telemetry }) {
  return onBusEvents('ask-source', deps, async ({ data }, cause) => {
    const asked = await askSource(deps, data, cause);
    deps.telemetry.count(METRICS[asked.outcome]);
    if (asked.outcome === 'no answer') {
      const { remediationId, asking } = data;
      deps.telemetry.warn('a source gave no answer', { remediationId, number: asking.number, result: asked.result });
    }
  });
}
