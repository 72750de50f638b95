/** True when a value nests no deeper than so many levels. It stops there, so that no input exhausts the stack. */
export function nestsWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inside) => nestsWithin(inside, levels - 1));
}
