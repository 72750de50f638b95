import { describe, expect, it } from 'vitest';
import type { EventType } from '../../../../shared/domain/events/events.ts';
import { FIX_CHANGES, lastChange, RECORD_CHANGES } from '../../../../shared/domain/lists/changes.ts';
import { RECORD_EVENTS } from '../../../../shared/domain/record/events/record-events.ts';
import { REMEDIATION_EVENTS } from '../../../../shared/domain/remediation/remediation-events.ts';

const entry = (type: EventType, occurredAt: string) => ({ type, occurredAt });

describe('when a thing changed last', () => {
  it.each([
    ['the newest of its changes', [entry('Section Written', '2'), entry('Record Classified', '3')], '1', '3'],
    ['no comment', [entry('Section Written', '2'), entry('Comment Added', '3')], '1', '2'],
    ['as before, when nothing of it counts', [entry('Comment Added', '3')], '1', '1'],
    ['never earlier than before, by whatever clock', [entry('Section Written', '2')], '5', '5'],
    ['nobody knows, of one from before this was kept', [entry('Comment Added', '3')], undefined, undefined],
  ] as const)('%s', (_, entries, before, expected) => {
    expect(lastChange(RECORD_CHANGES, entries, before)).toBe(expected);
  });

  it('follows from what happened to a record or a fix, and from nothing else', () => {
    expect(RECORD_CHANGES.filter((type) => !(type in RECORD_EVENTS) && !(type in REMEDIATION_EVENTS))).toEqual([]);
    expect(FIX_CHANGES.filter((type) => !(type in REMEDIATION_EVENTS))).toEqual([]);
  });
});
