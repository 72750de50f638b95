/** Nothing of this scope is sent to a site before that time. */
export type Floor = {
  /** Part of the site, in the words of its system. One of another release is none of any request. */
  readonly scope: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  /** Limit that was reached, as the system calls it. */
  readonly reason?: string | undefined;
};

/** Floors of one site, where all functions see them. */
export type KeptFloors = {
  /** All that were kept and may not be over, as they are now. */
  readonly read: () => Promise<readonly Floor[]>;
  /** Keeps a floor, unless a later one of its scope is kept. */
  readonly raise: (floor: Floor) => Promise<void>;
};

/** Hears what the limits of a site do, for metrics. */
export type ToldOfLimits = {
  /** A request goes out. */
  readonly sent: () => void;
  /** A request was not sent, since the site had asked for more time than there is. */
  readonly postponed: () => void;
  /** The site asked to wait. `isKept` is false when the other functions could not be told. */
  readonly limited: (floor: Floor, isKept: boolean) => void;
  /** The site tells how much of its budget is left. */
  readonly remaining: (requests: number) => void;
};

/** What all functions share of the limits of one site. */
export type SharedLimits = { readonly kept: KeptFloors; readonly told: ToldOfLimits };
