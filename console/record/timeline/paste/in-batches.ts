/** @param size at least 1 */
export function inBatches<T>(entries: readonly T[], size: number): T[][] {
  const count = Math.ceil(entries.length / size);
  return Array.from({ length: count }, (_, index) => entries.slice(index * size, (index + 1) * size));
}
