import type { Block, Inline, Section, Term } from '../document/document.ts';
import type { Author } from '../domain/words/person.ts';

/** A text of several paragraphs, each a line of its own. */
export function prose(text: string): Block {
  return { kind: 'prose', paragraphs: text.split(/\n+/).filter((line) => line.trim() !== '') };
}

/** The terms that have a value. */
export function termsOf(...terms: [name: string, value: Inline | Inline[] | undefined][]): Term[] {
  return terms.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, value: Array.isArray(value) ? value : [value] }],
  );
}

export const terms = (...all: Parameters<typeof termsOf>): Block[] => {
  const known = termsOf(...all);
  return known.length === 0 ? [] : [{ kind: 'terms', terms: known }];
};

export const authorName = (author: Author): string =>
  author.kind === 'person' ? author.name : (author.name ?? author.id);

/** A section that has something to say; undefined when there is nothing in it. */
export function section(id: string, title: string, blocks: Block[]): Section | undefined {
  return blocks.length === 0 ? undefined : { id, title, blocks };
}
