import { Refusal } from '../../data/refusal.ts';
import { NotSignedIn } from '../../session/token.ts';

/**
 * Whether a failed call is known to have made nothing. A refusal of a repeat speaks of the repeat alone, and leaves open
 * what became of the call before; but for what is wrong with the body or the key, which was wrong then, too.
 */
export function isNotMade(error: unknown, isRepeat: boolean): boolean {
  if (error instanceof NotSignedIn) return !isRepeat;
  if (!(error instanceof Refusal)) return false;
  return isRepeat ? error.status === 400 || error.status === 422 : error.status < 500;
}
