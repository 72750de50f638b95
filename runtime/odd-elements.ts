import { telemetry } from './telemetry.ts';

/** Counts and logs an element of an answer that could not be read. An alarm watches the metric. */
export function onOdd(odd: { kind: string; id: string; because: string }): void {
  telemetry.count('TicketDataUnreadable');
  telemetry.warn('a system answered something that cannot be read; it is passed over', odd);
}
