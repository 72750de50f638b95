const letters = new Intl.Segmenter();

/** The first letters of a text, none of them torn. */
export function startOf(text: string, count: number): string {
  const all = [...letters.segment(text.slice(0, count * 20))];
  return all.length <= count
    ? text
    : `${all
        .slice(0, count)
        .map(({ segment }) => segment)
        .join('')} …`;
}
