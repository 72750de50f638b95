/** Whether each entry is there already: the same minute with the same text, in the timeline or before it in the paste. */
export function markDuplicates<T extends { at: string; text: string }>(
  entries: readonly T[],
  existing: readonly { at: string; what: string }[],
): (T & { isDuplicate: boolean })[] {
  const key = (at: string, text: string) =>
    `${Math.floor(Date.parse(at) / 60_000)} ${text.trim().replace(/\s+/g, ' ')}`;
  const known = new Set(existing.map(({ at, what }) => key(at, what)));
  return entries.map((entry) => {
    const own = key(entry.at, entry.text);
    const isDuplicate = known.has(own);
    known.add(own);
    return { ...entry, isDuplicate };
  });
}
