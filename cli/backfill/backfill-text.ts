import { counted, listed } from '../../shared/document/counted.ts';
import { BACKFILL_PER_MINUTE } from '../../shared/domain/ticket/backfill.ts';
import type { BackfillOrder } from './backfill-order.ts';
import type { BackfillSum, ScopeSoFar } from './backfilled-so-far.ts';
import type { BackfillEstimate } from './estimate.ts';

/** One line, while it goes on. */
export function backfillProgress({ looked, told }: BackfillSum, { isDryRun, atMost }: BackfillOrder): string {
  const of = isDryRun || atMost === undefined ? '' : ` of at most ${atMost}`;
  return `${counted(looked, 'incident')} looked at, ${told} ${isDryRun ? 'to tell' : 'told'}${of}`;
}

/** What a run did, or would do, and what a person has to do now. */
export function backfillText(sum: BackfillSum, order: BackfillOrder, estimate: BackfillEstimate | undefined): string {
  const lines = [...sum.scopes.flatMap((scope) => scopeLines(scope, order)), '', ...endLines(sum, order, estimate)];
  return `${lines.join('\n')}\n`;
}

function scopeLines(scope: ScopeSoFar, { isDryRun }: BackfillOrder): string[] {
  const { name, looked, told, waiting, recorded, opensNone, failed, unread, because } = scope;
  const parts = [
    `${told} ${isDryRun ? 'to tell' : 'told'}`,
    recorded > 0 && `${recorded} with a record`,
    opensNone > 0 && `${opensNone} that open none`,
    waiting > 0 && `${waiting} told before, without a record yet`,
  ].filter((part) => part !== false);
  const sign = because !== undefined || failed.length + unread.length > 0 ? '✖' : '✔';
  return [
    `${sign} ${name}: ${counted(looked, 'incident')} looked at, ${listed(parts)}`,
    ...(because === undefined ? [] : [`    could not be looked at to the end: ${because}`]),
    ...failed.map((one) => `    ${one.ticket} was not told: ${one.because}`),
    ...unread.map((one) => `    the issue with the id ${one.id} cannot be read: ${one.because}`),
  ];
}

function endLines(
  { told, isDone, scopes, waiting }: BackfillSum,
  { isDryRun, atMost }: BackfillOrder,
  estimate: BackfillEstimate | undefined,
): string[] {
  const isAsked = scopes.every(({ because }) => because === undefined);
  const goOn = [
    !isDone && isAsked && !isDryRun && `--at-most ${atMost} ends it here; the same command goes on`,
    !isAsked && 'the same command goes on when what is said above is corrected',
    scopes.some(({ failed }) => failed.length > 0) &&
      'the same command tells what was not told, once it has come to its end',
    waiting > 0 && 'closures that stay without a record: holdfast redrive shows why',
  ].filter((line) => line !== false);
  return [...(estimate === undefined ? doneLines(told, isDone) : estimateLines(told, estimate)), ...goOn];
}

function doneLines(told: number, isDone: boolean): string[] {
  if (told === 0) return [isDone ? 'nothing is left to tell' : 'nothing was told'];
  return [
    `${counted(told, 'closure')} told; their records are open within minutes, those of tickets that say that there is nothing to learn excepted`,
    'each is due from today on, by its severity (postMortem.dueWithin)',
  ];
}

function estimateLines(told: number, { toTell, minutes, calls, writeUnits }: BackfillEstimate): string[] {
  if (toTell === 0) return ['nothing is left to tell'];
  const some = toTell === told ? '' : `, of which a run tells ${toTell}`;
  return [
    `${counted(told, 'closure')} to tell${some}: about ${counted(minutes, 'minute')}, ${BACKFILL_PER_MINUTE} in a minute`,
    `it takes about ${counted(calls, 'call')} of the system, and ${counted(writeUnits, 'write unit')} of the table`,
    'all records of one run are due together, from its day on: --at-most takes as many as your teams can review',
  ];
}
