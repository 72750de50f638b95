import type { Schemas } from '../data/api.ts';
import { didNotHoldBefore } from './mark-of-fix.ts';
import type { FixMoment } from './story.ts';

/**
 * What is said of a fix that nobody claims to be done now. Its state tells that; the story only whether somebody did before.
 *
 * @param story undefined: its log could not be read whole
 */
export function beforeTheClaim(
  fix: Schemas['Remediation'],
  story: readonly FixMoment[] | undefined,
  dueInWords: string,
): string {
  if (fix.state !== 'open' && fix.state !== 'requested') return '';
  const wasClaimed = didNotHoldBefore(fix) || story?.some(({ after }) => after === 'claimed') === true;
  if (wasClaimed) return `It is to be done again; nobody claims it anew yet. Due ${dueInWords}.`;
  return story === undefined
    ? `Nobody says now that it is done. Due ${dueInWords}.`
    : `Nobody says it is done. Due ${dueInWords}.`;
}
