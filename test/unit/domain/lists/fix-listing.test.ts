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
