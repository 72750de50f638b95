/** Where the state of an answer is kept that takes several calls. It is gone after a day. */
export type UnfinishedFiles = {
  keep: (name: string, text: string) => Promise<void>;
  /** @returns undefined when there is none, or none any more */
  read: (name: string) => Promise<string | undefined>;
};
