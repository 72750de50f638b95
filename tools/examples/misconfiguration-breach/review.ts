import type { WorkedExample } from '../worked-example.ts';
import { CREDENTIALS, DETECTION, GUARD, SEGMENT } from './subjects.ts';

/** Why it happened, what changes, who was told. */
export const REVIEW: Pick<
  WorkedExample,
  'causes' | 'factors' | 'observations' | 'recommendations' | 'lessons' | 'notifications'
> = {
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
      verification: { checks: [{ kind: 'signal', subject: GUARD, sources: ['Security Hub'] }], steps: ['P7D', 'P30D'] },
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
      verification: {
        checks: [{ kind: 'signal', subject: SEGMENT, sources: ['reachability probe'] }],
        steps: ['P7D', 'P30D'],
      },
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
      verification: {
        checks: [{ kind: 'signal', subject: CREDENTIALS, sources: ['credential scan'] }],
        steps: ['P7D', 'P30D'],
      },
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
          { kind: 'signal', subject: DETECTION, sources: ['detection test'] },
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
};
