/**
 * What is chosen after one more press of a box. In a range, all from the last box that was pressed to this one get what
 * this one gets.
 *
 * @param order ids as they are shown
 */
export function toggled(
  order: readonly string[],
  chosen: ReadonlySet<string>,
  id: string,
  from: string | undefined,
): Set<string> {
  const at = order.indexOf(id);
  const start = from === undefined ? -1 : order.indexOf(from);
  const range = start < 0 ? [id] : order.slice(Math.min(start, at), Math.max(start, at) + 1);
  const next = new Set(chosen);
  for (const one of range) {
    if (chosen.has(id)) next.delete(one);
    else next.add(one);
  }
  return next;
}
