import { monotonicFactory } from 'ulid';

/** ULIDs in the order in which this process asks for them. */
export const newId: () => string = monotonicFactory();

/** Now, ISO 8601 UTC with milliseconds. */
export const now = (): string => new Date().toISOString();
