import { FILE_FORMAT, type PostMortemFileInput } from '../../../shared/domain/files/post-mortem-file.ts';

/** The least that is a record. */
export function aFile(with_: Partial<PostMortemFileInput> = {}): PostMortemFileInput {
  return {
    format: FILE_FORMAT,
    id: 'IR-2024-07',
    title: 'Phished mailboxes',
    severity: 'high',
    beganAt: '2024-03-01T08:00:00.000Z',
    endedAt: '2024-03-02T17:00:00.000Z',
    ...with_,
  };
}

/** A file with something in every place that a record has. */
export function aFullFile(with_: Partial<PostMortemFileInput> = {}): PostMortemFileInput {
  return aFile({
    kind: 'incident',
    description: 'Two people entered their passwords on a false page.',
    category: 'phishing',
    tlp: 'GREEN',
    url: 'https://tracker.example.com/IR-2024-07',
    sections: {
      framework: {
        objectives: ['Learn why the report button was not used'],
        outcomes: [{ objective: 'Learn why the report button was not used', outcome: 'met' }],
        team: [{ role: 'owner', name: 'Ada' }],
      },
      summary: { text: 'Two mailboxes were read for a day.\n\nNobody lost money.' },
      impact: {
        description: 'Mails of two people were read.',
        confidentiality: { rating: 'moderate' },
        integrity: { rating: 'none' },
        availability: { rating: 'none' },
        assets: [{ name: 'Mailboxes', kind: 'mailbox', count: 2 }],
        services: ['Mail'],
        dataKinds: ['contracts', { kind: 'addresses', records: 1_200, isPersonal: true }],
        usersAffected: 2,
        cost: { amount: 1_500, currency: 'EUR' },
        duration: { from: '2024-03-01T08:00:00.000Z', to: '2024-03-02T17:00:00.000Z' },
      },
      attack: {
        vectors: ['phishing'],
        vulnerabilities: [],
        techniques: [{ id: 'T1566.002', note: 'a link' }],
        attackVersion: '19.1',
        actor: { kind: 'external', motive: 'financial' },
        indicators: [{ kind: 'domain', value: 'examp1e.com' }],
      },
      detection: { how: 'A colleague asked.', whyNotSooner: 'There was no report button.', by: { kind: 'own staff' } },
      response: {
        procedures: [
          { name: 'Account takeover', wasFollowed: 'partly', wasAdequate: 'no', note: 'It names old tools.' },
        ],
        containment: { description: 'Both sessions were ended.', at: '2024-03-02T09:00:00.000Z' },
        eradication: { description: 'The forwarding rules were removed.' },
        recovery: { description: 'Both people got new keys.' },
      },
      analysis: {
        method: 'five whys',
        interplay: 'No filter, and no way to report.',
        earlier: 'IR-2023-02 was like it.',
      },
      sharing: { text: 'The sector ISAC knows the domain.' },
    },
    timeline: [
      { at: '2024-03-01T08:00:00.000Z', precision: 'day', what: 'The mails arrive', kind: 'attacker' },
      {
        at: '2024-03-02T08:30:00.000Z',
        what: 'A colleague asks',
        kind: 'detection',
        role: 'support',
        origin: 'ticket',
      },
      { at: '2024-03-02T09:00:00.000Z', what: 'Sessions ended', kind: 'action', evidencedBy: 'mail log' },
    ],
    rootCauses: [
      { id: 'filter', kind: 'technical', statement: 'Look-alike domains are not filtered.', worksWith: ['training'] },
      { id: 'training', kind: 'human', statement: 'Nobody knew what such a page looks like.', whys: ['No training.'] },
      { kind: 'procedural', statement: 'There is no way to report a mail.' },
    ],
    contributingFactors: [{ kind: 'process gap', statement: 'New colleagues start without training.' }],
    observations: [
      { kind: 'went well', statement: 'Sessions were ended within minutes.' },
      { id: 'slow', kind: 'went badly', statement: 'The runbook named old tools.' },
      { kind: 'got lucky', statement: 'The attacker read and did not write.' },
    ],
    recommendations: [
      {
        ...{ title: 'Filter look-alike domains', why: 'The mails came from one letter away.', kind: 'prevent' },
        ...{ answers: ['filter'], impact: 5, feasibility: 4, ownerTeam: 'messaging' },
        successCriterion: 'A test mail from such a domain is quarantined.',
        verification: { checks: [{ kind: 'ticket state' }], steps: ['P7D'] },
        d3fend: ['D3-MFA'],
        controls: [{ framework: 'ISO 27001', id: 'A.8.7' }],
        status: 'approved',
        dueAt: '2024-03-20T00:00:00.000Z',
        remediation: { state: 'verified', ticket: 'MSG-7', verifiedAt: '2024-06-20T00:00:00.000Z' },
      },
      {
        ...{ title: 'Rewrite the runbook', why: 'It names tools that are gone.', kind: 'respond' },
        ...{ answers: ['slow', 'training'], impact: 2, feasibility: 5, ownerTeam: 'security' },
        successCriterion: 'A new colleague can follow it.',
        verification: { checks: [{ kind: 'attestation', statement: 'A new colleague followed it in an exercise.' }] },
        status: 'declined',
        declinedBecause: 'The new platform brings its own.',
      },
    ],
    lessons: [
      {
        ...{ statement: 'Show false pages in the training.', updates: 'training', document: 'Security basics' },
        ...{ ownerTeam: 'people', dueAt: '2024-05-01T00:00:00.000Z', reviewEvery: 'P365D' },
        status: 'in place',
        inPlace: {
          reference: { version: '2024-2', url: 'https://wiki.example.com/basics' },
          by: { kind: 'person', id: 'ada', name: 'Ada' },
          at: '2024-04-20T00:00:00.000Z',
        },
        nextReviewAt: '2025-04-20T00:00:00.000Z',
      },
    ],
    notifications: [
      {
        ...{ regime: 'GDPR', stage: 'notification', recipient: 'The authority of the state' },
        ...{ clockStartedAt: '2024-03-02T08:30:00.000Z', sentAt: '2024-03-03T10:00:00.000Z' },
      },
    ],
    evidence: [
      {
        ...{ name: 'mail.log', mediaType: 'text/plain', bytes: 1_024, sha256: 'a'.repeat(64), tlp: 'AMBER' },
        ...{ key: 'evidence/mail.log', collectedBy: 'mail gateway' },
      },
    ],
    ...with_,
  });
}
