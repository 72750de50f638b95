import type { WorkedExample } from '../worked-example.ts';

/** Ticket of the incident, and what the team wrote about what happened. */
export const INCIDENT: Pick<WorkedExample, 'ticket' | 'category' | 'timeline' | 'sections'> = {
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
      outcomes: [
        { objective: 'Find why one token could read everything', outcome: 'met' },
        { objective: 'Find why 2.4 million reads were not seen', outcome: 'met' },
        {
          objective: 'Find why nobody knew what was in the documents',
          outcome: 'partly met',
          because:
            'It is found for the archive. Whether other stores are in the same state, the inventory has to show.',
        },
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
        'Token taken at the vendor, used from a cloud host at night, at 50 reads a second, below the limit of the API.',
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
};
