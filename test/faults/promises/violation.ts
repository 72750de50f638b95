/** A promise that was not kept: which one, how, and the words by which the trace shows what led to it. */
export type Violation = { readonly promise: string; readonly because: string; readonly about: readonly string[] };
