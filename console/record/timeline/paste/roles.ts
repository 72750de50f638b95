import type { PastedEntry } from './pasted.ts';

/** Names that wrote, each once, in the order of their first words. */
export function rolesFor(entries: readonly PastedEntry[]): string[] {
  return [...new Set(entries.flatMap(({ name }) => (name === undefined || name === '' ? [] : [name])))];
}

export type WithRole = { role?: string; text: string; mentions: number };

/** The entry with roles in place of names. A timeline says roles, so that names never leave the page. */
export function withRoles(entry: PastedEntry, roles: ReadonlyMap<string, string>): WithRole {
  let mentions = 0;
  let { text } = entry;
  // The longer name first: @Ana Berg is not @Ana, followed by Berg.
  for (const [name, role] of [...roles].toSorted(([a], [b]) => b.length - a.length)) {
    if (name === '') continue;
    const mention = new RegExp(
      `@${name.replace(/^@/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d_])`,
      'giu',
    );
    text = text.replace(mention, (found) => {
      mentions += 1;
      return role === '' ? found : role;
    });
  }
  const role = entry.name === undefined ? undefined : roles.get(entry.name);
  return { text, mentions, ...(role !== undefined && role !== '' && { role }) };
}
