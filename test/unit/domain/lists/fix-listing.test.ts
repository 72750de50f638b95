import { describe, expect, it } from 'vitest';
import { fixListing } from '../../../../shared/domain/lists/fix-listing.ts';
import { aRecord } from '../../../support/world/records.ts';
import { story } from '../remediation/story.ts';

const DAY = 86_400_000;

/** Place of a fix among those to do, in days since its approval; undefined where it has none. */
function placeOf(fix: ReturnType<typeof story>): number | undefined {
  const { entries } = fixListing({ ...fix.state(), impact: 1, feasibility: 1 }, aRecord());
  const [at] = entries.filter(({ list }) => list[1] === 'rank').map((entry) => entry.at);
  return at === undefined ? undefined : (Date.parse(at) - Date.parse(fix.at(0))) / DAY;
}

describe('the place of a fix among those to do', () => {
  it('counts from its approval, and anew from the end of a risk that was accepted: meanwhile nobody was to work on it', () => {
    const fix = story();
    const before = placeOf(fix);
    fix.accepted(40, 60);
    const meanwhile = placeOf(fix);
    fix.expiredOn(100);
    const [line] = fixListing(fix.state(), aRecord()).entries.map((entry) => entry.line);
    expect([before, meanwhile, placeOf(fix), line]).toEqual([
      -14,
      undefined,
      86,
      expect.objectContaining({ requestedAt: fix.at(0), wantedAgainAt: fix.at(100) }),
    ]);
  });
});

describe('a fix that came back', () => {
  const cameBack = (fix: ReturnType<typeof story>) =>
    fixListing(fix.state(), aRecord()).entries.map(({ line }) => (line as { cameBackAt?: string }).cameBackAt)[0];

  it('says so from its failure until somebody says again that it is done', () => {
    const fix = story();
    const before = cameBack(fix);
    fix.done(1);
    fix.says(2, 'fail');
    fix.judgedOn(2);
    fix.judgedOn(4);
    const failed = [fix.state().state, cameBack(fix)];
    fix.reopenedOn(5);
    const reopened = [fix.state().state, cameBack(fix)];
    fix.done(6);
    const claimed = cameBack(fix);
    fix.notDone(7);
    expect([before, failed, reopened, claimed, [fix.state().state, cameBack(fix)]]).toEqual([
      undefined,
      ['ineffective', fix.at(4)],
      ['open', fix.at(5)],
      undefined,
      ['open', undefined],
    ]);
  });

  it('says so also while it waits for another ticket, because its own could not be reopened', () => {
    const fix = story();
    fix.done(1);
    fix.says(2, 'fail');
    fix.judgedOn(2);
    fix.judgedOn(4);
    fix.followedUpOn(5);
    expect([fix.state().state, cameBack(fix)]).toEqual(['requested', fix.at(4)]);
  });
});
