import type { WorkedExample } from '../worked-example.ts';

/** Ticket of the incident, and what the team wrote about what happened. */
export const INCIDENT: Pick<WorkedExample, 'ticket' | 'category' | 'timeline' | 'sections'> = {
  ticket: {
    summary: 'Unknown sessions on reporting host, 41,200 customer records copied',
    description:
      'The cost alarm for outbound traffic of the reporting host went off at 06:12. Sessions over SSH from the staging network (T1021.004), ' +
      'which began with a sign-in to the staging database from the internet with the default account (T1078.001).',
    priority: 'Highest',
    openedAt: '2026-11-23T06:12:00.000Z',
    closedAt: '2026-11-25T17:30:00.000Z',
    comments: [
      { by: 'Amara Silva', text: 'Peering between staging and production cut, sessions ended, host imaged.' },
      { by: 'Jonas Berg', text: 'The port was opened by the module in version 3.1, which three environments use.' },
    ],
  },
  category: 'misconfiguration',
  timeline: [
    {
      at: '2026-11-17T14:05:00Z',
      kind: 'action',
      role: 'platform engineer',
      what: 'The staging environment "atlas" is built from the module in version 3.1. Its port 22 and 5432 are open to 0.0.0.0/0.',
      evidencedBy: 'pipeline run 8841',
    },
    {
      at: '2026-11-19T22:41:00Z',
      kind: 'attacker',
      what: 'First sign-in to the staging database from an address abroad, with the account and password of the image.',
      evidencedBy: 'database audit log',
    },
    {
      at: '2026-11-22T23:10:00Z',
      kind: 'attacker',
      what: 'From staging, SSH to the reporting host in production with a key that lay in the staging home directory.',
      evidencedBy: 'flow log, host image',
    },
    {
      at: '2026-11-23T02:30:00Z',
      kind: 'attacker',
      what: '41,200 rows of the customer table, and the reports made from them, are copied to a server outside.',
      evidencedBy: 'flow log: 3.1 GB',
    },
    {
      at: '2026-11-23T06:12:00Z',
      kind: 'detection',
      role: 'on-call analyst',
      what: 'The cost alarm for outbound traffic goes off.',
    },
    {
      at: '2026-11-23T06:50:00Z',
      kind: 'decision',
      role: 'incident commander',
      what: 'Cut the peering rather than stop the host, to keep its memory for the image.',
    },
    {
      at: '2026-11-23T06:58:00Z',
      kind: 'action',
      role: 'network on-call',
      what: 'The peering is cut, sessions are ended.',
    },
    {
      at: '2026-11-23T07:05:00Z',
      kind: 'decision',
      role: 'legal',
      what: 'The incident is significant under NIS2, and personal data left: the clocks start.',
    },
    {
      at: '2026-11-24T15:20:00Z',
      kind: 'action',
      role: 'platform engineer',
      what: 'The three environments with the module are closed and rebuilt, keys and passwords are replaced.',
    },
    {
      at: '2026-11-25T16:00:00Z',
      kind: 'communication',
      role: 'legal',
      what: 'Notifications to the CSIRT and to the data protection authority are out; letters to customers follow.',
    },
  ],
  sections: {
    framework: {
      objectives: [
        'Find why an open management port could exist for six days',
        'Find why staging could reach customer data',
        'Agree on changes whose effect can be measured',
      ],
      outcomes: [
        { objective: 'Find why an open management port could exist for six days', outcome: 'met' },
        {
          objective: 'Find why staging could reach customer data',
          outcome: 'partly met',
          because: 'The peering is found; who asked for it, three years ago, and what for, nobody knows any more.',
        },
        { objective: 'Agree on changes whose effect can be measured', outcome: 'met' },
      ],
      scope: 'From the build of the environment to the last notification. Not: the choice of the cloud provider.',
      team: [
        { role: 'facilitator', name: 'Noor Haddad' },
        { role: 'owner', name: 'Anna Analyst' },
        { role: 'incident commander', name: 'Tomasz Wilk' },
        { role: 'security operations', name: 'Amara Silva' },
        { role: 'IT', name: 'Jonas Berg' },
        { role: 'legal', name: 'Ines Duarte' },
        { role: 'business', name: 'Piet de Vries' },
      ],
    },
    summary: {
      text:
        'A staging environment had its management ports open to the internet, because the module it was built from opens them by default. ' +
        'Somebody signed in with the default account, found a key, reached a reporting host in production over a peering, and copied 41,200 ' +
        'customer records. An alarm on cost, not one on security, led to the detection after 80 hours. The way was closed 46 minutes later.',
    },
    impact: {
      description:
        'Names, addresses and order totals of 41,200 customers left the company. No passwords, no payment data. Reporting was down for two days.',
      confidentiality: { rating: 'high', description: 'Personal data of 41,200 people were copied.' },
      integrity: { rating: 'none', description: 'Row hashes match the backup of the evening before.' },
      availability: { rating: 'low', description: 'Reports were late by two days.' },
      assets: [
        { name: 'staging environment "atlas"', kind: 'cloud account', count: 1 },
        { name: 'reporting host', kind: 'server', count: 1 },
      ],
      services: ['customer reporting'],
      dataKinds: [{ kind: 'name, address, order total', records: 41_200, isPersonal: true }],
      usersAffected: 41_200,
      customers: { affected: 41_200, description: 'In four member states.' },
      cost: { amount: 180_000, currency: 'EUR', description: 'Forensics, letters, two days of reporting.' },
      duration: { from: '2026-11-19T22:41:00Z', to: '2026-11-23T06:58:00Z' },
    },
    attack: {
      vectors: ['misconfiguration', 'valid accounts'],
      description:
        'Open management port, default account, key found on the host, lateral movement by SSH, transfer over HTTPS.',
      vulnerabilities: [
        { description: 'Module "environment" 3.1: ingress 0.0.0.0/0 on 22 and 5432 unless told otherwise' },
      ],
      techniques: [
        { id: 'T1133', note: 'management port on the internet' },
        { id: 'T1078.001', note: 'account and password of the image' },
        { id: 'T1552.004', note: 'private key in the home directory' },
        { id: 'T1021.004', note: 'SSH from staging to production' },
        { id: 'T1048.002', note: 'copied over HTTPS' },
      ],
      attackVersion: '19.1',
      actor: { kind: 'external', variety: 'unknown', motive: 'financial, as far as one can tell' },
    },
    detection: {
      how: 'The cost alarm of the cloud account saw 3.1 GB of outbound traffic from a host that sends 40 MB a day.',
      detectedAt: '2026-11-23T06:12:00Z',
      by: { kind: 'tool', who: 'cost alarm' },
      whyNotSooner:
        'Flow logs of staging are kept and read by no rule. The external scan covers the addresses that are in the inventory; new environments enter it once a month.',
    },
    response: {
      procedures: [
        { name: 'Isolate a cloud host', wasFollowed: 'yes', wasAdequate: 'yes', policy: 'IR plan 4.2' },
        {
          name: 'Rotate secrets of an environment',
          wasFollowed: 'partly',
          wasAdequate: 'no',
          note: 'It knows production only; the list for staging was made by hand.',
        },
      ],
      tools:
        'Imaging a host took 9 minutes. There is no view of peerings over all accounts, so the way was found by reading route tables.',
      peopleAndSkills: 'Two people can read flow logs; both were there.',
      escalation: 'The commander was called after 12 minutes, legal after 50.',
      communication:
        'One channel, one document, an update every hour. Customer service heard of it from the press office two hours late.',
      neededSooner: 'A list of all ways from staging to production.',
      heldRecoveryBack: 'Rebuilding wanted the approval of somebody who was on leave; no deputy was named.',
      containment: { description: 'Peering cut, sessions ended.', at: '2026-11-23T06:58:00Z' },
      eradication: {
        description: 'Environments rebuilt from a closed module, all keys and passwords of staging replaced.',
        at: '2026-11-24T15:20:00Z',
      },
      recovery: {
        description: 'Reporting runs again, on a new host, after row hashes were compared.',
        at: '2026-11-25T09:00:00Z',
      },
    },
    analysis: {
      method: 'barrier analysis',
      interplay:
        'Each of four barriers was there and had a hole: the port (default), the account (image), the segment (peering), the alert (no rule). Any one of them closed ends the story before customer data.',
    },
    sharing: { text: 'Indicators went to the sector ISAC on 24 November, TLP:GREEN.' },
  },
};
