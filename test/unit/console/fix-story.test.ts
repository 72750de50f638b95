import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../console/shell/preferences.ts', () => ({ zone: { value: 'UTC' } }));
const { fixStory } = await import('../../../console/fix/story.ts');
const { beforeTheClaim } = await import('../../../console/fix/before-the-claim.ts');

type LogEntry = Parameters<typeof fixStory>[0][number];

const FIX = '01KAH5B2E8G4H6J9K1M3N5P7QR';
const TICKET = { site: 'acme', issueId: '1', key: 'PLAT-52' };

function log(...entries: [type: LogEntry['type'], day: number, data?: Record<string, unknown>][]): LogEntry[] {
  return entries.map(([type, day, data = {}], at) => ({
    ...{ id: `entry-${at}`, type, sequence: at + 1, postMortemId: 'x', schemaVersion: 1, source: 'holdfast' as const },
    ...{ correlationId: 'x', hops: 0, previousHash: '', hash: '', actor: { kind: 'system' as const, id: 'verify' } },
    occurredAt: `2026-03-${String(day).padStart(2, '0')}T06:00:00.000Z`,
    data: { postMortemId: 'x', remediationId: FIX, ...data },
  }));
}

const result = (outcome: 'pass' | 'fail' | 'unknown', because: string) => ({
  check: { kind: 'signal', subject: { type: 'control', id: 'IAM-7' }, sources: ['config'] },
  ...{ outcome, because, evidence: [] },
});
const claim = (day: number) => ({
  claim: { at: `2026-03-0${day}T15:02:00.000Z`, status: 'Done', by: { accountId: 'j', name: 'Jonas Berg' } },
});
const fails = { failure: { at: '2026-03-10T05:52:00.000Z', step: 1, results: [result('fail', '2 users signed in')] } };

describe('the story of a fix for people', () => {
  it('tells a claim that did not hold, and one that did', () => {
    const story = fixStory(
      log(
        ['Remediation Ticket Created', 1, { ticket: TICKET, isAdopted: false }],
        ['Remediation Claimed', 3, claim(3)],
        ['Remediation Ineffective', 10, fails],
        [
          'Remediation Reopened',
          10,
          { because: '2 users signed in', isByHoldfast: true, at: '2026-03-10T06:00:04.000Z' },
        ],
        ['Remediation Claimed', 12, claim(9)],
        ['Remediation Check Passed', 13, { step: 1, results: [result('pass', 'config says pass')] }],
        ['Remediation Verified', 14, { step: 2, grade: 'proven', results: [result('pass', 'config says pass')] }],
      ),
      FIX,
    );
    expect(story.map(({ head, after }) => [head, after])).toEqual([
      ['Ticket created', 'open'],
      ['Claimed', 'claimed'],
      ['Did not hold', 'did not hold'],
      ['Reopened', 'did not hold'],
      ['Claimed', 'claimed'],
      ['Passed a step', 'passing'],
      ['Proven', 'proven'],
    ]);
    // People count steps from one.
    expect(story[5]).toMatchObject({ words: 'Every check of step 2 passed.' });
    expect(story[1]).toMatchObject({ at: '2026-03-03T15:02:00.000Z', by: 'Jonas Berg' });
    expect(story[2]).toMatchObject({ at: '2026-03-10T05:52:00.000Z', results: fails.failure.results });
  });

  it('tells a proven fix that passes again once, with the newest evidence, and that it stopped holding', () => {
    const again = (day: number): [LogEntry['type'], number, Record<string, unknown>] => [
      ...(['Remediation Check Passed', day] as const),
      { step: 3, results: [result('pass', `day ${day}`)] },
    ];
    const story = fixStory(
      log(['Remediation Verified', 1, { grade: 'proven', results: [] }], again(2), again(3), again(4), [
        'Remediation Regressed',
        9,
        fails,
      ]),
      FIX,
    );
    expect(story.map(({ head, times }) => [head, times])).toEqual([
      ['Proven', 1],
      ['Still holds', 3],
      ['Stopped holding', 1],
    ]);
    expect(story[1]?.results?.[0]?.because).toBe('day 4');
  });

  it('keeps the proof of each step apart, and tells the same step that passed again once', () => {
    const passed = (day: number, step: number): [LogEntry['type'], number, Record<string, unknown>] => [
      ...(['Remediation Check Passed', day] as const),
      { step, results: [result('pass', `step ${step}, day ${day}`)] },
    ];
    const story = fixStory(log(passed(1, 1), passed(2, 1), passed(3, 2)), FIX);
    expect(story.map(({ step, times, results }) => [step, times, results?.[0]?.because])).toEqual([
      [1, 2, 'step 1, day 2'],
      [2, 1, 'step 2, day 3'],
    ]);
  });

  it.each([
    ['proven', 'proven'],
    ['attested', 'attested'],
    ['done, not tested', 'done, not tested'],
    ['late', 'late'],
    ['in doubt', 'in doubt'],
    ['awaiting', 'passing'],
  ])('marks what a newer release found to be %s as %s', (found, mark) => {
    expect(fixStory(log(['Remediation Regraded', 4, { found, results: [] }]), FIX)).toMatchObject([
      { after: mark, mark },
    ]);
  });

  it('leaves no gap where a check could not be decided', () => {
    const late = {
      expectedAt: '2026-03-05T06:00:00.000Z',
      step: 2,
      results: [result('unknown', 'no signal since 3 March')],
    };
    const [moment] = fixStory(log(['Remediation Evidence Late', 6, late]), FIX);
    expect(moment).toMatchObject({ head: 'Could not be decided', after: 'late' });
    expect(moment?.words).toContain('was expected by 5 Mar 2026, 06:00 UTC and did not come');
  });

  it('tells a risk that was accepted with its end, and by whom', () => {
    const acceptance = {
      until: '2026-06-01T00:00:00.000Z',
      reason: 'The vendor is late.',
      compensatingControl: 'We look daily.',
      by: { kind: 'person', id: 'b', name: 'Ben' },
      at: '2026-03-02T09:00:00.000Z',
    };
    const [moment] = fixStory(log(['Risk Accepted', 2, { acceptance }]), FIX);
    expect(moment).toMatchObject({ at: acceptance.at, by: 'Ben', after: 'accepted' });
    expect(moment?.words).toContain('Until 1 Jun 2026');
  });

  it('tells a refusal of Jira once, however often it was tried', () => {
    const refused = (day: number): [LogEntry['type'], number, Record<string, unknown>] => [
      ...(['Remediation Not Created', day] as const),
      { because: 'there is no project FAC', retryAt: '2026-03-09T00:00:00.000Z' },
    ];
    const asked: [LogEntry['type'], number] = ['Remediation Requested', 1];
    const story = fixStory(log(asked, refused(1), asked, refused(2), asked, refused(3)), FIX);
    expect(story.flatMap(({ head, times, isMinor }) => (isMinor === true ? [] : [[head, times]]))).toEqual([
      ['No ticket', 3],
    ]);
  });

  it('leaves out other fixes, and what a later release may write', () => {
    const other = log(['Remediation Claimed', 1, { ...claim(1), remediationId: 'another' }]);
    const unknown = log(['Remediation Claimed', 1, claim(1)]).map((entry) => ({
      ...entry,
      type: 'Remediation Sung About' as LogEntry['type'],
    }));
    expect(fixStory([...other, ...unknown], FIX)).toEqual([]);
  });

  it('says before the first claim that nobody says so', () => {
    const open = { state: 'open' } as Parameters<typeof beforeTheClaim>[0];
    expect(beforeTheClaim(open, [], '1 Dec')).toBe('Nobody says it is done. Due 1 Dec.');
    const claimed = fixStory(log(['Remediation Claimed', 3, claim(3)]), FIX);
    expect(beforeTheClaim(open, claimed, '1 Dec')).toContain('to be done again');
    expect(beforeTheClaim({ ...open, state: 'claimed' } as typeof open, claimed, '1 Dec')).toBe('');
  });

  it.each(['claimed', 'verifying', 'verified', 'ineffective', 'regressed', 'accepted', 'cancelled', 'ambiguous'])(
    'says nothing of the kind of a fix that is %s, whatever can be read of its log',
    (state) => {
      const fix = { state } as Parameters<typeof beforeTheClaim>[0];
      expect([undefined, []].map((story) => beforeTheClaim(fix, story, '1 Dec'))).toEqual(['', '']);
    },
  );

  it('claims nothing of the time before where the log could not be read whole', () => {
    const open = { state: 'open' } as Parameters<typeof beforeTheClaim>[0];
    expect(beforeTheClaim(open, undefined, '1 Dec')).toBe('Nobody says now that it is done. Due 1 Dec.');
    expect(beforeTheClaim({ ...open, evidenceReopenedAt: ['x'] }, undefined, '1 Dec')).toContain('to be done again');
  });
});
