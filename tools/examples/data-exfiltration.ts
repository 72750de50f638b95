import type { WorkedExample } from './worked-example.ts';

const CLASSIFIED = { type: 'control', id: 'data-classification' } as const;
const ENCRYPTED = { type: 'control', id: 'classified-data-encrypted' } as const;
const TRANSFER = { type: 'technique', id: 'T1567.002' } as const;

/** A data exfiltration, answered by classification, encryption and data-loss prevention, with a risk accepted for a time. */
export const DATA_EXFILTRATION: WorkedExample = {
  file: 'data-exfiltration',
  title: 'A data exfiltration, answered by classification, encryption and data-loss prevention',
  inShort:
    'The token of a reporting add-on was taken from its vendor and used to copy 2.4 million order documents to a cloud drive over three ' +
    'nights. For two days nobody could say which personal data were among them. The review answers that with classification, with keys ' +
    'that reading rights alone do not open, and with data-loss prevention on what leaves. The prevention had a gap at first: it looked ' +
    'at browsers. For the tape archive a risk is accepted, with an end date.',
  ticket: {
    summary: 'Order archive copied to a foreign cloud drive with the token of an add-on',
    description:
      'A partner tells us that our documents are offered for sale. The access log of the archive shows 2.4 million reads by the token of the ' +
      'reporting add-on (T1528, T1530), and the proxy log uploads to a cloud drive (T1567.002).',
    priority: 'Highest',
    openedAt: '2026-11-23T09:40:00.000Z',
    closedAt: '2026-11-27T15:00:00.000Z',
    comments: [
      { by: 'Amara Silva', text: 'Token revoked; the vendor confirms that tokens of several customers were taken.' },
      { by: 'Jonas Berg', text: 'The token may read the whole archive, though the add-on needs the last 30 days.' },
    ],
  },
  category: 'data exfiltration',
  timeline: [
    {
      at: '2026-11-18T23:02:00Z',
      kind: 'attacker',
      what: 'First read of the archive with the token, from a host at a cloud provider.',
      evidencedBy: 'access log',
    },
    {
      at: '2026-11-21T03:30:00Z',
      kind: 'attacker',
      what: 'Last of 2.4 million reads in three nights.',
      evidencedBy: 'access log',
    },
    {
      at: '2026-11-23T09:40:00Z',
      kind: 'detection',
      role: 'partner',
      what: 'A partner tells us of documents that are offered for sale.',
    },
    {
      at: '2026-11-23T10:05:00Z',
      kind: 'action',
      role: 'on-call analyst',
      what: 'The token is revoked, and with it those of all add-ons of the vendor.',
    },
    {
      at: '2026-11-23T11:00:00Z',
      kind: 'decision',
      role: 'legal',
      what: 'Personal data are likely among the documents: the clocks start.',
    },
    {
      at: '2026-11-25T17:00:00Z',
      kind: 'decision',
      role: 'data owner',
      what: 'A sample of 10,000 documents shows which personal data are in them; the number of people is an estimate.',
    },
    {
      at: '2026-11-26T09:30:00Z',
      kind: 'communication',
      role: 'legal',
      what: 'The authority is told; letters to customers are prepared.',
    },
    {
      at: '2026-11-27T14:00:00Z',
      kind: 'action',
      role: 'platform engineer',
      what: 'Tokens of add-ons are limited to the documents of 30 days.',
    },
  ],
  sections: {
    framework: {
      objectives: [
        'Find why one token could read everything',
        'Find why 2.4 million reads were not seen',
        'Find why nobody knew what was in the documents',
      ],
      scope: 'The archive, its add-ons, and what leaves the network. The vendor runs a review of its own.',
      team: [
        { role: 'facilitator', name: 'Noor Haddad' },
        { role: 'owner', name: 'Anna Analyst' },
        { role: 'incident commander', name: 'Tomasz Wilk' },
        { role: 'legal', name: 'Ines Duarte' },
        { role: 'communications', name: 'Lea Brandt' },
        { role: 'business', name: 'Piet de Vries' },
      ],
    },
    summary: {
      text:
        'With a token that was taken from the vendor of an add-on, somebody read 2.4 million order documents in three nights and put them on a ' +
        'cloud drive. A partner told us two days later. About 310,000 people are named in the documents. The token was revoked 25 minutes after the report.',
    },
    impact: {
      description: 'Order documents of nine years, with names, addresses and what was bought. About 310,000 people.',
      confidentiality: { rating: 'high', description: 'The documents are offered for sale.' },
      integrity: { rating: 'none', description: 'The token could only read.' },
      availability: { rating: 'none' },
      assets: [{ name: 'order archive', kind: 'object storage', count: 1 }],
      services: ['order archive', 'reporting add-on'],
      dataKinds: [{ kind: 'name, address, order', records: 2_400_000, isPersonal: true }],
      usersAffected: 310_000,
      customers: { affected: 310_000, description: 'An estimate from a sample of 10,000 documents.' },
      cost: { amount: 950_000, currency: 'EUR', description: 'Letters, call centre, forensics, legal advice.' },
      duration: { from: '2026-11-18T23:02:00Z', to: '2026-11-23T10:05:00Z' },
    },
    attack: {
      vectors: ['supply chain', 'valid accounts'],
      description:
        'Token taken at the vendor, used from a cloud host at night, at 9 reads a second, below the limit of the API.',
      vulnerabilities: [{ description: 'Tokens of add-ons carry the rights of the whole archive and do not end.' }],
      techniques: [
        { id: 'T1199', note: 'by way of a vendor' },
        { id: 'T1528', note: 'token of the add-on' },
        { id: 'T1530', note: 'documents in object storage' },
        { id: 'T1567.002', note: 'to a cloud drive' },
      ],
      attackVersion: '19.1',
      actor: { kind: 'external', variety: 'organised crime, by what is offered', motive: 'financial' },
    },
    detection: {
      how: 'A partner saw documents with our letterhead in an offer.',
      detectedAt: '2026-11-23T09:40:00Z',
      by: { kind: 'partner', who: 'threat intelligence team of a partner' },
      whyNotSooner:
        'Reads are logged and counted for billing only. What leaves to cloud drives is counted for browsers of laptops, not for servers.',
    },
    response: {
      procedures: [
        { name: 'Leaked credential', wasFollowed: 'yes', wasAdequate: 'yes' },
        {
          name: 'Personal data breach',
          wasFollowed: 'partly',
          wasAdequate: 'partly',
          policy: 'Data protection manual 6',
          note: 'It begins with the list of data concerned, and there was none.',
        },
      ],
      tools: 'Revoking took one call. Finding out what is in the documents took a script, ten machines and two days.',
      peopleAndSkills: 'Nobody on duty knew the archive; its team left in a reorganisation in spring.',
      escalation: 'Legal joined after 80 minutes, the board was told within three hours.',
      communication: 'Partners were told before customers, on the same day, with the same words.',
      neededSooner: 'An inventory that says which personal data are where.',
      heldRecoveryBack: 'Nothing: the archive stayed in use, without add-ons.',
      containment: { description: 'Tokens of the vendor revoked.', at: '2026-11-23T10:05:00Z' },
      eradication: {
        description: 'Tokens issued anew, for 30 days of documents and for a day at a time.',
        at: '2026-11-27T14:00:00Z',
      },
      recovery: { description: 'Add-on in use again with narrow tokens.', at: '2026-11-27T14:30:00Z' },
    },
    analysis: {
      method: 'five whys',
      interplay:
        'The wide token made the reads possible, the silence on reads made them long, and data without a class made the harm unknown. Narrow tokens alone limit it to 30 days of documents.',
    },
    sharing: {
      text: 'The vendor, the sector ISAC and two partners got the addresses and the pattern of reads, TLP:AMBER.',
    },
  },
  why: {
    timeline:
      'Two entries are decisions. They are what people ask about in a year: who decided what, with which knowledge.',
    framework: 'Scope says what is left out, too: the vendor has its own review.',
    impact:
      'The number of people is an estimate and says so. It will be corrected in the record, and the audit log keeps both.',
    detection: '`by` is a partner. Reports on who detects what show, over the year, how often that is not us.',
    response:
      'A procedure that begins with a list that nobody has is followed "partly" and is "partly" adequate. Both became a recommendation.',
    analysis: 'Five whys for each cause, and the interplay, since no single cause explains 2.4 million documents.',
    causes: 'The human cause is not about the people on duty: it is that knowledge of the archive left with its team.',
    observations: 'What went well is kept for the next exercise. What went badly is answered.',
    recommendations:
      'Three answers in the order in which they help: know the data, make reading rights alone useless, stop what leaves.',
    lessons: 'Three documents change: the contract with vendors, the data protection manual, a detection.',
    notifications:
      'GDPR within 72 hours of awareness at 11:00 on 23 November. The estimate was enough to notify; the rest follows in phases.',
  },
  causes: [
    {
      key: 'wide token',
      kind: 'technical',
      statement: 'Tokens of add-ons may read the whole archive and never end.',
      whys: [
        'The archive knows one right, "read".',
        'It was built before there were add-ons.',
        'Nobody owns the question since the team was dissolved.',
      ],
      worksWith: ['silent reads'],
    },
    {
      key: 'silent reads',
      kind: 'technical',
      statement: 'Neither bulk reads of the archive nor uploads by servers are looked at by any rule.',
      whys: [
        'The logs go to billing.',
        'Data-loss prevention was bought for laptops, after an incident with a laptop.',
      ],
    },
    {
      key: 'no class',
      kind: 'procedural',
      statement: 'Data get no class and no owner when a store is made, so no rule can protect what is personal.',
      whys: ['The classification policy names documents of offices.', 'It was written before object storage came in.'],
      worksWith: ['silent reads'],
    },
    {
      key: 'knowledge gone',
      kind: 'human',
      statement: 'Nobody on duty knew the archive, so what was in it had to be found out from the documents.',
      whys: [
        'Its team was dissolved in spring.',
        'The handover covered operations, not contents.',
        'No rule asks for an owner of the contents.',
      ],
      worksWith: ['no class'],
    },
  ],
  factors: [
    {
      kind: 'third party',
      statement: 'The vendor kept tokens of its customers unencrypted, and told them after five days.',
    },
    {
      kind: 'process gap',
      statement: 'The contract with the vendor names no time within which it has to tell of an incident.',
    },
  ],
  observations: [
    {
      key: 'revoked',
      kind: 'went well',
      statement: 'From the report to the revoked token it took 25 minutes, on a Monday morning.',
    },
    { key: 'two days', kind: 'went badly', statement: 'It took two days to find out whose data are concerned.' },
    {
      key: 'told by others',
      kind: 'went badly',
      statement: 'We learned of it from a partner, two days after the last read.',
    },
    {
      key: 'read only',
      kind: 'got lucky',
      statement: 'The token could not write: nine years of orders could have been changed or deleted.',
    },
  ],
  recommendations: [
    {
      key: 'classify',
      answers: ['no class', 'knowledge gone', 'two days'],
      title: 'Classify all stores that hold personal data, with a class and an owner of the contents',
      why: 'Rules can only protect what they can tell apart, and who is asked at night needs a name.',
      kind: 'mitigate',
      impact: 4,
      feasibility: 3,
      ownerTeam: 'data',
      successCriterion:
        'The inventory shows class and owner for 100 % of stores; a weekly scan finds no personal data outside labelled ones.',
      verification: { checks: [{ kind: 'signal', subject: CLASSIFIED }], steps: ['P7D', 'P30D'] },
      d3fend: ['D3-DI'],
      controls: [
        { framework: 'NIST SP 800-53', id: 'RA-2' },
        { framework: 'ISO/IEC 27001', id: 'A.5.12' },
      ],
    },
    {
      key: 'encrypt',
      answers: ['wide token'],
      title: 'Encrypt classified stores with keys for each year, which add-ons get for the documents that they need',
      why: 'A token that may read gets nothing to read without the key: nine years become 30 days.',
      kind: 'mitigate',
      impact: 5,
      feasibility: 3,
      ownerTeam: 'data',
      successCriterion:
        'All classified stores use a customer key; of 100 old documents read with the token of an add-on, none can be opened.',
      verification: {
        checks: [
          { kind: 'signal', subject: ENCRYPTED },
          {
            kind: 'attestation',
            statement: 'Of 100 old documents read with the token of an add-on none could be opened',
          },
        ],
        steps: ['P7D', 'P30D'],
      },
      d3fend: ['D3-FE'],
      controls: [
        { framework: 'NIST SP 800-53', id: 'SC-28(1)' },
        { framework: 'ISO/IEC 27001', id: 'A.8.24' },
      ],
    },
    {
      key: 'dlp',
      answers: ['silent reads', 'told by others'],
      title: 'Block uploads of classified data to places outside, from laptops and servers',
      why: 'The documents left by an ordinary upload. It is the last step at which they can be stopped.',
      kind: 'prevent',
      impact: 5,
      feasibility: 4,
      ownerTeam: 'security operations',
      successCriterion:
        'An upload of 100 marked documents is blocked and raises an alert within 2 minutes: by browser, by command line and from a server.',
      verification: { checks: [{ kind: 'signal', subject: TRANSFER }], steps: ['P7D', 'P30D'] },
      d3fend: ['D3-OTF', 'D3-UDTA'],
      controls: [
        { framework: 'NIST SP 800-53', id: 'SC-7(10)' },
        { framework: 'ISO/IEC 27001', id: 'A.8.12' },
      ],
    },
    {
      key: 'tapes',
      answers: ['wide token'],
      title: 'Encrypt the tape archive of the years before 2018 with keys of its own',
      why: 'The same documents lie on tapes in a vault, readable by whoever holds them.',
      kind: 'mitigate',
      impact: 3,
      feasibility: 1,
      ownerTeam: 'data',
      successCriterion: 'Of 10 tapes drawn at random, none can be read without the key.',
      verification: {
        checks: [{ kind: 'attestation', statement: 'Of 10 tapes drawn at random none could be read without the key' }],
      },
      judged: {
        riskAccepted: {
          until: '2027-06-30T00:00:00.000Z',
          reason:
            'The tapes are destroyed in June 2027, when their retention ends. Encrypting 4,000 tapes before takes until May.',
          compensatingControl: 'Vault with two keys and a log; tapes leave it with two people only.',
        },
      },
    },
  ],
  lessons: [
    {
      key: 'contract',
      statement: 'Contracts with vendors that hold our tokens name 24 hours for telling us, and encryption of tokens.',
      updates: 'policy',
      document: 'Security annex for vendors',
      ownerTeam: 'procurement',
      dueAt: '2027-01-15T12:00:00Z',
      reviewEvery: 'P365D',
    },
    {
      key: 'manual',
      statement:
        'The procedure for a breach of personal data begins with the inventory, and says what to do without one.',
      updates: 'procedure',
      document: 'Data protection manual 6',
      ownerTeam: 'legal',
      dueAt: '2026-12-18T12:00:00Z',
      reviewEvery: 'P365D',
    },
    {
      key: 'bulk reads',
      statement: 'A rule counts reads of the archive for each token and hour, and alerts at ten times the usual.',
      updates: 'detection',
      document: 'Rule archive-bulk-read',
      ownerTeam: 'security operations',
      dueAt: '2026-12-11T12:00:00Z',
      reviewEvery: 'P90D',
    },
  ],
  notifications: [
    {
      key: 'gdpr',
      regime: 'GDPR',
      stage: 'notification',
      recipient: 'data protection authority',
      clockStartedAt: '2026-11-23T11:00:00Z',
      sentAt: '2026-11-26T09:30:00Z',
      reference: 'DPA-77901',
    },
    {
      key: 'police',
      regime: 'law enforcement',
      stage: 'notification',
      recipient: 'cyber crime unit',
      sentAt: '2026-11-24T13:00:00Z',
      reference: 'ZAC-2026-1187',
    },
    {
      key: 'customers',
      regime: 'customers',
      stage: 'disclosure',
      recipient: '310,000 people named in documents',
      dueAt: '2026-12-04T12:00:00Z',
    },
  ],
  approvedAt: '2026-12-01T10:00:00.000Z',
  course: [
    {
      at: '2026-12-03T15:00:00.000Z',
      does: 'notification sent',
      notification: 'customers',
      reference: 'letter run 12/2026',
    },
    { at: '2026-12-07T10:00:00.000Z', does: 'ticket done', fix: 'dlp', by: 'Mia Okafor', after: { dlp: 'claimed' } },
    {
      at: '2026-12-08T10:00:00.000Z',
      does: 'ticket done',
      fix: 'encrypt',
      by: 'Jonas Berg',
      after: { encrypt: 'claimed' },
    },
    {
      at: '2026-12-10T09:00:00.000Z',
      does: 'lesson in place',
      lesson: 'bulk reads',
      reference: { version: '1', url: 'https://git.example.com/detections/archive-bulk-read' },
    },
    {
      at: '2026-12-10T10:00:00.000Z',
      does: 'ticket done',
      fix: 'classify',
      by: 'Jonas Berg',
      after: { classify: 'claimed' },
    },
    {
      at: '2026-12-14T08:00:00.000Z',
      does: 'signal',
      subject: TRANSFER,
      outcome: 'fail',
      source: 'exfiltration simulation',
      detail: 'browser blocked 100 of 100, command line 0 of 100, server 0 of 100',
    },
    {
      at: '2026-12-14T12:00:00.000Z',
      does: 'check',
      after: { dlp: 'open' },
      because:
        'The product had been turned on where it was easy: in browsers. The criterion names three ways, the simulation tries three, and two were open. The attack itself had used the third.',
    },
    {
      at: '2026-12-15T09:00:00.000Z',
      does: 'signal',
      subject: ENCRYPTED,
      outcome: 'pass',
      source: 'Config',
      detail: '38 of 38 classified stores with a customer key',
    },
    {
      at: '2026-12-15T10:00:00.000Z',
      does: 'attest',
      fix: 'encrypt',
      check: 1,
      outcome: 'pass',
      note: '100 documents of 2019 read with the token of the add-on: 0 opened.',
    },
    { at: '2026-12-15T12:00:00.000Z', does: 'check', after: { encrypt: 'verifying' } },
    {
      at: '2026-12-16T10:00:00.000Z',
      does: 'lesson in place',
      lesson: 'manual',
      reference: { version: '6.1', url: 'https://wiki.example.com/dpm-6' },
    },
    {
      at: '2026-12-17T08:00:00.000Z',
      does: 'signal',
      subject: CLASSIFIED,
      outcome: 'pass',
      source: 'data scanner',
      detail: '112 of 112 stores labelled, 0 findings outside',
    },
    { at: '2026-12-17T12:00:00.000Z', does: 'check', after: { classify: 'verifying' } },
    { at: '2026-12-21T10:00:00.000Z', does: 'ticket done', fix: 'dlp', by: 'Mia Okafor', after: { dlp: 'claimed' } },
    {
      at: '2026-12-28T08:00:00.000Z',
      does: 'signal',
      subject: TRANSFER,
      outcome: 'pass',
      source: 'exfiltration simulation',
      detail: 'browser, command line and server: 300 of 300 blocked, alert after 40 seconds',
    },
    { at: '2026-12-28T12:00:00.000Z', does: 'check', after: { dlp: 'verifying' } },
    {
      at: '2027-01-07T08:00:00.000Z',
      does: 'signal',
      subject: ENCRYPTED,
      outcome: 'pass',
      source: 'Config',
      detail: '41 of 41 classified stores with a customer key',
    },
    {
      at: '2027-01-07T09:00:00.000Z',
      does: 'attest',
      fix: 'encrypt',
      check: 1,
      outcome: 'pass',
      note: '100 documents of 2021 read with the token of the add-on: 0 opened.',
    },
    { at: '2027-01-07T12:00:00.000Z', does: 'check', after: { encrypt: 'verified' } },
    {
      at: '2027-01-09T08:00:00.000Z',
      does: 'signal',
      subject: CLASSIFIED,
      outcome: 'pass',
      source: 'data scanner',
      detail: '118 of 118 stores labelled, 0 findings outside',
    },
    { at: '2027-01-09T12:00:00.000Z', does: 'check', after: { classify: 'verified' } },
    {
      at: '2027-01-14T10:00:00.000Z',
      does: 'lesson in place',
      lesson: 'contract',
      reference: { version: '2027-01', note: 'Signed by the vendor of the add-on on 13 January.' },
    },
    {
      at: '2027-01-20T08:00:00.000Z',
      does: 'signal',
      subject: TRANSFER,
      outcome: 'pass',
      source: 'exfiltration simulation',
      detail: '300 of 300 blocked',
    },
    { at: '2027-01-20T12:00:00.000Z', does: 'check', after: { dlp: 'verified' } },
  ],
  takeaways: [
    'Write the criterion from the attack: the way that was used has to be among the ways that are tried.',
    'An accepted risk has an end, a reason and something in its place. On 30 June 2027 it becomes a ticket after all and the record is taken up again, until somebody shows that the tapes are gone or encrypted.',
    'The estimate of 310,000 people was enough to notify in time. Waiting for the exact number is how clocks run out.',
  ],
};
