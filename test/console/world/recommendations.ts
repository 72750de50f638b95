import { MAIL_TEST, SIMULATION } from '../../../local/demo/demo-settings.ts';
import type { RecommendationDraft } from '../../../shared/domain/remediation/recommendation.ts';
import type { Subject } from '../../../shared/domain/verification/signal.ts';
import { TEAM_WITHOUT_PROJECT } from './console-settings.ts';
import { fromNow } from './world-so-far.ts';

/** A recommendation before it names the root causes that it answers. */
type Wanted = Omit<RecommendationDraft, 'answers' | 'verification' | 'existingWork'> & {
  verification: { checks: object[]; steps?: string[]; untestedBecause?: string };
  existingWork?: { kind: 'pull request'; url: string; mergedAt?: string };
};

const of = (kind: Wanted['kind'], impact: 1 | 2 | 3 | 4 | 5, feasibility: 1 | 2 | 3 | 4 | 5, ownerTeam: string) => ({
  kind,
  impact,
  feasibility,
  ownerTeam,
});

const AT_ONCE = ['PT1S'];
const LATER = ['P7D', 'P30D'];

/** Subjects of evidence, one for each fix, so that the evidence of one says nothing of another. */
export const SUBJECTS = {
  passing: { type: 'technique', id: 'T1566.002' },
  proven: { type: 'detection', id: 'impossible-travel' },
  reopened: { type: 'control', id: 'phishing-simulation-payroll' },
  inDoubt: { type: 'control', id: 'legacy-authentication-off' },
  merged: { type: 'control', id: 'session-lifetime' },
} as const satisfies Record<string, Subject>;

/** Of which resource the evidence of a subject tells; that of the others is of all of it. */
export const RESOURCES = { proven: 'sign-ins of the mail tenant', inDoubt: 'mail gateway 2' } as const;

const signal = (subject: Subject, source = MAIL_TEST) => ({ kind: 'signal', subject, sources: [source] });
const word = (statement: string) => ({ kind: 'attestation', statement });

/** Recommendations by the standing that their fixes come to have in the world of the console. */
export const RECOMMENDATIONS_BY_STANDING = {
  open: {
    ...of('detect', 4, 2, 'messaging'),
    title: 'Give every mail program a "report phishing" button',
    why: 'The first report took 40 minutes to reach us, and nine copies of the mail lay in inboxes all that time.',
    successCriterion: 'A test report reaches the on-call channel within five minutes.',
    verification: { checks: [word('A test report reached the on-call channel within five minutes')] },
  },
  overdue: {
    ...of('mitigate', 5, 3, 'identity'),
    title: 'Ask for a second factor at each sign-in from a new device',
    why: 'One of the two accounts was used from a device that nobody had seen before, with the password alone.',
    successCriterion: 'Of 10 sign-ins from new devices with a right password, 10 are asked for a second factor.',
    dueAt: 'soon',
    verification: { checks: [word('Ten sign-ins from new devices were each asked for a second factor')] },
  },
  claimed: {
    ...of('respond', 3, 4, 'security operations'),
    title: 'Put the steps for a reported mail on one page of the plan',
    why: 'The on-call engineer looked for the steps for six minutes before the first session was revoked.',
    successCriterion: 'In a drill, the first session is revoked within five minutes after the report.',
    verification: { checks: [word('In a drill, the first session was revoked within five minutes')], steps: LATER },
  },
  passing: {
    ...of('prevent', 4, 5, 'messaging'),
    title: 'Quarantine mails from look-alike and newly registered domains',
    why: 'The mail came from a domain one letter away from ours, two days old. Both marks can be seen before delivery.',
    successCriterion: 'Of 20 simulated look-alike mails, 20 are quarantined within a minute.',
    verification: {
      checks: [signal(SUBJECTS.passing), { kind: 'ticket state' }],
      steps: ['PT1S', 'P7D', 'P30D'],
    },
  },
  proven: {
    ...of('detect', 4, 3, 'security operations'),
    title: 'Alert on two sign-ins that no traveller could make',
    why: 'The account was used from abroad within the hour after its owner had signed in at the office.',
    successCriterion: 'A simulated pair of sign-ins from two continents raises an alert within two minutes.',
    verification: {
      checks: [{ ...signal(SUBJECTS.proven), resources: [RESOURCES.proven] }],
      steps: AT_ONCE,
    },
  },
  attested: {
    ...of('respond', 3, 5, 'service desk'),
    title: 'Teach the service desk to forward a reported mail to the on-call channel',
    why: 'The first report waited in the queue of the service desk until a shift ended.',
    successCriterion: 'A test report is forwarded to the on-call channel within ten minutes.',
    verification: {
      checks: [word('A test report was forwarded to the on-call channel within ten minutes')],
      steps: AT_ONCE,
    },
  },
  untested: {
    ...of('mitigate', 2, 5, 'messaging'),
    title: 'Take the nine copies of the mail out of the inboxes',
    why: 'Whoever opens one of the nine copies next week may still enter a password there.',
    successCriterion: 'A search over all inboxes finds 0 copies of the mail.',
    verification: {
      checks: [{ kind: 'ticket state' }],
      steps: AT_ONCE,
      untestedBecause: 'It is done once, and nothing can bring the copies back.',
    },
  },
  reopened: {
    ...of('prevent', 4, 4, 'identity'),
    title: 'Train payroll to recognise false sign-in pages',
    why: 'Two of eleven entered their passwords. Nobody had shown them what a false sign-in page looks like.',
    successCriterion: 'In a simulation after the training, at most 5 % of the team enter a password.',
    verification: { checks: [signal(SUBJECTS.reopened, SIMULATION)], steps: LATER },
  },
  inDoubt: {
    ...of('prevent', 5, 2, 'identity'),
    title: 'Turn off sign-in protocols that know no second factor',
    why: 'The mailbox was read over a protocol that asks for the password alone.',
    successCriterion: 'Of 10 sign-ins over an old protocol with a right password, 10 are refused.',
    verification: { checks: [signal(SUBJECTS.inDoubt)], steps: LATER },
  },
  accepted: {
    ...of('mitigate', 3, 2, 'identity'),
    title: 'Keep the look of the sign-in page the same for a year',
    why: 'The real page changes its look often, so that a false one is not noticed.',
    successCriterion: 'Between two releases, 0 pixels of the sign-in page change without an entry in the change log.',
    verification: { checks: [word('The last release changed nothing on the sign-in page')] },
  },
  cancelled: {
    ...of('detect', 2, 2, 'messaging'),
    title: 'Mark mails from outside the company in red',
    why: 'Nobody could tell at a glance that the mail came from outside.',
    successCriterion: 'Of 20 mails from outside, 20 carry the mark in the three mail programs that we support.',
    verification: { checks: [word('Twenty mails from outside carried the mark in all three programs')] },
  },
  closedWithoutClaim: {
    ...of('respond', 2, 3, 'security operations'),
    title: 'Write a script that revokes all sessions of a list of accounts',
    why: 'Sessions were revoked by hand, one account after the other.',
    successCriterion: 'The sessions of 50 test accounts are revoked within two minutes.',
    verification: { checks: [word('The sessions of fifty test accounts were revoked within two minutes')] },
  },
  merged: {
    ...of('mitigate', 3, 3, 'platform'),
    title: 'Let sessions of mail end after twelve hours',
    why: 'The stolen session would have been good for thirty days.',
    successCriterion: 'A test session is refused 12 hours after it was opened.',
    verification: { checks: [signal(SUBJECTS.merged)], steps: LATER },
    existingWork: {
      kind: 'pull request',
      url: 'https://git.example.com/platform/mail/pull/418',
      mergedAt: fromNow(-2, 'days'),
    },
  },
  refused: {
    ...of('prevent', 1, 4, TEAM_WITHOUT_PROJECT),
    title: 'Hang a poster with the number of the service desk at each printer',
    why: 'Three of eleven recipients did not know whom to call.',
    successCriterion: 'At 12 of 12 printers there is a poster with the number.',
    verification: { checks: [word('There was a poster at twelve of twelve printers')] },
  },
} as const satisfies Record<string, Omit<Wanted, 'dueAt'> & { dueAt?: 'soon' }>;

export type Standing = keyof typeof RECOMMENDATIONS_BY_STANDING;

/** One of them as it is sent, for a record with these root causes. */
export function recommendationOf(standing: Standing, answers: readonly string[]): object {
  const wanted: Omit<Wanted, 'dueAt'> & { dueAt?: 'soon' } = RECOMMENDATIONS_BY_STANDING[standing];
  const { dueAt, ...rest } = wanted;
  return { ...rest, answers, ...(dueAt === undefined ? {} : { dueAt: fromNow(SOON_SECONDS, 'seconds') }) };
}

/** After which a fix of the world is overdue: long enough to be approved before. */
const SOON_SECONDS = 8;
