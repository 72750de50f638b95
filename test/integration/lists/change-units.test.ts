import { expect, it } from 'vitest';
import { keepChanged } from '../../../shared/store/lists/changed-lines.ts';
import { fixChangeLines, listRecordChange } from '../../../shared/store/lists/list-record.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { consumedUnits } from '../../support/machine/consumed-units.ts';
import { ticketedRemediation } from '../../support/world/stories.ts';

const { world, anna } = apiForEachTest();

it('costs three write units for each line, whenever a record or a fix changes', async () => {
  const fix = await ticketedRemediation(world());
  const record = await world().store.postMortem(fix.postMortemId);
  if (record === undefined) throw new Error('the record of a fix is there');
  const { during } = consumedUnits(world().table.client);
  world().clock.advance('PT1M');
  const opened = await anna('POST', '/post-mortems', { kind: 'incident', title: 'Told by phone', severity: 'low' });
  await world().deliver();
  world().clock.advance('PT1M');
  const { id } = Object(opened.body);
  const entry = { at: world().now(), what: 'Seen', kind: 'action' };
  const { status } = await anna('POST', `/post-mortems/${id}/timeline`, entry);
  const ofRecord = await during(() => listRecordChange(world().table, id));
  const again = await during(() => listRecordChange(world().table, id));
  const lines = fixChangeLines(fix, record);
  const thing = { id: fix.id, sequence: 1_000, changedAt: world().now(), lines };
  const ofFix = await during(() => keepChanged(world().table, record.id, thing));
  expect({ status, ofRecord, again, ofFix }).toEqual({
    status: 201,
    ofRecord: { read: 3, write: 3 },
    again: { read: 3, write: 0 },
    ofFix: { read: 2, write: 6 },
  });
});
