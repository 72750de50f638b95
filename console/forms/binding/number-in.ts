/**
 * The number that a text says; the text itself where it says none, so that nothing typed is lost and the API refuses it at its
 * place. A comma is refused: it parts thousands for some, and decimals for others.
 */
export function numberIn(text: string): number | string | undefined {
  // Spaces of all widths part thousands in many countries.
  const digits = text.replace(/[\s_'’]/g, '');
  if (digits === '') return undefined;
  if (!/^[-+]?\d+(\.\d+)?$/.test(digits)) return text;
  const number = Number(digits);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text;
}
