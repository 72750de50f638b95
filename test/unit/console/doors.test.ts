import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Shape } from '../../../console/forms/shape.ts';
import { partDoor, sectionDoor } from '../../../console/record/editing/doors.ts';

const { there } = vi.hoisted(() => ({ there: { record: {} as Record<string, unknown> } }));
vi.mock('../../../console/record/record-data.ts', () => ({
  readRecord: async () => ({ data: there.record }),
  showRecord: () => undefined,
}));
vi.mock('../../../console/data/api.ts', () => ({ api: {} }));

const text: Shape = { kind: 'text' };
const list: Shape = { kind: 'list', of: text };
const CAUSE: Shape = { kind: 'object', fields: { kind: text, statement: text, whys: list, status: text } };
const IMPACT: Shape = { kind: 'object', fields: { description: text, services: list } };

describe('a first write whose answer was lost a day ago', () => {
  beforeEach(() => {
    there.record = { revision: 7, sections: {}, rootCauses: [], etags: { sections: {}, parts: {} } };
  });

  it('is found in a section only where that says what was sent', async () => {
    const door = sectionDoor('pm', 'impact', IMPACT);
    const sent = { description: 'of nina' };
    expect(await door.find(sent)).toMatchObject({ etag: undefined });
    const say = (impact: unknown) =>
      Object.assign(there.record, { sections: { impact }, etags: { sections: { impact: '"1"' } } });
    say({ description: 'of max', services: [] });
    expect(await door.find(sent)).toEqual({ value: undefined, etag: undefined });
    say({ description: 'of nina', services: [] });
    expect(await door.find(sent)).toMatchObject({ value: { description: 'of nina', services: [] }, etag: '"1"' });
  });

  it('is found among the parts also where the API filled in what was left out', async () => {
    const door = partDoor('pm', 'rootCauses', CAUSE);
    const made = { id: '2', kind: 'human', statement: 'Nobody looked', whys: [], status: 'proposed', rank: 1 };
    there.record.rootCauses = [{ ...made, id: '1', statement: 'Somebody looked' }, made];
    there.record.etags = { parts: { 1: '"1"', 2: '"2"' } };
    expect(await door.find({ kind: 'human', statement: 'Nobody looked' })).toMatchObject({ id: '2', etag: '"2"' });
    expect(await door.find({ kind: 'human', statement: 'Nobody looked', whys: ['So'] })).toMatchObject({
      etag: undefined,
    });
  });
});
