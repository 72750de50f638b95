import { describe, expect, it } from 'vitest';
import { stateFindings } from '../../../../shared/domain/history/state-findings.ts';
import { NO_STATE } from '../../../../shared/domain/history/state-so-far.ts';
import type { Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import { story } from '../remediation/story.ts';

describe('a stored fix beside what its log tells', () => {
  const fix = story();
  fix.done(1);
  const told = fix.state();
  const { lastClaimAt: _, ...before } = told;
  const found = (stored: Remediation, expected: Remediation) =>
    stateFindings(
      told.postMortemId,
      { record: undefined, comments: [], remediations: [stored] },
      { ...NO_STATE, remediations: [expected] },
    ).map(({ what }) => what);

  it('may lack the time of its last claim, as it was written before that was kept', () => {
    expect([told.lastClaimAt, found(told, told), found(before, told)]).toEqual([fix.at(1), [], []]);
  });

  it('has no other time, and none of which the log does not tell', () => {
    const what = ['not what the log says: lastClaimAt'];
    expect([found({ ...told, lastClaimAt: fix.at(2) }, told), found(told, before)]).toEqual([what, what]);
  });
});
