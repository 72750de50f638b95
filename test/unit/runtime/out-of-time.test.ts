import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { onBusEventBatches, onBusEvents } from '../../../runtime/queue/bus-events.ts';
import { recorded } from '../../../shared/domain/events/recorded-event.ts';
import { testIds } from '../../support/world/ids.ts';
import { NOW } from '../../support/world/records.ts';
import { testTelemetry } from '../../support/world/telemetry.ts';
import { CONTEXT, sqsEventOf } from '../../support/world/world.ts';

const newId = testIds();
const changed = (key: string) =>
  recorded(
    { type: 'Remediation Ticket Changed', data: { site: 'jira.test', issueId: key, key, change: 'updated' } },
    'holdfast.jira',
    { actor: { kind: 'system', id: 'test' }, correlationId: 'test', hops: 0 },
    { now: () => NOW, newId },
  );

/** A worker's surroundings in which time is up as soon as everything waits. */
function surroundings() {
  const waits: number[] = [];
  const remembered: string[] = [];
  return {
    waits,
    remembered,
    deps: {
      telemetry: testTelemetry().telemetry,
      remember: (_record: unknown, error: unknown) => {
        remembered.push(String(error));
        return Promise.resolve();
      },
      pause: (ms: number) => {
        waits.push(ms);
        return setImmediate();
      },
    },
  };
}
const never = () => new Promise<never>(() => {});
const OUT_OF_TIME = 'OutOfTime: out of time: the run ends before this was done, and the message comes again';

describe('work that takes longer than its run', () => {
  it('goes back to the queue with that reason, three seconds before the end, and the others are done', async () => {
    const [slow, quick] = [changed('PLAT-1'), changed('PLAT-2')];
    const { deps, waits, remembered } = surroundings();
    const worker = onBusEvents('sync-remediation', deps, ({ data }) =>
      data.key === 'PLAT-1' ? never() : Promise.resolve(),
    );
    const answer = await worker(sqsEventOf(slow, quick), CONTEXT);
    expect([answer, waits, remembered]).toEqual([
      { batchItemFailures: [{ itemIdentifier: slow.id }] },
      [57_000, 57_000],
      [OUT_OF_TIME],
    ]);
  });

  it('goes back together where it is done together', async () => {
    const events = [changed('PLAT-1'), changed('PLAT-2')];
    const { deps, remembered } = surroundings();
    const answer = await onBusEventBatches('sync-remediation', deps, never)(sqsEventOf(...events), CONTEXT);
    expect([answer, remembered]).toEqual([
      { batchItemFailures: events.map(({ id }) => ({ itemIdentifier: id })) },
      [OUT_OF_TIME, OUT_OF_TIME],
    ]);
  });
});
