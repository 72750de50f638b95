import { beforeEach, describe, expect, it, vi } from 'vitest';
import { queries } from '../../../console/data/query.ts';
import { sharedDrafts } from '../../../console/record/editing/shared-drafts.ts';

type Left = { etag: string; by: { id: string }; content: unknown };
const { drafts, answers } = vi.hoisted(() => ({
  answers: { areLost: false },
  drafts: new Map<string, { etag: string; by: { id: string }; content: unknown }>(),
}));

/** Drafts as the API has them; whoever puts one here is nina. */
vi.mock('../../../console/data/api.ts', () => {
  const answered = (status: number, data?: unknown) => ({
    response: new Response(null, { status }),
    ...(data === undefined ? { error: {} } : { data }),
  });
  type Asked = { params: { path: { path: string }; header?: Record<string, string> }; body?: unknown };
  return {
    api: {
      GET: async (_: string, { params }: Asked) => {
        const left = drafts.get(params.path.path);
        return left === undefined ? answered(404) : answered(200, left);
      },
      PUT: async (_: string, { params, body }: Asked) => {
        const etag = drafts.get(params.path.path)?.etag;
        const isRight =
          params.header?.['If-None-Match'] === '*' ? etag === undefined : params.header?.['If-Match'] === etag;
        if (!isRight) return answered(412);
        const left: Left = { etag: `"${drafts.size} ${JSON.stringify(body)}"`, by: { id: 'nina' }, content: body };
        drafts.set(params.path.path, left);
        if (answers.areLost) throw new Error('lost');
        return answered(200, left);
      },
      DELETE: async (_: string, { params }: Asked) => {
        const left = drafts.get(params.path.path);
        if (left === undefined) return answered(404);
        if (left.etag !== params.header?.['If-Match']) return answered(412);
        drafts.delete(params.path.path);
        return answered(204, {});
      },
    },
  };
});

const [PLACE, DRAFT] = ['sections.impact', { base: undefined, mine: { text: 'of nina' } }];
const ofMax: Left = { etag: '"max"', by: { id: 'max' }, content: { mine: { text: 'of max' } } };

const ofNina: Left = { etag: '"elsewhere"', by: { id: 'nina' }, content: { mine: { text: 'of another device' } } };

describe('drafts that are shared', () => {
  beforeEach(() => drafts.clear());

  it.each([
    ['somebody else', ofMax],
    ['the same person on another device', ofNina],
  ])('puts none over that of %s, unless it was taken up here', async (_, left) => {
    const shared = sharedDrafts('pm', 'nina', () => true);
    drafts.set(PLACE, left);
    expect([await shared.put(PLACE, DRAFT, undefined), drafts.get(PLACE)]).toEqual([undefined, left]);
    const found = await shared.read(PLACE);
    expect(await shared.put(PLACE, DRAFT, found?.etag)).toBe(drafts.get(PLACE)?.etag);
    expect(drafts.get(PLACE)?.content).toEqual({ mine: DRAFT.mine });
  });

  it('puts none over what was left there since', async () => {
    const shared = sharedDrafts('pm', 'nina', () => true);
    const etag = await shared.put(PLACE, DRAFT, undefined);
    drafts.set(PLACE, ofNina);
    expect([await shared.put(PLACE, DRAFT, etag), drafts.get(PLACE)]).toEqual([undefined, ofNina]);
  });

  it('puts one over its own of an earlier page, and anew where it is gone', async () => {
    const etag = await sharedDrafts('pm', 'nina', () => true).put(PLACE, DRAFT, undefined);
    const shared = sharedDrafts('pm', 'nina', () => true);
    const later = { base: undefined, mine: { text: 'and more' } };
    const next = await shared.put(PLACE, later, etag);
    expect(drafts.get(PLACE)).toMatchObject({ etag: next, content: { mine: later.mine } });
    drafts.clear();
    expect(await shared.put(PLACE, later, next)).toBeDefined();
  });

  it('knows its own words again where the answer to them was lost', async () => {
    const shared = sharedDrafts('pm', 'nina', () => true);
    const lost = await losing(() => shared.put(PLACE, DRAFT, undefined));
    expect([lost, drafts.get(PLACE)?.content]).toEqual(['lost', { mine: DRAFT.mine }]);
    const later = { base: undefined, mine: { text: 'of nina, and more' } };
    const etag = await shared.put(PLACE, later, undefined);
    expect(drafts.get(PLACE)).toMatchObject({ etag, content: { mine: later.mine } });
  });

  it('reads the list anew where another one stays, but for a record of which each reading is logged', async () => {
    const reading = vi.spyOn(queries, 'invalidateQueries');
    drafts.set(PLACE, ofMax);
    await sharedDrafts('pm', 'nina', () => false).put(PLACE, DRAFT, undefined);
    expect(reading).not.toHaveBeenCalled();
    await sharedDrafts('pm', 'nina', () => true).put(PLACE, DRAFT, undefined);
    expect(reading).toHaveBeenCalledOnce();
    reading.mockRestore();
  });

  it('takes away the version that it is told to, and no other', async () => {
    const shared = sharedDrafts('pm', 'nina', () => true);
    drafts.set(PLACE, ofNina);
    await shared.drop(PLACE, '"of before"');
    expect(drafts.get(PLACE)).toEqual(ofNina);
    await shared.drop(PLACE, ofNina.etag);
    expect(drafts.size).toBe(0);
  });
});

/** The API has what is sent, and nobody hears of it. */
async function losing(put: () => Promise<unknown>): Promise<unknown> {
  answers.areLost = true;
  try {
    return await put();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  } finally {
    answers.areLost = false;
  }
}
