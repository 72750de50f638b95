import type { WorkedExample } from '../worked-example.ts';
import { CLASSIFIED, ENCRYPTED, TRANSFER } from './subjects.ts';

/** Why it happened, what changes, who was told. */
export const REVIEW: Pick<
  WorkedExample,
  'causes' | 'factors' | 'observations' | 'recommendations' | 'lessons' | 'notifications'
> = {
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
      verification: {
        checks: [{ kind: 'signal', subject: CLASSIFIED, sources: ['data scanner'] }],
        steps: ['P7D', 'P30D'],
      },
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
          { kind: 'signal', subject: ENCRYPTED, sources: ['Config'] },
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
      verification: {
        checks: [{ kind: 'signal', subject: TRANSFER, sources: ['exfiltration simulation'] }],
        steps: ['P7D', 'P30D'],
      },
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
};
