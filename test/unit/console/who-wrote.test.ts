import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isAskedWhoWrote, readWhoWrote } from '../../../console/record/who-wrote.ts';

const { asked, pages } = vi.hoisted(() => ({
  asked: [] as unknown[],
  pages: new Map<string | undefined, { changes: unknown[]; next?: string }>(),
}));

vi.mock('../../../console/data/api.ts', () => ({
  api: {
    GET: async (_: string, { params }: { params: { query: { cursor?: string } } }) => {
      asked.push(params.query);
      return { response: new Response(null, { status: 200 }), data: pages.get(params.query.cursor) };
    },
  },
}));

const PATH = 'sections.impact.description';
const change = (path: string) => ({
  path,
  hands: [{ by: { kind: 'person', id: 'max', name: 'Max Analyst' }, at: '2026-11-19T08:40:00.000Z', revision: 3 }],
});
const read = () => readWhoWrote('pm', PATH, { from: 2, to: 4 }, new AbortController().signal);

describe('reading who wrote the other words of a conflict', () => {
  beforeEach(() => {
    asked.length = 0;
    pages.clear();
  });

  it('goes on through the pages as far as the field, and no further', async () => {
    pages.set(undefined, { changes: [change('sections.impact.cost')], next: 'b' });
    pages.set('b', { changes: [change(PATH)], next: 'c' });
    expect(await read()).toEqual({ id: 'max', name: 'Max Analyst', at: '2026-11-19T08:40:00.000Z' });
    const query = { from: 2, to: 4, limit: 100 };
    expect(asked).toEqual([query, { ...query, cursor: 'b' }]);
  });

  it('ends where no page tells', async () => {
    pages.set(undefined, { changes: [change('sections.impact.cost')] });
    expect(await read()).toBeUndefined();
  });

  it('is left out where nobody asked for a look, or the draft says whose it is', () => {
    const conflict = { path: ['description'], base: 'a', mine: 'b', theirs: 'c', revisions: { from: 2, to: 4 } };
    const by = { id: 'max', name: 'Max Analyst', at: '2026-11-19T08:40:00.000Z' };
    expect(
      (['CLEAR', 'AMBER', 'AMBER+STRICT', 'RED'] as const).map((tlp) => isAskedWhoWrote({ tlp }, conflict)),
    ).toEqual([true, true, false, false]);
    expect(isAskedWhoWrote({ tlp: 'AMBER' }, { ...conflict, by })).toBe(false);
  });
});
