import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedDrafts } from '../../../console/record/editing/shared-drafts.ts';

type Left = { etag: string; by: { id: string }; content: unknown };
const { drafts } = vi.hoisted(() => ({
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
        return answered(200, left);
      },
    },
  };
});

const [PLACE, DRAFT] = ['sections.impact', { base: undefined, mine: { text: 'of nina' } }];
const ofMax: Left = { etag: '"max"', by: { id: 'max' }, content: { mine: { text: 'of max' } } };

describe('drafts that are shared', () => {
  beforeEach(() => drafts.clear());

  it('puts none over that of somebody else, unless it was taken up here', async () => {
    const shared = sharedDrafts('pm', 'nina');
    drafts.set(PLACE, ofMax);
    expect([await shared.put(PLACE, DRAFT), drafts.get(PLACE)]).toEqual([false, ofMax]);
    await shared.read(PLACE);
    expect([await shared.put(PLACE, DRAFT), drafts.get(PLACE)?.content]).toEqual([true, { mine: DRAFT.mine }]);
  });

  it('puts none over what somebody else has left there since', async () => {
    const shared = sharedDrafts('pm', 'nina');
    expect(await shared.put(PLACE, DRAFT)).toBe(true);
    drafts.set(PLACE, ofMax);
    expect([await shared.put(PLACE, DRAFT), drafts.get(PLACE)]).toEqual([false, ofMax]);
  });

  it('puts one over that of the same person, and anew where it is gone', async () => {
    await sharedDrafts('pm', 'nina').put(PLACE, { base: undefined, mine: { text: 'of an earlier page' } });
    const shared = sharedDrafts('pm', 'nina');
    expect([await shared.put(PLACE, DRAFT), drafts.get(PLACE)?.content]).toEqual([true, { mine: DRAFT.mine }]);
    drafts.clear();
    expect(await shared.put(PLACE, DRAFT)).toBe(true);
  });
});
