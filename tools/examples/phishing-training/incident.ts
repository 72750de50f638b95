import type { WorkedExample } from '../worked-example.ts';

/** Ticket of the incident, and what the team wrote about what happened. */
export const INCIDENT: Pick<WorkedExample, 'ticket' | 'category' | 'timeline' | 'sections'> = {
  ticket: {
    summary: 'Payroll phished: false sign-in page took two passwords',
    description:
      'Eleven people in payroll got a mail that looked like our sign-in service (T1566.002). Two entered their passwords; one ' +
      'account was used from abroad within the hour (T1078).',
    priority: 'High',
    openedAt: '2026-11-24T08:20:00.000Z',
    closedAt: '2026-11-24T16:00:00.000Z',
    comments: [
      { by: 'Amara Silva', text: 'Both passwords reset, all sessions revoked.' },
      { by: 'Jonas Berg', text: 'The sender domain is ours with one letter swapped, and two days old.' },
      {
        by: 'Amara Silva',
        text: 'Mail log searched: eleven recipients, two sign-ins, no forwarding rules (T1114.003 ruled out).',
      },
    ],
  },
  category: 'phishing',
  timeline: [
    {
      at: '2026-11-24T07:30:00Z',
      kind: 'attacker',
      what: 'The mail arrives in eleven mailboxes.',
      evidencedBy: 'mail log',
    },
    {
      at: '2026-11-24T07:41:00Z',
      kind: 'attacker',
      what: 'The first of two passwords is entered on the false page.',
      evidencedBy: 'proxy log',
    },
    {
      at: '2026-11-24T08:12:00Z',
      kind: 'detection',
      role: 'payroll clerk',
      what: 'A recipient asks the service desk whether the mail is real.',
    },
    {
      at: '2026-11-24T08:33:00Z',
      kind: 'attacker',
      what: 'One account is used from another country.',
      evidencedBy: 'sign-in log',
    },
    { at: '2026-11-24T08:47:00Z', kind: 'action', role: 'analyst', what: 'Passwords are reset and sessions revoked.' },
    {
      at: '2026-11-24T09:30:00Z',
      kind: 'action',
      role: 'mail administrator',
      what: 'The mail is removed from the other nine mailboxes.',
    },
  ],
  sections: {
    summary: {
      text:
        'A mail from a look-alike domain led two of eleven recipients to a false sign-in page. One of the two accounts was used from abroad ' +
        'for 14 minutes before its sessions were revoked. The logs show that one mailbox was opened and nothing was sent or copied.',
    },
    impact: {
      description: 'One mailbox could be read for 14 minutes; two people could not work for an hour.',
      confidentiality: { rating: 'low', description: 'One mailbox, 14 minutes, eight mails opened.' },
      integrity: { rating: 'none' },
      availability: { rating: 'low', description: 'Two people, one hour.' },
      services: ['mail', 'single sign-on'],
      usersAffected: 2,
      dataKinds: ['e-mail'],
    },
    attack: {
      vectors: ['phishing', 'valid accounts'],
      techniques: [{ id: 'T1566.002' }, { id: 'T1078', note: 'one of the two accounts' }],
      attackVersion: '19.1',
      actor: { kind: 'external' },
    },
    detection: {
      how: 'A recipient forwarded the mail to the service desk and asked whether it was real.',
      detectedAt: '2026-11-24T08:12:00Z',
      by: { kind: 'own staff', who: 'payroll clerk' },
      whyNotSooner:
        'The filter knows bad domains, not new ones. Reporting a mail means to find out who wants to know of it.',
    },
    response: {
      procedures: [{ name: 'Account taken over', wasFollowed: 'yes', wasAdequate: 'yes' }],
      tools: 'Sessions were revoked by one script. Removing the mail from other mailboxes took 40 minutes of clicking.',
      escalation: 'The service desk called the analysts after six minutes.',
      containment: { description: 'Passwords reset, sessions revoked.', at: '2026-11-24T08:47:00Z' },
      eradication: { description: 'Mail removed, domain blocked.', at: '2026-11-24T09:30:00Z' },
    },
    sharing: {
      text: 'The domain and the page went to the registrar and to the sector ISAC, TLP:CLEAR.',
      noNotificationBecause:
        'The eight opened mails were read through: menus and meeting times. The data protection officer found a risk to people unlikely (GDPR Art. 33(1)) on 24 November.',
    },
  },
};
