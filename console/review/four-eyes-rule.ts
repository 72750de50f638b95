import type { Schemas } from '../data/api.ts';
import { timeInWords } from '../marks/time-in-words.ts';
import { ownHandIn } from './since.ts';

/** Why the reader may not approve the record, with where they had a hand in it; undefined: they may. */
export function fourEyesRule(
  record: Schemas['Record'],
  log: readonly Schemas['AuditEntry'][],
  me: Schemas['Author'] | undefined,
): string | undefined {
  const approve = record.acts.find(({ act }) => act === 'approve');
  if (approve?.isAllowed !== false || record.status !== 'in review') return undefined;
  const because = approve.because ?? 'You may not judge this record.';
  const hand = ownHandIn(log, me);
  const isOfHands = /wrote|submitted/.test(because);
  if (hand === undefined || !isOfHands) return `${because.charAt(0).toUpperCase()}${because.slice(1)}.`;
  const did = hand.place === '' ? 'You submitted it' : `You wrote in ${hand.place}`;
  return `${did} on ${timeInWords(hand.at, 'day')}. Somebody else must approve.`;
}
