import { describe, expect, it, vi } from 'vitest';
import { timeLeftMs, withDeadline } from '../../../runtime/time-left.ts';

const run = (seconds: number) => ({ getRemainingTimeInMillis: () => seconds * 1_000 });

describe('the time that is left', () => {
  it('is that of the run that the caller belongs to, also when it wakes up in a later one', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    let wakeUp = (): void => {};
    const leftUnderWay = withDeadline(run(60), async () => {
      await new Promise<void>((resolve) => {
        wakeUp = resolve;
      });
      return timeLeftMs();
    });
    vi.setSystemTime(600_000);
    const later = withDeadline(run(30), () => {
      wakeUp();
      return timeLeftMs();
    });
    expect([later, await leftUnderWay, timeLeftMs()]).toEqual([30_000, -540_000, Number.POSITIVE_INFINITY]);
    vi.useRealTimers();
  });
});
