import * as z from 'zod';
import { Instant } from '../../domain/words/identifiers.ts';

/**
 * Place in a list: after the line of this time with this mark. It travels in the hands of a caller who may not know what stands there, so
 * it names nothing.
 */
export const ListPlace = z.object({ at: Instant, mark: z.string().regex(/^[0-9a-f]{16}$/) });
export type ListPlace = z.infer<typeof ListPlace>;

/**
 * Lines that begin with those of the place's time, without those up to the place. Where its line has gone since, all of that time
 * come again: twice is better than never.
 */
export async function* linesAfter<Line>(
  after: ListPlace | undefined,
  lines: AsyncGenerator<Line>,
  placeOf: (line: Line) => ListPlace,
): AsyncGenerator<Line, undefined> {
  let isPast = after === undefined;
  const sameTime: Line[] = [];
  for await (const line of lines) {
    if (isPast) {
      yield line;
      continue;
    }
    const { at, mark } = placeOf(line);
    if (at !== after?.at) {
      isPast = true;
      yield* sameTime;
      yield line;
    } else if (mark === after.mark) isPast = true;
    else sameTime.push(line);
  }
  if (!isPast) yield* sameTime;
  return undefined;
}
