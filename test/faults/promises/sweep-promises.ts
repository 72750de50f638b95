import { keys } from '../../../shared/store/keys.ts';
import { SweepPass } from '../../../shared/store/queues/sweep-pass.ts';
import type { Remains } from './remains.ts';
import type { Violation } from './violation.ts';

/** What takes several runs counts when the last of them is through, and the next such round may be under way. */
const TWO_ROUNDS_MS = 4 * 3_600_000;

/** However much changed at once, and however short the runs are: what changed until a while ago was looked at. */
export function sweepsComeToTheirEnd({ storm }: Remains): Violation[] {
  const promise = 'a sweep comes to its end, run by run';
  const { pk } = keys.cursor('sweep-remediation');
  const item = storm.table.all().find((one) => one.pk === pk);
  const { at, left, search } = SweepPass.parse(item ?? {});
  // A first search that is under way has come as far as its beginning will be.
  const lateMs = storm.weather.timeline.nowMs() - Date.parse(at ?? search?.begunAt ?? '1970-01-01T00:00:00.000Z');
  if (left !== undefined) {
    const because = `of what was found at ${left.foundAt}, ${left.chunks} chunk(s), it is at ${left.chunk}, ${left.place}`;
    return [{ promise, because, about: [pk] }];
  }
  return lateMs <= TWO_ROUNDS_MS ? [] : [{ promise, because: `it has come as far as ${at}`, about: [pk] }];
}
