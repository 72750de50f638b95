import { describe, expect, it } from 'vitest';
import { fixTable } from '../../../cli/remediation/fix-list.ts';
import { aPostMortemId, aRecommendationId } from '../../support/world/records.ts';

describe('the table of fixes', () => {
  it('says how good the proof of a verified one is', () => {
    const id = aRecommendationId();
    const line = { id, postMortemId: aPostMortemId(), state: 'verified', grade: 'attested', tlp: 'GREEN' } as const;
    expect(fixTable([{ ...line, incident: 'SEC-1', title: 'Filter mails' }])).toMatch(
      new RegExp(`\n${id} +verified \\(attested\\) +SEC-1 +Filter mails\n$`),
    );
  });
});
