import type * as z from 'zod';
import type { SECTIONS } from '../../domain/record/content/sections.ts';

/** Example of each section, for the pages of the API and for its tests. */
export const SECTION_EXAMPLES: { [Name in keyof typeof SECTIONS]: z.input<(typeof SECTIONS)[Name]> } = {
  framework: {
    objectives: ['Find out why two passwords were given away', 'Make sure that it is harder next time'],
    outcomes: [
      { objective: 'Find out why two passwords were given away', outcome: 'met' },
      {
        objective: 'Make sure that it is harder next time',
        outcome: 'partly met',
        because: 'The second factor comes with the next release.',
      },
    ],
    team: [
      { role: 'facilitator', name: 'Ben Approver', email: 'ben@example.com' },
      { role: 'owner', name: 'Anna Analyst', email: 'anna@example.com' },
    ],
  },
  summary: { text: 'Two people entered their passwords on a false sign-in page.' },
  impact: {
    description: 'Two mailboxes could be read for 52 minutes.',
    confidentiality: { rating: 'moderate', description: 'Mails of two people' },
    assets: [{ name: 'mailboxes of payroll', kind: 'mailbox', count: 2 }],
    services: ['mail'],
    dataKinds: [{ kind: 'e-mail', records: 2_400, isPersonal: true }],
    usersAffected: 2,
  },
  attack: {
    vectors: ['phishing', 'valid accounts'],
    vulnerabilities: [{ description: 'Sign-in from a new device without a second factor' }],
    techniques: [{ id: 'T1566.002', note: 'A link to a false sign-in page' }],
    attackVersion: '19.1',
  },
  advisory: {
    products: [
      {
        name: 'Example Gateway',
        affectedVersions: '5.0.0 to 5.2.0',
        fixedVersion: '5.2.1',
        fixedAt: '2026-11-21T09:00:00.000Z',
      },
    ],
    advice: 'Update to 5.2.1, and end all sessions that were opened before.',
    credits: [{ name: 'R. Searcher', for: 'finder' }],
    introduced: { at: '2024-03-01T00:00:00.000Z', precision: 'month', by: 'Release 5.0.0' },
    url: 'https://example.com/advisories/2026-4',
  },
  detection: {
    how: 'A recipient asked the service desk whether the mail was real.',
    detectedAt: '2026-11-19T08:40:00.000Z',
    by: { kind: 'own staff', who: 'payroll' },
    whyNotSooner: 'The filter knows bad domains, not new ones.',
  },
  response: {
    procedures: [{ name: 'Phishing', wasFollowed: 'partly', wasAdequate: 'yes', policy: 'IRP-7' }],
    firstAction: 'Security operations revoked the sessions of both accounts.',
    tools: 'Sessions were revoked 14 minutes after the report.',
    containment: { description: 'Passwords reset, sessions revoked.', at: '2026-11-19T08:54:00.000Z' },
  },
  analysis: { method: 'five whys', interplay: 'A new domain passed the filter, and nobody knew the false page.' },
  humanFactor: { consideredNoneBecause: 'Nobody acted: the vendor’s update failed by itself.' },
  sharing: { noNotificationBecause: 'No personal data left the company, as far as the logs show.' },
  source: { vocabulary: 'VERIS', version: '1.3.7', facts: [{ name: 'targeted', value: 'Opportunistic' }] },
};
