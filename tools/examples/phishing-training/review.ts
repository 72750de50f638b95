import type { WorkedExample } from '../worked-example.ts';
import { FILTER, SIMULATION } from './subjects.ts';

/** Why it happened, what changes, who was told. */
export const REVIEW: Pick<
  WorkedExample,
  'causes' | 'factors' | 'observations' | 'recommendations' | 'lessons' | 'notifications'
> = {
  causes: [
    {
      key: 'new domains',
      kind: 'technical',
      statement: 'Mails from domains that look like ours and are only days old reach the inbox.',
      whys: [
        'The filter checks a list of bad domains.',
        'Age and likeness are in the product and were never turned on: it was bought for spam.',
      ],
    },
    {
      key: 'page unknown',
      kind: 'human',
      statement:
        'The false page gave no reason to doubt: people sign in eleven times a day, on pages that look different each month.',
      whys: [
        'Training shows attachments, not sign-in pages.',
        'The real page changes its look with each release.',
        'Nobody tells staff of a new look.',
      ],
      worksWith: ['new domains'],
    },
    {
      key: 'no way to report',
      kind: 'procedural',
      statement: 'There is no agreed way to report a mail, so a report takes as long as finding the right person.',
    },
  ],
  factors: [{ kind: 'system vulnerability', statement: 'A password alone is enough to sign in from another country.' }],
  observations: [
    { key: 'desk', kind: 'went well', statement: 'The service desk passed the question on after six minutes.' },
    {
      key: 'removal',
      kind: 'went badly',
      statement: 'Nine copies of the mail lay in inboxes for 78 minutes after the first report.',
    },
    {
      key: 'luck',
      kind: 'got lucky',
      statement: 'The second account belongs to somebody who was on leave and has no rights in the payment system.',
    },
  ],
  recommendations: [
    {
      key: 'filter',
      answers: ['new domains'],
      title: 'Quarantine mails from look-alike and newly registered domains',
      why: 'The domain was one letter away from ours and two days old. Both can be seen before delivery.',
      kind: 'prevent',
      impact: 5,
      feasibility: 4,
      ownerTeam: 'messaging',
      successCriterion: 'Of 20 simulated look-alike mails, 20 are quarantined within a minute.',
      verification: {
        checks: [{ kind: 'signal', subject: FILTER, sources: ['mail simulation'] }, { kind: 'ticket state' }],
        steps: ['P7D', 'P30D'],
      },
      d3fend: ['D3-EF', 'D3-HD'],
      controls: [{ framework: 'NIST SP 800-53', id: 'SI-8' }],
    },
    {
      key: 'training',
      answers: ['page unknown'],
      title: 'Train payroll with simulations of the pages that they really meet',
      why: 'Two of eleven entered a password. What one has seen once, one recognises.',
      kind: 'prevent',
      impact: 4,
      feasibility: 4,
      ownerTeam: 'identity',
      successCriterion:
        'In a simulation after the training, at most 5 % of payroll enter a password and at least 60 % report the mail.',
      verification: {
        checks: [{ kind: 'signal', subject: SIMULATION, sources: ['phishing simulation'] }],
        steps: ['P14D', 'P60D'],
      },
      controls: [{ framework: 'NIST SP 800-53', id: 'AT-2(3)' }],
    },
    {
      key: 'button',
      answers: ['no way to report', 'removal'],
      title: 'Give every mail program a "report phishing" button that also removes the copies',
      why: 'The first question came 31 minutes after the first password, and nine copies lay in inboxes for 78 more.',
      kind: 'detect',
      impact: 3,
      feasibility: 5,
      ownerTeam: 'messaging',
      successCriterion:
        'A test report reaches the queue within 5 minutes, and all copies of the mail are gone within 15.',
      verification: {
        checks: [
          {
            kind: 'attestation',
            statement: 'A test report was in the queue within 5 minutes, all copies gone within 15',
          },
        ],
        steps: ['P7D', 'P30D'],
      },
      d3fend: ['D3-ER'],
      controls: [{ framework: 'NIST SP 800-53', id: 'IR-6(1)' }],
    },
  ],
  lessons: [
    {
      key: 'training says',
      statement: 'Training shows false sign-in pages, and the real one of this month.',
      updates: 'training',
      document: 'Phishing, module 2',
      ownerTeam: 'identity',
      dueAt: '2027-01-29T12:00:00Z',
      reviewEvery: 'P180D',
    },
    {
      key: 'playbook',
      statement: 'The playbook begins with removing the copies, not with the accounts.',
      updates: 'response plan',
      document: 'Playbook phishing',
      ownerTeam: 'security operations',
      dueAt: '2026-12-15T12:00:00Z',
    },
  ],
  notifications: [],
};
