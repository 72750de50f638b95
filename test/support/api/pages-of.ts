import { expect } from 'vitest';
import type { CallAs } from './api-world.ts';

export type ListPage = Record<string, { id: string }[]> & { next?: string };

export const idsOf = (page: ListPage, name: string): string[] => (page[name] ?? []).map(({ id }) => id);

/** All pages of a list, by its cursors. */
export async function pagesOf(by: CallAs, path: string): Promise<ListPage[]> {
  const pages: ListPage[] = [];
  for (let cursor = ''; ; ) {
    const { status, body } = await by('GET', `${path}${cursor}`);
    expect(status, JSON.stringify(body)).toBe(200);
    const page: ListPage = Object(body);
    pages.push(page);
    if (page.next === undefined) return pages;
    cursor = `&cursor=${page.next}`;
  }
}
