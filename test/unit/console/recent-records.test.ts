import { afterEach, expect, it } from 'vitest';
import { forgetRecord, recentRecords, rememberRecord } from '../../../console/shell/recent-records.ts';

afterEach(() => {
  recentRecords.value = [];
});

it('keeps the records that were opened last, each once, and none that is to be forgotten', () => {
  for (const id of ['a', 'b', 'c', 'a', 'd', 'e', 'f']) rememberRecord({ id, words: `record ${id}` });
  rememberRecord({ id: 'e', words: 'another title' });
  forgetRecord('d');
  expect(recentRecords.value).toEqual([
    { id: 'e', words: 'another title' },
    { id: 'f', words: 'record f' },
    { id: 'a', words: 'record a' },
    { id: 'c', words: 'record c' },
  ]);
});
