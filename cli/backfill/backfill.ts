import { setTimeout } from 'node:timers/promises';
import type * as z from 'zod';
import { type BackfillPlace, BackfillPortion, type BackfillRequest } from '../../shared/domain/ticket/backfill.ts';
import type { CommandDependencies } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { invoke } from '../invoke.ts';
import { whileBusy } from '../terminal.ts';
import type { BackfillOrder } from './backfill-order.ts';
import { backfillProgress, backfillText } from './backfill-text.ts';
import { type BackfillSum, emptySum, withPortion } from './backfilled-so-far.ts';
import { estimateOf } from './estimate.ts';

/** A scope that cannot be asked so often, one portion after the other, is given up for this run. */
const MOST_TRIES = 3;

/**
 * Has the installation open records for closures of the past, portion by portion, until nothing is left or as many are told as were
 * asked for.
 *
 * @returns whether every scope was looked at, and nothing failed in it
 * @throws CommandFailure when the source cannot be asked, or the function failed
 */
export async function backfill(
  { installation, terminal, asJson }: Omit<CommandDependencies, 'now'>,
  order: BackfillOrder,
  wait: (ms: number) => Promise<unknown> = (ms) => setTimeout(ms),
): Promise<boolean> {
  const { isDryRun, atMost, ...days } = order;
  const portionOf = (request: BackfillRequest) =>
    invoke(
      installation,
      'SweepIncidentsFunctionName',
      { backfill: request },
      { schema: BackfillPortion.nullable().catch(null), what: 'the backfill' },
    );
  const sum = await whileBusy(terminal, `asking ${order.source} for closures`, async (say) => {
    let sofar: BackfillSum = emptySum();
    let place: BackfillPlace | undefined;
    for (;;) {
      const left = isDryRun || atMost === undefined ? undefined : atMost - sofar.told;
      const request = {
        ...{ ...days, isDryRun },
        ...(left === undefined ? {} : { atMost: left }),
        ...(place === undefined ? {} : { place }),
      };
      const portion = mustHaveLooked(await portionOf(request), order);
      sofar = withPortion(sofar, portion);
      place = portion.place;
      say(backfillProgress(sofar, order));
      const isGivenUp = sofar.scopes.every(({ isDone, tries }) => isDone || tries >= MOST_TRIES);
      if (portion.isDone || isGivenUp || (left !== undefined && sofar.told >= (atMost ?? 0))) return sofar;
      if (portion.goesOnInMs !== undefined) await wait(portion.goesOnInMs);
    }
  });
  const estimate = isDryRun ? estimateOf(sum, atMost) : undefined;
  const answer = { ...days, isDryRun, ...sum, ...(estimate === undefined ? {} : { estimate }) };
  terminal.out(asJson ? `${JSON.stringify(answer, undefined, 2)}\n` : backfillText(sum, order, estimate));
  return sum.scopes.every(
    ({ because, failed, unread }) => because === undefined && failed.length + unread.length === 0,
  );
}

function mustHaveLooked(
  portion: z.output<typeof BackfillPortion> | null,
  { source }: BackfillOrder,
): Extract<BackfillPortion, { outcome: 'looked' }> {
  if (portion === null) {
    throw new CommandFailure(
      'the installation does not know backfills',
      'deploy this version of Holdfast, or run the command from the checkout that is deployed',
    );
  }
  if (portion.outcome === 'looked') return portion;
  throw new CommandFailure(
    `Holdfast cannot ask ${source} for closures, as it is configured`,
    'see `incidents` in holdfast.config.ts. A system that only posts has to post each closure itself (docs/sources/holdfast-json.md); records of ' +
      'past incidents also come in with holdfast import',
  );
}
