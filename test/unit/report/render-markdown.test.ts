import { describe, expect, it } from 'vitest';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { renderReport } from '../../../shared/report/render-report.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { accepted, failing, outcome, remediation, reportInput, watched } from './report-factory.ts';

describe('Markdown', () => {
  it('reads as plain text', () => {
    const input = reportInput({
      overdue: [
        remediation({ number: 1, title: 'Close the door', dueAt: '2026-11-20T07:00:00.000Z' }),
        remediation({
          number: 2,
          ownerTeam: 'Identity',
          title: 'Rotate | keys',
          priority: 'low',
          reopenCount: 3,
          pushes: 2,
        }),
      ],
      acceptances: [accepted({ number: 3, until: '2026-11-30T07:00:00.000Z', title: 'Keep the old VPN' })],
    });
    expect(renderReport(overdueReport(input)).markdown).toBe(OVERDUE_MARKDOWN);
  });

  it('tells the story of a fix with the evidence', () => {
    const at = '2026-11-20T10:00:00.000Z';
    const outcomes = [
      outcome('Remediation Claimed', '2026-11-19T10:00:00.000Z', { number: 1, title: 'Block the payload' }),
      outcome('Remediation Ineffective', at, { number: 1, title: 'Block the payload' }, [
        failing('waf-12', '2026-11-20T09:00:00.000Z', 'https://bas.example/runs/(1)'),
      ]),
      outcome('Remediation Reopened', '2026-11-20T10:00:30.000Z', { number: 1, title: 'Block the payload' }),
    ];
    const upcoming = [watched({ number: 2, nextCheckAt: '2026-11-24T07:00:00.000Z' })];
    const { markdown } = renderReport(validationReport(reportInput({ outcomes, upcoming })));
    expect(markdown.slice(markdown.indexOf('## Did not hold'), markdown.indexOf('## How to read this'))).toBe(
      FIX_MARKDOWN,
    );
  });

  it('names first when evidence could not be taken in', () => {
    const intakeDowns = [
      { from: Date.parse('2026-11-17T01:00:00.000Z'), to: Date.parse('2026-11-17T03:20:00.000Z') },
      { from: Date.parse('2026-11-23T06:00:00.000Z'), to: Number.POSITIVE_INFINITY },
    ];
    const { markdown } = renderReport(validationReport(reportInput({ intakeDowns })));
    expect(markdown.slice(markdown.indexOf('## '), markdown.indexOf('## Claimed and proven'))).toBe(OUTAGES_MARKDOWN);
  });
});

const OUTAGES_MARKDOWN = `## Evidence could not be taken in, 2 times

From 17 Nov 2026, 01:00 UTC to 17 Nov 2026, 03:20 UTC, 2 hours.

From 23 Nov 2026, 06:00 UTC on, still so

What was sent meanwhile may be lost: have sources send it again. Silence of that time is held against no fix.

`;

const OVERDUE_MARKDOWN = `# Security lessons: what is overdue, 23 Nov 2026

**2 remediations are overdue.**

Security lessons · Overdue · as of 23 Nov 2026, 07:00 UTC

## At a glance

- Remediations overdue: **2** (1 critical or high)
- Median lateness: **5 days** (longest: 7 days)
- Post-mortems past due: **0** (not yet approved)
- Lessons overdue: **0** (0 more soon)
- Notifications overdue: **0** (0 more soon)
- Temporary measures past their end: **0** (0 more soon)
- Accepted risks run out: **0** (1 more soon)

**Overdue remediations by team and priority**

|  | critical | high | medium | low |
| --- | --- | --- | --- | --- |
| Identity | 0 | 0 | 0 | 1 |
| Payments | 0 | 1 | 0 | 0 |

## Notifications to send

Nobody outside is waiting to be told.

## Overdue remediations

2 remediations past due with no claim that is believed, by team, the latest first

### Identity: 1

| Remediation | Priority | Due | Late | Reopened | Post-mortem |
| --- | --- | --- | --- | --- | --- |
| [ENG-2](https://acme.atlassian.net/browse/ENG-2) Rotate \\| keys | low | 16 Nov 2026, 07:00 UTC | 7 days late | 3 times, twice by people | [Record](https://holdfast.acme.example/post-mortems/01KAB3X7Q0ZZZZZZZZZZ900002) |

### Payments: 1

| Remediation | Priority | Due | Late | Reopened | Post-mortem |
| --- | --- | --- | --- | --- | --- |
| [ENG-1](https://acme.atlassian.net/browse/ENG-1) Close the door | high | 20 Nov 2026, 07:00 UTC | 3 days late | never | [Record](https://holdfast.acme.example/post-mortems/01KAB3X7Q0ZZZZZZZZZZ900001) |

## What to work on first

No open fix is ranked.

## Post-mortems past due

No post-mortem is past due.

## Lessons to put in place, to confirm or to review

No lesson is due.

## Temporary measures to undo

No temporary measure is due.

## Accepted risks that ran out, or will soon

- **[ENG-3](https://acme.atlassian.net/browse/ENG-3) Keep the old VPN**
  - high · Payments · [Record](https://holdfast.acme.example/post-mortems/01KAB3X7Q0ZZZZZZZZZZ900003)
  - accepted by Ines Okafor 1 Sep 2026, 09:30 UTC → runs out in 7 days (30 Nov 2026, 07:00 UTC)
  - Why: The vendor ends support in the spring.
  - Meanwhile: access only from the jump host.

## How to read this

A remediation is overdue when its due date passed and nobody has moved its ticket to done, or when it is claimed and evidence has been missing for so long that it is unproven. Moving it to done is a claim, and so is a merged pull request that the record names; whether the claim holds is in the validation report. What to work on first are open fixes by impact × feasibility, and older ones before newer ones of the same; what is claimed is not among them. Moving a ticket back moves no due date. A fix that evidence refuted gets a quarter of its time more, a proven one that broke all of it. Of a record that is marked AMBER+STRICT or RED, its id, its severity, what is late and where it ranks are told, and no more.
`;

const FIX_MARKDOWN = `## Did not hold: 1 fix

It was claimed; the evidence says otherwise.

- **[ENG-1](https://acme.atlassian.net/browse/ENG-1) Block the payload**
  - Payments · [Record](https://holdfast.acme.example/post-mortems/01KAB3X7Q0ZZZZZZZZZZ900001)
  - claimed 19 Nov 2026, 10:00:00 UTC → did not hold 20 Nov 2026, 10:00:00 UTC → reopened 20 Nov 2026, 10:00:30 UTC
  - Since then: the same ticket is open again.
  - Evidence: did not hold 20 Nov 2026, 10:00:00 UTC
    - **fail** Signal about control waf-12, any source accepted (assumed): breach-simulation: fail, payload reached the origin; seen 20 Nov 2026, 09:00:00 UTC · [open the evidence](https://bas.example/runs/%281%29)

## Proven

No fix was proven in this period.

## Checks that come due next

1 check, the soonest first

| Fix | Team | Priority | Next check | Step | What will be looked at |
| --- | --- | --- | --- | --- | --- |
| [ENG-2](https://acme.atlassian.net/browse/ENG-2) Fix 2 | Payments | high | 24 Nov 2026, 07:00 UTC (in 1 day) | 1 of 2 | Signal about control waf-12, any source accepted (assumed) |

`;
