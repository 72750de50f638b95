import type { Narrator } from '../../../local/narrator.ts';

/** Does the steps and says nothing. */
export const silentNarrator: Narrator = {
  heading: () => {},
  line: () => {},
  step: (_title, work) => work(() => {}),
};
