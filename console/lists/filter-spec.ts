/** One thing by which a list can be narrowed; `name` is what it is called in the address and in the API, `whole` what words have to be before they are asked for. */
export type Filter = { name: string; label: string } & (
  | { kind: 'many'; options: readonly string[] }
  | { kind: 'one'; options: readonly string[]; none: string }
  | { kind: 'words'; whole?: RegExp }
  | { kind: 'day' | 'flag' }
);

/** What a list is narrowed by. Nothing stands here that narrows nothing. */
export type Chosen = Readonly<Record<string, readonly string[]>>;
