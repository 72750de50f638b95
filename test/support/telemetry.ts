import type { Telemetry } from '../../runtime/telemetry.ts';

/** Hears what handlers say: the counted metrics, and the errors. */
export function testTelemetry() {
  const counted = new Map<string, number>();
  const failures: unknown[] = [];
  const telemetry: Telemetry = {
    count: (metric, times = 1) => counted.set(metric, (counted.get(metric) ?? 0) + times),
    info: () => {},
    warn: () => {},
    failed: (_message, error) => failures.push(error),
  };
  return { telemetry, counted: () => Object.fromEntries(counted), failures };
}
