import { describe, expect, it } from 'vitest';
import { timelineSection } from '../../../shared/export/timeline-section.ts';
import { aPartId, NOW } from '../../support/world/records.ts';

const entry = (what: string) => ({
  id: aPartId(),
  at: NOW,
  what,
  kind: 'communication' as const,
  origin: 'ticket' as const,
});

describe('the timeline of an exported record', () => {
  it('marks what the ticket shows to some of its readers only', () => {
    const section = timelineSection([entry('We are on it'), { ...entry('Lawyers are told'), isRestricted: true }]);
    const words = JSON.stringify(section);
    expect([
      words.match(/restricted in the ticket/g)?.length,
      words.indexOf('restricted') < words.indexOf('Lawyers'),
    ]).toEqual([1, true]);
  });

  it('says of an entry what was reached then', () => {
    const section = timelineSection([entry('We looked'), { ...entry('All sessions ended'), milestone: 'contained' }]);
    const words = JSON.stringify(section);
    expect(words.match(/"contained"/g)).toHaveLength(1);
    expect(words.indexOf('"contained"')).toBeGreaterThan(words.indexOf('We looked'));
  });
});
