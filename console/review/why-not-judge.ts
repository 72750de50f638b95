import type { Schemas } from '../data/api.ts';
import { timeInWords } from '../marks/time-in-words.ts';
import { ownHandIn } from './since.ts';

/**
 * Why the reader may not do this with a record in review, with where they had a hand in it; undefined: they may. Approving is refused
 * for more than returning is: a plan without a source, or a word that was given already, leaves the other ways open.
 */
export function whyNotJudge(
  act: 'approve' | 'return',
  record: Schemas['Record'],
  log: readonly Schemas['AuditEntry'][],
  me: Schemas['Author'] | undefined,
): string | undefined {
  const asked = record.acts.find((one) => one.act === act);
  if (asked?.isAllowed !== false || record.status !== 'in review') return undefined;
  const because = asked.because ?? 'You may not judge this record.';
  const hand = ownHandIn(log, me);
  const isOfHands = /wrote|submitted/.test(because);
  if (hand === undefined || !isOfHands) return `${because.charAt(0).toUpperCase()}${because.slice(1)}.`;
  const did = hand.place === '' ? 'You submitted it' : `You wrote in ${hand.place}`;
  return `${did} on ${timeInWords(hand.at, 'day')}. Somebody else must approve.`;
}
