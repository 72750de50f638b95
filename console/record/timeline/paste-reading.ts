import { onDemand } from './on-demand.ts';

/** What reads a paste, and shows what was read. The dialog is there before it: whoever opens that may paste at once. */
export const pasteReading = onDemand(async () => {
  const [{ readPaste }, { PasteReview }] = await Promise.all([
    import('./paste/read-paste.ts'),
    import('./paste-review.tsx'),
  ]);
  return { readPaste, PasteReview };
});
