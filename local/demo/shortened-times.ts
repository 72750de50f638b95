import { durationInWords } from '../../shared/document/time-in-words.ts';
import { DEFAULT_CONFIG, type HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';
import { VerificationPolicy } from '../../shared/domain/verification/verification-policy.ts';
import { type Duration, durationMs } from '../../shared/domain/words/duration.ts';

const inWords = (time: Duration): string => durationInWords(durationMs(time));
const listed = (times: readonly Duration[]): string => times.map(inWords).join(', ');

/** Times of the demo beside those that a team has unless it says otherwise, one line each. */
export function shortenedTimes({ verification }: Pick<HoldfastConfigInput, 'verification'>): string[] {
  const here = VerificationPolicy.parse(verification);
  const usual = DEFAULT_CONFIG.verification;
  return [
    `Times are shortened: evidence is wanted ${listed(here.steps)} after a claim, and not after ${listed(usual.steps)};`,
    `a fail that its source does not repeat counts after ${inWords(here.failStandsFor)}, not after ${inWords(usual.failStandsFor)}.`,
  ];
}
