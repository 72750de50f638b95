/** A template as somebody fills it in who takes over each example, and the first of each choice. */
export function filledIn(template: string): string {
  return template
    .replaceAll(/"<a number, such as ([\d.]+)>"/g, '$1')
    .replaceAll('"<true or false>"', 'true')
    .replaceAll(/<for example: ([^<>]*)>/g, '$1')
    .replaceAll(/<one of: ([^<>|]*?)(?: \|[^<>]*)?>/g, '$1');
}
