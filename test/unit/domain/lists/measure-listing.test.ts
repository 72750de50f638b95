import { describe, expect, it } from 'vitest';
import { measureListing } from '../../../../shared/domain/lists/measure-listing.ts';
import type { TemporaryMeasure } from '../../../../shared/domain/record/content/temporary-measure.ts';
import type { RecordStatus } from '../../../../shared/domain/record/post-mortem.ts';
import { aMeasure, aRecord } from '../../../support/world/records.ts';

const record = aRecord();
const entriesOf = (measure: TemporaryMeasure, status: RecordStatus = 'open') =>
  measureListing({ ...record, status, temporaryMeasures: [measure] }).entries;

describe('a temporary measure', () => {
  it('stands in the list of the team that undoes it, by its end, as long as it is in force', () => {
    const measure = aMeasure();
    const { id, kind, what, ownerTeam, since, until } = measure;
    const { id: postMortemId, incident, tlp } = record;
    const line = { id, postMortemId, kind, what, ownerTeam, since, until, extended: 0, incident: incident.key, tlp };
    expect(entriesOf(measure)).toEqual([{ list: ['measure', 'in force', 'messaging'], at: until, id, line }]);
    expect(entriesOf({ ...measure, status: 'removed' })).toEqual([]);
    expect(entriesOf(measure, 'merged')).toEqual([]);
  });
});
