import type { CheckResult } from '../../../shared/domain/verification/check-result.ts';
import type { ReportInput } from '../../../shared/report/report-input.ts';
import {
  accepted,
  failing,
  headsOf,
  lessonDuty,
  notificationDuty,
  outcome,
  passing,
  remediation,
  reportInput,
  review,
  signalCheck,
  watched,
} from './report-factory.ts';

const PLATFORM = 'Platform Engineering';
const IDENTITY = 'Identity & Access';
const PAYMENTS = 'Payments';
const WORKPLACE = 'Workplace IT';

const egress = {
  number: 241,
  ownerTeam: PLATFORM,
  title: 'Block outbound traffic from build runners except to the artifact proxy',
};
const mfa = { number: 188, ownerTeam: IDENTITY, title: 'Require phishing-resistant MFA for every break-glass account' };
const waf = { number: 203, ownerTeam: PAYMENTS, title: 'Reject serialized Java objects at the checkout edge' };
const tokens = { number: 219, ownerTeam: PAYMENTS, title: 'Rotate partner API tokens automatically every 30 days' };
const alert = { number: 230, ownerTeam: IDENTITY, title: 'Alert when a dormant service principal signs in' };
const logs = { number: 236, ownerTeam: PLATFORM, title: 'Ship container audit logs to the security account' };
const macros = {
  number: 162,
  ownerTeam: WORKPLACE,
  title: 'Disable Office macros from the internet on managed laptops',
};

const attestation: CheckResult['check'] = {
  kind: 'attestation',
  statement: 'The runbook for partner token leaks was rehearsed with the on-call engineer.',
};

const attested: CheckResult = {
  check: attestation,
  outcome: 'pass',
  because: 'Noor Haddad attests pass: rehearsed on 17 November, revoked a test token in 6 minutes',
  evidence: [
    {
      what: 'Noor Haddad attests pass: rehearsed on 17 November, revoked a test token in 6 minutes',
      at: '2026-11-17T15:12:40.000Z',
    },
  ],
};

const stillDone = (at: string): CheckResult => ({
  check: { kind: 'ticket state' },
  outcome: 'pass',
  because: 'the ticket is Done',
  evidence: [{ what: 'Jira says Done', at }],
});

const noSignal: CheckResult = {
  check: { kind: 'signal', subject: { type: 'detection', id: 'dormant-principal-sign-in' } },
  outcome: 'unknown',
  because: 'no evidence since 2026-11-12T14:20:00.000Z',
  evidence: [],
};

const oldSignal: CheckResult = {
  check: signalCheck('audit-log-coverage'),
  outcome: 'stale',
  because: 'the latest evidence is from 2026-10-02T04:00:00.000Z; it must be newer than 2026-11-13T09:00:00.000Z',
  evidence: [{ what: 'config-rules: pass, 212 of 212 clusters', at: '2026-10-02T04:00:00.000Z' }],
};

const verifiedBefore = {
  state: 'verified',
  step: undefined,
  claim: { at: '2026-08-15T10:00:00.000Z', status: 'Done' },
};

/** A week at a made-up company: one of everything that a report has to tell. */
export const ACME_WEEK: ReportInput = reportInput({
  overdue: [
    remediation({
      ...egress,
      number: 251,
      priority: 'critical',
      title: 'Isolate the legacy SFTP gateway from the card network',
      ownerTeam: PAYMENTS,
      dueAt: '2026-10-27T17:00:00.000Z',
      reopenCount: 2,
    }),
    remediation({
      number: 247,
      priority: 'high',
      title: 'Remove standing admin rights from the CI deploy role',
      ownerTeam: PLATFORM,
      dueAt: '2026-11-12T17:00:00.000Z',
    }),
    remediation({
      number: 249,
      priority: 'medium',
      title: 'Document who may declare a major incident at night',
      ownerTeam: PLATFORM,
      dueAt: '2026-11-20T17:00:00.000Z',
      reopenCount: 1,
    }),
    remediation({
      number: 255,
      priority: 'low',
      title: 'Train the service desk to verify callers before resetting MFA',
      ownerTeam: WORKPLACE,
      dueAt: '2026-11-22T05:00:00.000Z',
    }),
  ],
  acceptances: [
    accepted({
      number: 131,
      priority: 'high',
      title: 'Replace the end-of-life VPN appliance',
      ownerTeam: WORKPLACE,
      until: '2026-11-21T00:00:00.000Z',
      reason: 'The replacement was delivered late; the vendor still patches the old appliance.',
      compensatingControl: 'Access only from the jump host, watched by detection D-31.',
    }),
    accepted({
      number: 144,
      priority: 'medium',
      title: 'Encrypt the reporting replica with a customer key',
      ownerTeam: PAYMENTS,
      until: '2026-12-03T00:00:00.000Z',
      reason: 'The replica holds no card data until the new ledger goes live.',
      compensatingControl: 'Column-level masking and a quarterly access review.',
    }),
  ],
  reviews: [review({ number: 88, status: 'in review', dueAt: '2026-11-18T12:00:00.000Z' })].map((head) => ({
    ...head,
    incident: { ...head.incident, title: 'Partner token used from an unknown network' },
  })),
  lessons: [
    lessonDuty({ number: 301, what: 'Payment fraud playbook (response plan)', ownerTeam: 'Finance Operations' }),
    lessonDuty({
      number: 302,
      what: 'Access reviews of break-glass accounts (policy)',
      ownerTeam: IDENTITY,
      duty: 'review',
      dueAt: '2026-12-02T09:00:00.000Z',
    }),
  ],
  notifications: [
    notificationDuty({
      number: 401,
      what: 'NIS2: final report to the national CSIRT',
      dueAt: '2026-11-22T16:00:00.000Z',
    }),
    notificationDuty({
      number: 402,
      what: 'contract: notification to the card scheme',
      dueAt: '2026-11-25T12:00:00.000Z',
    }),
  ],
  heads: headsOf(
    review({ number: 301 }),
    review({ number: 302, severity: 'medium' }),
    review({ number: 401, severity: 'critical' }),
    review({ number: 402 }),
  ),
  outcomes: [
    outcome('Remediation Claimed', '2026-11-16T09:12:08.000Z', waf),
    outcome('Remediation Ineffective', '2026-11-18T10:00:03.000Z', waf, [
      stillDone('2026-11-18T10:00:02.000Z'),
      failing(
        'waf-java-deserialization',
        '2026-11-18T02:41:17.000Z',
        'https://bas.acme.example/runs/88121?control=waf',
      ),
    ]),
    outcome('Remediation Reopened', '2026-11-18T10:00:31.000Z', waf),
    outcome('Remediation Claimed', '2026-11-20T16:45:00.000Z', waf),
    outcome('Remediation Regressed', '2026-11-19T06:00:02.000Z', macros, [
      failing(
        'office-macro-block',
        '2026-11-19T01:30:00.000Z',
        'https://bas.acme.example/runs/88240',
        'macro ran on 2 of 25 laptops',
      ),
    ]),
    outcome('Remediation Reopened', '2026-11-19T06:00:40.000Z', macros),
    outcome('Remediation Check Passed', '2026-11-16T10:00:02.000Z', mfa, [
      passing('break-glass-mfa', '2026-11-16T03:00:00.000Z'),
    ]),
    outcome('Remediation Verified', '2026-11-22T10:00:05.000Z', mfa, [
      passing('break-glass-mfa', '2026-11-22T03:00:00.000Z'),
      stillDone('2026-11-22T10:00:04.000Z'),
    ]),
    outcome('Remediation Verified', '2026-11-18T10:00:09.000Z', tokens, [
      passing('partner-token-age', '2026-11-18T04:00:00.000Z'),
      attested,
    ]),
    ...['19', '20', '21', '22'].map((day) =>
      outcome('Remediation Check Inconclusive', `2026-11-${day}T14:20:06.000Z`, alert, [noSignal]),
    ),
    outcome('Remediation Check Inconclusive', '2026-11-20T09:00:07.000Z', logs, [oldSignal]),
    outcome('Remediation Claimed', '2026-11-21T13:05:44.000Z', egress),
  ],
  known: [
    watched({ ...waf, priority: 'critical', nextCheckAt: '2026-11-27T16:45:00.000Z' }),
    remediation({ ...macros, priority: 'high', reopenCount: 1 }),
    watched({
      ...mfa,
      ...verifiedBefore,
      priority: 'critical',
      verifiedAt: '2026-11-22T10:00:05.000Z',
      nextCheckAt: '2027-05-21T10:00:05.000Z',
    }),
    watched({
      ...tokens,
      ...verifiedBefore,
      verifiedAt: '2026-11-18T10:00:09.000Z',
      nextCheckAt: '2027-05-17T10:00:09.000Z',
    }),
    watched({ ...alert, priority: 'medium', nextCheckAt: '2026-11-23T14:20:06.000Z' }),
    watched({ ...egress, nextCheckAt: '2026-11-28T13:05:44.000Z' }),
  ],
  upcoming: [
    watched({
      ...egress,
      priority: 'high',
      nextCheckAt: '2026-11-28T13:05:44.000Z',
      checks: [signalCheck('runner-egress-deny'), { kind: 'ticket state' }],
    }),
    watched({ ...alert, priority: 'medium', nextCheckAt: '2026-11-23T14:20:06.000Z', checks: [noSignal.check] }),
    watched({
      ...waf,
      priority: 'critical',
      nextCheckAt: '2026-11-27T16:45:00.000Z',
      checks: [signalCheck('waf-java-deserialization')],
    }),
  ],
});
