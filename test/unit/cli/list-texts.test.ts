import { describe, expect, it } from 'vitest';
import { fixTable } from '../../../cli/remediation/fix-list.ts';
import { aPostMortemId, aRecommendationId } from '../../support/world/records.ts';

describe('the table of fixes', () => {
  it('says how good the proof of a verified one is', () => {
    const id = aRecommendationId();
    const postMortemId = aPostMortemId();
    const line = { id, postMortemId, state: 'verified', grade: 'attested', tlp: 'GREEN' } as const;
    expect(fixTable([{ ...line, title: 'Filter mails' }])).toMatch(
      new RegExp(`\n${id} +verified \\(attested\\) +${postMortemId} +Filter mails\n$`),
    );
  });
});
