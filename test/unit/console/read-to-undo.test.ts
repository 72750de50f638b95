import { beforeEach, describe, expect, it, vi } from 'vitest';
import { queries } from '../../../console/data/query.ts';
import { readToUndo } from '../../../console/duties/read-to-undo.ts';

const { work } = vi.hoisted(() => ({ work: { status: 200, more: false } }));
vi.mock('../../../console/data/api.ts', () => ({
  api: {
    GET: async () => {
      const response = new Response(null, { status: work.status });
      return response.ok
        ? { response, data: { toUndo: { lines: [{ id: '1' }], more: work.more } } }
        : { response, error: { title: 'No', detail: 'The table does not answer.' } };
    },
  },
}));

describe('measures that the teams of a person have to undo', () => {
  beforeEach(() => {
    queries.clear();
    Object.assign(work, { status: 200, more: false });
  });

  it('are said to be more where they are', async () => {
    expect(await readToUndo()).toEqual({ lines: [{ id: '1' }], notAll: [] });
    queries.clear();
    work.more = true;
    const notAll = expect.stringContaining('more to undo than is read at once');
    expect(await readToUndo()).toEqual({ lines: [{ id: '1' }], notAll: [{ notAll }] });
  });

  it('are none where they cannot be read, which is said', async () => {
    work.status = 403;
    const notAll = expect.stringContaining('could not be read: The table does not answer.');
    expect(await readToUndo()).toEqual({ lines: [], notAll: [{ notAll }] });
  });
});
