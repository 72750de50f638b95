/** Letters that fit yet, once they run short; below 0: too many. Counted as the API counts them. */
export function lettersLeft(text: string, max: number | undefined): number | undefined {
  if (max === undefined) return undefined;
  const left = max - text.length;
  return left <= Math.max(20, Math.min(200, max / 10)) && text !== '' ? left : undefined;
}
