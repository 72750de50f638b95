import { useState } from 'preact/hooks';
import { AskedText } from './asked-text.tsx';
import type { Risk } from './decisions-still-open.ts';
import { reasonTooShort } from './reason-too-short.ts';

/** A risk that is about to be accepted. `because`: what it lacks. */
export function useRisk(first: Risk = { until: '', reason: '', compensatingControl: '' }) {
  const [value, setValue] = useState<Risk>(first);
  return { value, because: whatRiskLacks(value), set: (change: Partial<Risk>) => setValue({ ...value, ...change }) };
}

/** What an acceptance lacks before it can be sent. */
export function whatRiskLacks({ until, reason, compensatingControl }: Risk): string | undefined {
  if (until === '') return 'Say until when.';
  if (reasonTooShort(reason) !== undefined) return 'Say why.';
  return reasonTooShort(compensatingControl) === undefined ? undefined : 'Say what is done in its place.';
}

/** As the API takes it: up to the end of that day, UTC. */
export const riskBody = ({ until, reason, compensatingControl }: Risk): Risk => ({
  until: `${until}T23:59:59.000Z`,
  reason: reason.trim(),
  compensatingControl: compensatingControl.trim(),
});

const DAY_MS = 86_400_000;

export function RiskFields({ risk }: { risk: ReturnType<typeof useRisk> }) {
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  const { value, set } = risk;
  return (
    <>
      <AskedText
        label="Until"
        dayFrom={tomorrow}
        value={value.until}
        onInput={(until) => set({ until })}
        help="Up to the end of that day, UTC. How long is allowed follows from its priority."
      />
      <AskedText
        label="Why"
        rows={2}
        value={value.reason}
        onInput={(reason) => set({ reason })}
        wrong={reasonTooShort(value.reason)}
        help="Why you can live without it for so long."
      />
      <AskedText
        label="In its place"
        rows={2}
        value={value.compensatingControl}
        onInput={(compensatingControl) => set({ compensatingControl })}
        wrong={reasonTooShort(value.compensatingControl)}
        help="What is done meanwhile, in a sentence."
      />
    </>
  );
}
