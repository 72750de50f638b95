import type { BackfillRequest } from '../../shared/domain/ticket/backfill.ts';
import { addDuration, Duration } from '../../shared/domain/words/duration.ts';
import { CommandFailure } from '../failure.ts';

/** What the command line asks for. */
export type BackfillOrder = Pick<BackfillRequest, 'source' | 'since' | 'until' | 'isDryRun' | 'atMost'>;

const A_DAY = Duration.parse('P1D');

type Days = { readonly since: string; readonly until?: string | undefined };

/**
 * Days of the command line as instants: from the begin of the first day to the end of the last, in UTC.
 *
 * @param at now
 * @throws CommandFailure when they are in the future, or in the wrong order
 */
export function daysOf({ since, until }: Days, at: string): { since: string; until?: string } {
  const today = at.slice(0, 'YYYY-MM-DD'.length);
  for (const [option, day] of Object.entries({ '--since': since, '--until': until })) {
    if (day !== undefined && day > today) {
      throw new CommandFailure(
        `${option} ${day} is in the future: today is ${today} in UTC`,
        option === '--until' ? 'leave it out to have all closures since the first day' : 'name a day of the past',
      );
    }
  }
  if (until !== undefined && until < since)
    throw new CommandFailure(`--since ${since} is after --until ${until}`, 'name the earlier day with --since');
  const begin = (day: string): string => `${day}T00:00:00.000Z`;
  return { since: begin(since), ...(until === undefined ? {} : { until: addDuration(begin(until), A_DAY) }) };
}
