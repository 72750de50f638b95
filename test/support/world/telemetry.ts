import { inspect } from 'node:util';
import type { Telemetry } from '../../../runtime/telemetry.ts';

/** Hears what handlers say: the counted metrics, the errors, and the whole log as it would be written. */
export function testTelemetry() {
  const counted = new Map<string, number>();
  const failures: unknown[] = [];
  const log: string[] = [];
  const write = (message: string, fields: object = {}): void => void log.push(`${message} ${JSON.stringify(fields)}`);
  const telemetry: Telemetry = {
    count: (metric, times = 1) => counted.set(metric, (counted.get(metric) ?? 0) + times),
    info: write,
    warn: write,
    failed: (message, error) => {
      failures.push(error);
      // As Powertools formats an error: https://docs.powertools.aws.dev/lambda/typescript/latest/features/logger/
      write(`${message} ${inspect(error, { depth: 10 })}`);
    },
  };
  return { telemetry, counted: () => Object.fromEntries(counted), failures, log };
}
