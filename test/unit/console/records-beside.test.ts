import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../console/data/api.ts';
import type { InRecord, UnreadRecord } from '../../../console/duties/in-record.ts';
import { recordsBeside } from '../../../console/duties/records-beside.ts';

type Line = Schemas['MeasureLine'] | Schemas['RestrictedMeasureLine'];

const measure = (id: string, of: string): Line => ({
  ...{ id, postMortemId: of, kind: 'block', what: 'A rule at the gateway', ownerTeam: 'network', tlp: 'AMBER' },
  ...{ since: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z', extended: 0, incident: `of ${of}` },
});
const readOf = (id: string) => ({ part: {}, record: { id } }) as unknown as InRecord<unknown>;
const unread: UnreadRecord = { unread: { id: 'unread', incident: { key: 'SEC-9' } }, because: 'It was moved.' };

describe('records with measures to undo that are not under way', () => {
  it('are those of the work of a person that were not read, each once', () => {
    const toUndo = [measure('1', 'open'), measure('2', 'past'), measure('3', 'past'), measure('4', 'older')];
    expect(recordsBeside([readOf('open')], toUndo)).toEqual([
      { id: 'past', incident: { key: 'of past' } },
      { id: 'older', incident: { key: 'of older' } },
    ]);
  });

  it('are none that could not be read a moment ago, and none that few may read: a look at that is logged', () => {
    const restricted: Line = { id: '5', postMortemId: 'restricted', tlp: 'RED' };
    expect(recordsBeside([unread], [measure('6', 'unread'), restricted])).toEqual([]);
  });
});
