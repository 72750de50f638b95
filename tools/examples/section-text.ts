/** The content of a section as a list: a field each, objects in one line. */
export function sectionText(content: object | undefined): string {
  return Object.entries(content ?? {})
    .map(([field, value]) => `- **${field}**: ${inWords(value)}`.replace(': \n', ':\n'))
    .join('\n');
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) {
    const isShort = value.every((one) => typeof one === 'string' && one.length < 40);
    return isShort ? value.join(', ') : value.map((one) => `\n  - ${inWords(one)}`).join('');
  }
  if (typeof value !== 'object' || value === null) return plain(value);
  return Object.entries(value)
    .map(([field, one]) => (typeof one === 'boolean' ? `${field}: ${one ? 'yes' : 'no'}` : `${field}: ${plain(one)}`))
    .join(' · ');
}

const plain = (value: unknown): string =>
  typeof value === 'number' ? value.toLocaleString('en') : String(value).replace(/:00(?:\.000)?Z$/, 'Z');
