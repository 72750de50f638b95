import { describe, expect, it } from 'vitest';
import { doctorText } from '../../../cli/doctor/doctor-text.ts';
import { redriveText } from '../../../cli/redrive/redrive-text.ts';
import { regradeText } from '../../../cli/regrade/regrade-text.ts';
import { reportText } from '../../../cli/verify-chain/report-text.ts';
import { instantInWords } from '../../../shared/document/time-in-words.ts';
import { PostMortemId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { NOW } from '../../support/world/records.ts';

const first = PostMortemId.parse('01KA0000000000000000000001');
const second = PostMortemId.parse('01KA0000000000000000000002');

describe('the text of verify-chain', () => {
  it('has a line for each record, and every finding under it', () => {
    const text = reportText({
      isWhole: false,
      anchors: { days: 2, from: '2026-11-19', to: '2026-11-20', findings: [] },
      records: [
        { postMortemId: first, entries: 31, anchoredUpTo: 29, findings: [] },
        {
          postMortemId: second,
          entries: 1,
          anchoredUpTo: 0,
          findings: [{ kind: 'broken chain', where: 'EVENT#0000000001', what: 'its content was changed' }],
        },
      ],
    });
    expect(text).toBe(`2 days anchored: 2026-11-19 to 2026-11-20

✔ ${first}  31 entries, anchored up to entry 29
✖ ${second}  1 entry, not anchored yet
    broken chain: EVENT#0000000001: its content was changed

2 records, 1 with findings: docs/runbooks/broken-chain.md
`);
  });

  it('says so when there is nothing to examine', () => {
    const anchors = { days: 0, from: undefined, to: undefined, findings: [] };
    expect(reportText({ isWhole: true, anchors, records: [] })).toBe(
      'no day is anchored yet\n\nno anchor and no day since names a record\n0 records: nothing was changed past the logs\n',
    );
  });
});

const letter = {
  messageId: 'm-1',
  type: 'Incident Ticket Closed',
  subject: 'SEC-7',
  eventId: 'e-1',
  sentAt: '2026-11-21T06:59:00.000Z',
  reason: 'JiraUnsure: no answer\ncaused by Error: ECONNRESET',
};
const empty = { name: 'sync-remediation', way: 'worker' as const, waiting: 0, letters: [], sent: 0, left: 0 };

describe('the text of redrive', () => {
  it('shows each letter with its reason, and what to do', () => {
    const reports = [{ ...empty, name: 'open-post-mortem', waiting: 3, letters: [letter], left: 3 }, empty];
    expect(redriveText(reports, false, NOW)).toBe(`open-post-mortem: 3 messages
  Incident Ticket Closed  SEC-7  3 hours old  (m-1)
    JiraUnsure: no answer
      caused by Error: ECONNRESET
  and 2 more

1 queue is empty
3 messages left
when the cause is fixed: holdfast redrive <queue>, or --all (docs/runbooks/dead-letter-queue.md)
`);
  });

  it('says what was sent back, and where a person has to look', () => {
    const reports = [
      { ...empty, name: 'open-post-mortem', waiting: 1, letters: [letter], sent: 1 },
      { ...empty, name: 'publish-events', way: 'stream' as const, waiting: 1, letters: [letter], left: 1 },
    ];
    expect(redriveText(reports, true, NOW)).toContain('open-post-mortem: 1 message, 1 sent back to the work queue\n');
    expect(redriveText(reports, true, NOW)).toMatch(
      /publish-events: 1 message\n[\s\S]+these name a place in the stream[\s\S]+1 message sent back\n1 message left\n$/,
    );
  });
});

describe('the text of the doctor', () => {
  const route = { system: 'tickets on acme.atlassian.net', what: 'remediation.defaultRoute: Task in ENG' };
  const priority = {
    code: 'no value remediation.defaultRoute.priority.critical P9',
    problem: 'Priority has no value P9',
    advice: 'correct remediation.defaultRoute.priority.critical: one of P1, P2',
  };

  it('has the problems first and how to correct them, then what is not known, then what is fine', () => {
    const text = doctorText({
      looks: [
        { system: 'source jira', what: 'incidents of the Jira project SEC', problems: [], notes: [] },
        { system: 'source jira', what: 'incidents on finance.acme.com', problems: [], notes: [], unseen: 'no answer' },
        { ...route, problems: [{ ...priority, driftedSince: NOW }], notes: ['the way out of Done is not known'] },
        { ...route, what: 'remediation.claims', problems: [], notes: [] },
      ],
      ranByItself: { at: NOW, occasion: 'schedule' },
    });
    expect(text).toBe(`tickets on acme.atlassian.net
  ✖ remediation.defaultRoute: Task in ENG
      Priority has no value P9 (since ${instantInWords(NOW)})
        → correct remediation.defaultRoute.priority.critical: one of P1, P2

could not be looked at:
source jira
  ? incidents on finance.acme.com
      no answer

notes:
tickets on acme.atlassian.net
  · remediation.defaultRoute: Task in ENG
      the way out of Done is not known

fine:
source jira
  ✔ incidents of the Jira project SEC
tickets on acme.atlassian.net
  ✔ remediation.claims

1 problem, 1 could not be looked at
last run by itself: ${instantInWords(NOW)}, on its schedule
`);
  });

  it('says that all is well, and that the doctor never came by itself', () => {
    const text = doctorText({ looks: [{ ...route, problems: [], notes: [] }] });
    expect(text).toBe(`fine:
tickets on acme.atlassian.net
  ✔ remediation.defaultRoute: Task in ENG

no problems
last run by itself: never yet
`);
  });
});

describe('the text of regrade', () => {
  const waiting = {
    ...{ ticket: 'IAM-7', ownerTeam: 'identity', priority: 'high' as const },
    ...{ postMortemId: first, remediationId: RecommendationId.parse(second) },
    ...{
      failingSince: NOW,
      fails: [
        { source: 'scanner', resource: '*' },
        { source: 'config', resource: 'bucket-a' },
      ],
    },
  };

  it('counts what is found, and names what waits for a person without a word of its record', () => {
    const text = regradeText({
      ...{ upgradedAt: undefined, looked: 3, reopened: [] },
      ...{ found: { proven: 1, 'in doubt': 2 }, waiting: [waiting] },
    });
    expect(text).toBe(`not upgraded yet: nothing is judged by the new rules
3 claimed fixes looked at

called verified before, and found to be:
       1  proven
       2  in doubt

failed before the upgrade, for a person to reopen:
  IAM-7  high, identity, record ${first}: fails since ${NOW} by scanner, config on bucket-a

1 fix waits for a person: holdfast regrade --apply --at-most 20 --by <e-mail>
`);
  });

  it('names what it reopened', () => {
    const text = regradeText({ upgradedAt: NOW, looked: 1, found: {}, waiting: [], reopened: [waiting] });
    expect(text).toContain(`reopened:\n  IAM-7  high`);
    expect(text).toContain('nothing waits for a person');
  });
});
