import type { ClaimTally, TallyFile } from '../../../shared/report/claims/claim-tally.ts';

/** The tally of claims as a bucket keeps it: as text. */
export function keptTally(): TallyFile & { forget: () => void } {
  let text: string | undefined;
  return {
    read: () => Promise.resolve(text === undefined ? undefined : JSON.parse(text)),
    write(tally: ClaimTally) {
      text = JSON.stringify(tally);
      return Promise.resolve();
    },
    forget() {
      text = undefined;
    },
  };
}
