import type { LessonDraft } from '../../shared/domain/record/content/lesson.ts';
import type { RecommendationDraft } from '../../shared/domain/remediation/recommendation.ts';
import type { Subject } from '../../shared/domain/verification/signal.ts';
import { Duration } from '../../shared/domain/words/duration.ts';
import { MAIL_TEST, SIMULATION } from './demo-settings.ts';

/** The incident of the demo: a phishing attack on employees, answered by mail filtering and awareness training. */
export const DEMO_INCIDENT = {
  summary: 'Payroll team phished: false sign-in page took two passwords',
  description:
    'On Thursday morning eleven people in payroll got a mail that looked like our sign-in service (T1566.002). ' +
    'Two entered their passwords; one account was used from abroad within the hour (T1078).',
  comments: [
    { by: 'Amara Silva', text: 'Both passwords reset, all sessions revoked.' },
    { by: 'Jonas Berg', text: 'The sender domain is ours with one letter swapped. It is two days old.' },
    {
      by: 'Amara Silva',
      text: 'Mail log searched: eleven recipients, two clicks, no forwarding rules set (T1114.003 ruled out).',
    },
  ],
};

export const MAIL_FILTER: Subject = { type: 'technique', id: 'T1566.002' };
export const TRAINING: Subject = { type: 'control', id: 'phishing-simulation-payroll' };

export const DEMO_SECTIONS = {
  summary: {
    text:
      'A mail from a look-alike domain led two of eleven recipients to a false sign-in page. One of the two accounts was ' +
      'used from abroad before its sessions were revoked. No data left the company as far as the logs show.',
  },
  impact: {
    description: 'Two mailboxes could be read for 52 minutes. Payroll files were not opened.',
    services: ['mail', 'single sign-on'],
    usersAffected: 2,
    dataKinds: ['e-mail'],
  },
  detection: {
    how: 'A recipient forwarded the mail to the service desk and asked whether it was real.',
    whyNotSooner: 'The filter knows bad domains, not new ones. There is no button to report a mail with one click.',
  },
  response: {
    firstAction: 'Security operations reset both passwords and revoked all sessions.',
    tools: 'Sessions were revoked 14 minutes after the report. The mail stayed in nine other inboxes for an hour.',
    containment: { description: 'Passwords reset, sessions revoked, sender blocked.' },
  },
};

export const CAUSES = [
  {
    kind: 'technical',
    statement: 'Mails from domains that look like ours and are only days old reach the inbox.',
    whys: ['The filter checks a list of bad domains.', 'Nobody had asked for the age of a domain to be looked at.'],
  },
  {
    kind: 'human',
    statement: 'The team had never seen a false sign-in page, and the real one changes its look often.',
    whys: ['Training covers attachments, not sign-in pages.'],
  },
  {
    kind: 'procedural',
    statement: 'There is no agreed way to report a mail, so it takes as long as finding the right person.',
  },
] as const;

export const TROUBLE = {
  kind: 'went badly',
  statement: 'Nine copies of the mail lay in inboxes for an hour after the first report.',
} as const;

export const LESSON: Omit<LessonDraft, 'dueAt'> = {
  statement: 'The first step after a reported mail is to take all its copies out of the inboxes.',
  updates: 'response plan',
  document: 'Phishing response plan',
  ownerTeam: 'identity',
};

type Wanted = Omit<RecommendationDraft, 'answers'> & { answersKind: (typeof CAUSES)[number]['kind'] };

/** One will be proven, one will not hold, one will be late. */
export const RECOMMENDATIONS: { filtering: Wanted; training: Wanted; reporting: Wanted } = {
  filtering: {
    answersKind: 'technical',
    title: 'Quarantine mails from look-alike and newly registered domains',
    why: 'The mail came from a domain one letter away from ours, two days old. Both marks can be seen before delivery.',
    kind: 'prevent',
    impact: 4,
    feasibility: 5,
    ownerTeam: 'messaging',
    successCriterion: 'Of 20 simulated look-alike mails, 20 are quarantined within a minute.',
    verification: {
      checks: [{ kind: 'signal', subject: MAIL_FILTER, sources: [MAIL_TEST] }, { kind: 'ticket state' }],
    },
  },
  training: {
    answersKind: 'human',
    title: 'Train payroll to recognise false sign-in pages',
    why: 'Two of eleven entered their passwords. Nobody had shown them what a false sign-in page looks like.',
    kind: 'prevent',
    impact: 4,
    feasibility: 4,
    ownerTeam: 'identity',
    successCriterion: 'In a simulation after the training, at most 5 % of the team enter a password.',
    verification: {
      checks: [{ kind: 'signal', subject: TRAINING, sources: [SIMULATION] }],
      steps: [Duration.parse('PT2S')],
    },
  },
  reporting: {
    answersKind: 'procedural',
    title: 'Give every mail program a "report phishing" button',
    why: 'The first report took 40 minutes to reach us, and nine copies of the mail lay in inboxes all that time.',
    kind: 'detect',
    impact: 5,
    feasibility: 4,
    ownerTeam: 'messaging',
    successCriterion: 'A test report reaches the on-call channel within five minutes.',
    verification: {
      checks: [{ kind: 'attestation', statement: 'A test report reached the on-call channel within five minutes' }],
    },
  },
};
