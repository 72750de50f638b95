import type { WorkedExample } from './worked-example.ts';

const GUARD = { type: 'control', id: 'EC2.19' } as const;
const SEGMENT = { type: 'technique', id: 'T1021.004' } as const;
const CREDENTIALS = { type: 'control', id: 'default-credentials' } as const;
const DETECTION = { type: 'detection', id: 'first-seen-source-on-management-port' } as const;

/** A network breach through a misconfiguration: critical, so the strictest template and two approvers. */
export const MISCONFIGURATION_BREACH: WorkedExample = {
  file: 'misconfiguration-breach',
  title: 'A network breach through a misconfiguration',
  inShort:
    'A module that teams copy for new environments opens its management port to every address. A staging database built from ' +
    'it stood open for six days; somebody signed in with the password of the image, went on to a reporting host in ' +
    'production over a peering that nobody had in mind, and copied 41,200 customer records. The review finds a technical, a ' +
    'procedural and a human cause, and four changes to the system. One of them did not work at first; Holdfast noticed.',
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
      what: '41,200 rows of the customer table are copied to a server outside.',
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
  why: {
    timeline:
      'Roles, never names, and where one can see that it was so. The first entry is days before the attack: the port was opened then.',
    framework:
      'Required for a critical incident. The objectives are questions that the review must have answered in the end.',
    impact: 'All three ratings, "none" included: an auditor reads that somebody looked.',
    attack: 'Techniques make the record comparable with others, and are what simulations test later.',
    detection: '"Why not sooner" asks for what the system did not show; it became a recommendation.',
    response: 'A procedure can be followed and still be inadequate. Both are asked for, because the remedies differ.',
    analysis: 'Barrier analysis fits a chain of four holes. The interplay tells which of them were enough alone.',
    causes:
      'The technical cause alone would have led to "close the port". The procedural and the human one are why it was open, and why nobody saw it.',
    observations:
      'What went badly is answered by a recommendation, or says why not. Luck is written down as well: it is a control that nobody has.',
    recommendations: 'Ranked by impact × feasibility. The criterion says what a second person will look at, and when.',
    lessons: 'A lesson names the document that has to say it from now on; it is in place when its version is.',
    notifications:
      'The clock starts at 07:05 with awareness, not at 06:12 with the alarm. Holdfast computes until when.',
  },
  causes: [
    {
      key: 'default open',
      kind: 'technical',
      statement:
        'The module for new environments opens ports 22 and 5432 to every address unless a caller says otherwise.',
      whys: [
        'It was made for a workshop, where everybody had to reach it.',
        'It moved to the shared registry without its defaults being looked at.',
      ],
      worksWith: [],
    },
    {
      key: 'no owner of paths',
      kind: 'procedural',
      statement: 'Peerings between staging and production are requested by ticket, and nobody reviews them afterwards.',
      whys: ['The peering was made for a migration in 2024.', 'A peering has no end date and no owner in any list.'],
      worksWith: ['default open'],
    },
    {
      key: 'staging feels safe',
      kind: 'human',
      statement:
        'People treat staging as a place without risk, since what they are told says that it holds no customer data.',
      whys: [
        'That is true for its database.',
        'Nothing they see shows which ways lead out of it.',
        'The default password speeds up tests that run 40 times a day.',
      ],
      worksWith: ['default open', 'no owner of paths'],
    },
  ],
  factors: [
    {
      kind: 'system vulnerability',
      statement: 'The image of the database comes with an account and a password that do not have to be changed.',
    },
    { kind: 'process gap', statement: 'New environments enter the inventory of the external scan once a month.' },
  ],
  observations: [
    {
      key: 'quick cut',
      kind: 'went well',
      statement: 'From the alarm to the cut peering it took 46 minutes, by the procedure.',
    },
    { key: 'late alarm', kind: 'went badly', statement: 'It took 80 hours and an alarm on cost to see an intrusion.' },
    {
      key: 'no deputy',
      kind: 'went badly',
      statement: 'The rebuild waited five hours for one approver.',
      noRecommendationBecause: 'A deputy was named on 26 November; it takes no project.',
    },
    {
      key: 'lucky host',
      kind: 'got lucky',
      statement: 'The reporting host holds a copy without payment data; the next one in the same network holds them.',
    },
  ],
  recommendations: [
    {
      key: 'guard',
      answers: ['default open'],
      title: 'Deny management ports that are open to the internet, by policy for the whole organisation',
      why: 'It stops the first step, whatever a module says: the request to open the port is refused.',
      kind: 'prevent',
      impact: 5,
      feasibility: 4,
      ownerTeam: 'platform',
      successCriterion:
        'A test change that opens port 22 to 0.0.0.0/0 is denied in every account; the check EC2.19 finds none for 30 days.',
      verification: { checks: [{ kind: 'signal', subject: GUARD }], steps: ['P7D', 'P30D'] },
      d3fend: ['D3-ACH'],
      controls: [
        { framework: 'NIST SP 800-53', id: 'CM-6' },
        { framework: 'NIST SP 800-53', id: 'SC-7(5)' },
      ],
    },
    {
      key: 'segment',
      answers: ['no owner of paths', 'staging feels safe'],
      title: 'Deny traffic from staging to production unless a rule with an owner and an end allows it',
      why: 'It stops the third step. Whoever holds staging holds staging, and no more.',
      kind: 'mitigate',
      impact: 5,
      feasibility: 3,
      ownerTeam: 'network',
      successCriterion:
        'A probe from each staging environment to 20 production hosts is refused, IPv4 and IPv6, in each weekly run.',
      verification: { checks: [{ kind: 'signal', subject: SEGMENT }], steps: ['P7D', 'P30D'] },
      d3fend: ['D3-NI', 'D3-NTF'],
      controls: [{ framework: 'NIST SP 800-53', id: 'AC-4' }],
    },
    {
      key: 'credentials',
      answers: ['staging feels safe'],
      title: 'Build staging with passwords of its own, made at start and gone with the environment',
      why: 'It stops the second step, and makes the secure way the quick one: tests get the password from the pipeline.',
      kind: 'prevent',
      impact: 4,
      feasibility: 4,
      ownerTeam: 'platform',
      successCriterion: 'A weekly scan of all environments finds no account with the password of an image.',
      verification: { checks: [{ kind: 'signal', subject: CREDENTIALS }], steps: ['P7D', 'P30D'] },
      d3fend: ['D3-CFP', 'D3-CRO'],
      controls: [{ framework: 'NIST SP 800-53', id: 'IA-5' }],
    },
    {
      key: 'alert',
      answers: ['late alarm'],
      title: 'Alert on sessions from sources that a management port has never seen',
      why: 'The first sign-in came from an address abroad 80 hours before anybody looked.',
      kind: 'detect',
      impact: 3,
      feasibility: 4,
      ownerTeam: 'security operations',
      successCriterion: 'A test session from a new address raises an alert within 15 minutes, in 3 runs of 3.',
      verification: {
        checks: [
          { kind: 'signal', subject: DETECTION },
          { kind: 'attestation', statement: 'An analyst took the test alert within 15 minutes, at night too' },
        ],
        steps: ['P7D', 'P30D'],
      },
      d3fend: ['D3-NTA'],
      controls: [{ framework: 'NIST SP 800-53', id: 'SI-4(4)' }],
    },
    {
      key: 'own cloud',
      answers: ['no owner of paths'],
      title: 'Move staging to another cloud provider',
      why: 'There are no peerings between providers.',
      kind: 'mitigate',
      impact: 2,
      feasibility: 1,
      ownerTeam: 'platform',
      successCriterion: 'No staging environment runs at the provider of production.',
      verification: {
        checks: [{ kind: 'attestation', statement: 'The bill of the provider lists no staging account' }],
      },
      judged: { declinedBecause: 'The segment rule reaches the same for a tenth of the cost; see its criterion.' },
    },
  ],
  lessons: [
    {
      key: 'module rules',
      statement: 'A shared module is closed by default; what it opens, its caller has to say.',
      updates: 'policy',
      document: 'Rules for shared modules',
      ownerTeam: 'platform',
      dueAt: '2026-12-18T12:00:00Z',
      reviewEvery: 'P180D',
    },
    {
      key: 'staging rotation',
      statement: 'Rotating secrets covers staging, with the list made by a query.',
      updates: 'procedure',
      document: 'Rotate secrets of an environment',
      ownerTeam: 'security operations',
      dueAt: '2026-12-11T12:00:00Z',
      reviewEvery: 'P365D',
    },
  ],
  notifications: [
    {
      key: 'early warning',
      regime: 'NIS2',
      stage: 'early warning',
      recipient: 'national CSIRT',
      clockStartedAt: '2026-11-23T07:05:00Z',
      sentAt: '2026-11-23T19:40:00Z',
      reference: 'CSIRT-2026-4410',
    },
    {
      key: 'nis2',
      regime: 'NIS2',
      stage: 'notification',
      recipient: 'national CSIRT',
      clockStartedAt: '2026-11-23T07:05:00Z',
      sentAt: '2026-11-25T16:00:00Z',
      reference: 'CSIRT-2026-4410/2',
    },
    {
      key: 'gdpr',
      regime: 'GDPR',
      stage: 'notification',
      recipient: 'data protection authority',
      clockStartedAt: '2026-11-23T07:05:00Z',
      sentAt: '2026-11-25T15:30:00Z',
      reference: 'DPA-77812',
    },
    {
      key: 'customers',
      regime: 'customers',
      stage: 'disclosure',
      recipient: '41,200 customers, by letter and mail',
      sentAt: '2026-11-25T18:00:00Z',
    },
    {
      key: 'final report',
      regime: 'NIS2',
      stage: 'final report',
      recipient: 'national CSIRT',
      clockStartedAt: '2026-11-25T16:00:00Z',
    },
  ],
  approvedAt: '2026-11-27T10:00:00.000Z',
  course: [
    {
      at: '2026-12-01T15:00:00.000Z',
      does: 'ticket done',
      fix: 'guard',
      by: 'Jonas Berg',
      after: { guard: 'claimed' },
    },
    {
      at: '2026-12-02T09:00:00.000Z',
      does: 'ticket done',
      fix: 'segment',
      by: 'Jonas Berg',
      after: { segment: 'claimed' },
    },
    {
      at: '2026-12-02T11:00:00.000Z',
      does: 'ticket done',
      fix: 'credentials',
      by: 'Mia Okafor',
      after: { credentials: 'claimed' },
    },
    {
      at: '2026-12-03T09:00:00.000Z',
      does: 'ticket done',
      fix: 'alert',
      by: 'Mia Okafor',
      after: { alert: 'claimed' },
    },
    {
      at: '2026-12-04T10:00:00.000Z',
      does: 'lesson in place',
      lesson: 'staging rotation',
      reference: { version: '2.0', url: 'https://wiki.example.com/rotate-secrets' },
    },
    {
      at: '2026-12-08T06:00:00.000Z',
      does: 'signal',
      subject: GUARD,
      outcome: 'pass',
      source: 'Security Hub',
      detail: '0 of 61 accounts with an open management port',
    },
    {
      at: '2026-12-08T07:00:00.000Z',
      does: 'signal',
      subject: SEGMENT,
      outcome: 'fail',
      source: 'reachability probe',
      detail: '2 of 20 production hosts answered over IPv6',
    },
    {
      at: '2026-12-08T08:00:00.000Z',
      does: 'signal',
      subject: CREDENTIALS,
      outcome: 'pass',
      source: 'credential scan',
      detail: '14 environments, none with an image password',
    },
    {
      at: '2026-12-09T12:00:00.000Z',
      does: 'check',
      after: { guard: 'verifying', segment: 'open', credentials: 'verifying', alert: 'claimed' },
      because:
        'The rule had been written for IPv4. The ticket said Done; the probe found two hosts. Holdfast reopened the same ticket with that line in a comment, and a new deadline.',
    },
    {
      at: '2026-12-09T14:00:00.000Z',
      does: 'signal',
      subject: DETECTION,
      outcome: 'pass',
      source: 'detection test',
      detail: '3 of 3 runs, slowest 6 minutes',
    },
    {
      at: '2026-12-10T08:00:00.000Z',
      does: 'attest',
      fix: 'alert',
      check: 1,
      outcome: 'pass',
      note: 'The alert of 02:14 was taken at 02:21.',
    },
    { at: '2026-12-10T12:00:00.000Z', does: 'check', after: { alert: 'verifying' } },
    {
      at: '2026-12-14T16:00:00.000Z',
      does: 'ticket done',
      fix: 'segment',
      by: 'Jonas Berg',
      after: { segment: 'claimed' },
    },
    {
      at: '2026-12-16T10:00:00.000Z',
      does: 'lesson in place',
      lesson: 'module rules',
      reference: { version: '1.3', url: 'https://wiki.example.com/module-rules' },
    },
    {
      at: '2026-12-18T10:00:00.000Z',
      does: 'notification sent',
      notification: 'final report',
      reference: 'CSIRT-2026-4410/3',
    },
    {
      at: '2026-12-21T06:00:00.000Z',
      does: 'signal',
      subject: SEGMENT,
      outcome: 'pass',
      source: 'reachability probe',
      detail: '20 of 20 refused, IPv4 and IPv6',
    },
    { at: '2026-12-21T17:00:00.000Z', does: 'check', after: { segment: 'verifying' } },
    {
      at: '2026-12-31T06:00:00.000Z',
      does: 'signal',
      subject: GUARD,
      outcome: 'pass',
      source: 'Security Hub',
      detail: '0 of 63 accounts with an open management port',
    },
    {
      at: '2026-12-31T08:00:00.000Z',
      does: 'signal',
      subject: CREDENTIALS,
      outcome: 'pass',
      source: 'credential scan',
      detail: '15 environments, none with an image password',
    },
    {
      at: '2027-01-01T14:00:00.000Z',
      does: 'signal',
      subject: DETECTION,
      outcome: 'pass',
      source: 'detection test',
      detail: '3 of 3 runs, slowest 4 minutes',
    },
    {
      at: '2027-01-01T15:00:00.000Z',
      does: 'attest',
      fix: 'alert',
      check: 1,
      outcome: 'pass',
      note: 'The alert of 03:40 on New Year’s night was taken at 03:52.',
    },
    {
      at: '2027-01-02T12:00:00.000Z',
      does: 'check',
      after: { guard: 'verified', credentials: 'verified', alert: 'verified', segment: 'verifying' },
    },
    {
      at: '2027-01-12T06:00:00.000Z',
      does: 'signal',
      subject: SEGMENT,
      outcome: 'pass',
      source: 'reachability probe',
      detail: '20 of 20 refused, IPv4 and IPv6',
    },
    { at: '2027-01-13T17:00:00.000Z', does: 'check', after: { segment: 'verified' } },
  ],
  takeaways: [
    'The criterion of the segment rule says "IPv4 and IPv6". Without these words the first probe would have looked at half of the ways, and the ticket had stayed at Done.',
    'The human cause speaks of what people see and are told. Its fix changes the pipeline; it asks nobody to take more care.',
    'One recommendation was declined, with a reason that names what does the same. That is a result of a review, too.',
  ],
};
