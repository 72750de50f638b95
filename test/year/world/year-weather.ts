/** How often something befalls a fix that is seldom in the usual year. Shares, from 0 to 1. */
export type YearWeather = {
  /** Sources that stop for good, at some time. */
  readonly stops: number;
  /** Fixes of which a source speaks that their plan does not accept. */
  readonly strangers: number;
  /** Fixes whose ticket a bot closes within hours of each reopening. */
  readonly bots: number;
  /** Words that are under way for hours or days. */
  readonly late: number;
};

export const USUAL: YearWeather = { stops: 0.1, strangers: 0.05, bots: 0.03, late: 0.02 };
