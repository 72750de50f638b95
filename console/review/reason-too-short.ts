/** Letters that a reason has at the least, by the API. */
const FEWEST = 10;

/** Why a reason is not one yet. */
export const reasonTooShort = (text: string, fewest = FEWEST): string | undefined =>
  text.trim().length >= fewest ? undefined : `At least ${fewest} letters, so that whoever reads the log understands.`;
