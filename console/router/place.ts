import type { ComponentType } from 'preact';

/** Parts of the address that have a name. */
export type Params = Readonly<Record<string, string>>;

/** What is shown at an address. */
export type Place = ComponentType<{ params: Params }>;
