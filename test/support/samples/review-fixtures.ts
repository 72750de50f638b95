import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../fixtures/reviews/', import.meta.url);

/** Public reviews of real incidents, told in words of our own: docs/real-reviews.md. */
export const REVIEWS: readonly { name: string; content: unknown }[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => ({
    name: name.replace('.json', ''),
    content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
  }));
