import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseEvent } from '../../../../shared/domain/events/events.ts';
import { replay } from '../../../../shared/domain/history/replay.ts';
import { Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import { storedItems } from '../../../support/samples/previous-release.ts';

const Entry = z.object({ event: z.object({ type: z.string(), data: z.unknown(), sequence: z.int() }) });
const items = storedItems().filter(({ pk }) => pk.startsWith('PM#'));
const stored = items.filter(({ sk }) => sk.startsWith('REMEDIATION#')).map(({ remediation }) => remediation);

describe('what the previous release stored', () => {
  it('is read without losing or adding a field', () => {
    expect(stored.map((one) => Remediation.parse(one))).toEqual(stored);
  });

  it('is what its log tells, replayed by this release', () => {
    const log = items
      .filter(({ sk }) => sk.startsWith('EVENT#'))
      .map((item) => Entry.parse(item).event)
      .toSorted((a, b) => a.sequence - b.sequence)
      .map(({ type, data }) => parseEvent(type, data));
    // It kept no time of the last claim: what was last written then lacks it, and whoever compares the two knows.
    const told = [...replay(log).remediations.values()].map(({ lastClaimAt: _, ...fix }) => fix);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(told.toSorted(byId)).toEqual(
      z
        .array(z.looseObject({ id: z.string() }))
        .parse(stored)
        .toSorted(byId),
    );
  });
});
