import { useEffect } from 'preact/hooks';
import { holdBack } from '../router/address.ts';

/**
 * Asks before something is left with which what is typed or chosen here would be gone.
 *
 * @param isPlaceSafe it outlives the way to another place of the console
 */
export function useHoldBack(isAnything: boolean, isPlaceSafe = false): void {
  useEffect(
    () =>
      isAnything ? holdBack((leaving) => (leaving === 'place' && isPlaceSafe ? undefined : WOULD_BE_GONE)) : undefined,
    [isAnything, isPlaceSafe],
  );
}

const WOULD_BE_GONE = 'Something here is not sent yet, and would be gone. Leave?';
