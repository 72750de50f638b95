import type { Schemas } from '../data/api.ts';
import { timeInWords } from '../marks/time-in-words.ts';
import { ofResource } from './check-words.ts';

/** Where a fix stands by all that is known now: what is awaited, what is in doubt, and when it is looked at again. */
export function standingInWords({
  step,
  steps,
  nextCheckAt,
  doubt,
  silence,
  excused,
  heldUntil,
  acceptedUntil,
}: Schemas['FixStanding']): string {
  const words = [
    step === undefined ? '' : `${step} of ${steps} ${steps === 1 ? 'step' : 'steps'} passed.`,
    doubt === undefined
      ? ''
      : `${doubt.source} says fail${ofResource(doubt.resource)} since ${timeInWords(doubt.at)}; not settled yet.`,
    silence === undefined ? '' : `Evidence was expected by ${timeInWords(silence.expectedAt)} and is missing.`,
    excused === undefined
      ? ''
      : `Evidence of ${timeInWords(excused.expectedAt)} may have been lost while the intake was down.`,
    heldUntil === undefined
      ? ''
      : `It came back again and again: the claim counts when nothing fails until ${timeInWords(heldUntil)}.`,
    acceptedUntil === undefined
      ? ''
      : `Its risk is accepted until ${timeInWords(acceptedUntil)}; until then a verdict has no consequences.`,
    nextCheckAt === undefined ? '' : `Looked at again ${timeInWords(nextCheckAt)}.`,
  ];
  return words.filter((one) => one !== '').join(' ');
}
