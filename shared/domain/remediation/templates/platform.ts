import { nist, type RecommendationTemplateInput } from './recommendation-template.ts';

/** Recommendations for weak or open systems. */
export const PLATFORM: readonly RecommendationTemplateInput[] = [
  {
    name: 'block-public-exposure',
    categories: ['misconfiguration', 'data exfiltration'],
    title: 'Block public access to storage and databases for the whole organisation, by policy',
    why: 'One setting of one resource opened it to the world. A guard above the account holds whatever a template says.',
    kind: 'prevent',
    impact: 5,
    feasibility: 4,
    ownerTeam: 'platform',
    successCriterion:
      'An attempt to make a test bucket public is denied in every account; an external scan finds no open store for 30 days.',
    verification: {
      checks: [
        { kind: 'signal', subject: { type: 'control', id: 'S3.1' } },
        { kind: 'signal', subject: { type: 'technique', id: 'T1530' } },
      ],
    },
    d3fend: ['D3-ACH', 'D3-AMED'],
    controls: nist('AC-3', 'AC-22', 'CM-6'),
  },
  {
    name: 'check-infrastructure-before-merge',
    categories: ['misconfiguration'],
    title: 'Reject infrastructure changes that break the baseline, before they are merged',
    why: 'The setting was visible in the pull request among 30 files. A rule reads all of them each time.',
    kind: 'prevent',
    impact: 4,
    feasibility: 4,
    ownerTeam: 'platform',
    successCriterion:
      'A test change that opens port 22 to the internet is rejected by every pipeline, tried once a month.',
    verification: { checks: [{ kind: 'signal', subject: { type: 'control', id: 'policy-as-code' } }] },
    d3fend: ['D3-ACH', 'D3-CI'],
    controls: nist('CM-3', 'CM-3(2)', 'CM-2'),
  },
  {
    name: 'segment-by-default-deny',
    categories: ['misconfiguration', 'ransomware', 'malware', 'unauthorised access'],
    title: 'Deny traffic between network segments unless a rule with an owner and an end allows it',
    why: 'From one host every other one could be reached, the backup servers among them.',
    kind: 'mitigate',
    impact: 5,
    feasibility: 2,
    ownerTeam: 'network',
    successCriterion:
      'Probes from the office network to management and backup networks are refused, in each weekly run; no rule is past its end.',
    verification: {
      checks: [
        { kind: 'signal', subject: { type: 'technique', id: 'T1021' } },
        { kind: 'attestation', statement: 'The list of rules shows no rule without an owner or past its end' },
      ],
    },
    d3fend: ['D3-NI', 'D3-NTF'],
    controls: nist('SC-7', 'SC-7(5)', 'AC-4'),
  },
  {
    name: 'patch-exposed-systems-in-time',
    categories: ['vulnerability exploited', 'ransomware', 'malware'],
    title: 'Patch known exploited vulnerabilities of internet-facing systems within 7 days',
    why: 'The fix was available before the attack; the general cycle of 30 days does not tell exposed systems from others.',
    kind: 'prevent',
    impact: 5,
    feasibility: 3,
    ownerTeam: 'platform',
    successCriterion:
      'The scanner lists no internet-facing system with a known exploited vulnerability older than 7 days, for 3 months.',
    verification: {
      checks: [{ kind: 'signal', subject: { type: 'technique', id: 'T1190' } }],
      steps: ['P14D', 'P30D', 'P90D'],
    },
    d3fend: ['D3-SU', 'D3-SYSVA'],
    controls: nist('SI-2', 'SI-2(2)', 'RA-5'),
  },
  {
    name: 'allow-only-known-programs',
    categories: ['malware', 'ransomware'],
    title: 'Block programs and scripts that are not on the list of allowed ones, servers first',
    why: 'The loader was new, so no signature knew it; that it was unknown is itself what tells it apart.',
    kind: 'prevent',
    impact: 5,
    feasibility: 2,
    ownerTeam: 'endpoint',
    successCriterion:
      'An unsigned test program is blocked on 10 of 10 sampled servers, and the alert arrives within 5 minutes.',
    verification: { checks: [{ kind: 'signal', subject: { type: 'technique', id: 'T1204.002' } }] },
    d3fend: ['D3-EAL', 'D3-SEA'],
    controls: nist('CM-7(5)', 'SI-3'),
  },
  {
    name: 'pin-and-verify-dependencies',
    categories: ['supply chain'],
    title: 'Build only from pinned dependencies whose signature or hash was verified',
    why: 'The build took the newest version by itself, minutes after it had been published.',
    kind: 'prevent',
    impact: 5,
    feasibility: 3,
    ownerTeam: 'platform',
    successCriterion: 'A build with a changed hash fails in every pipeline; no version younger than 3 days enters one.',
    verification: { checks: [{ kind: 'signal', subject: { type: 'technique', id: 'T1195.001' } }] },
    d3fend: ['D3-TL', 'D3-SBV'],
    controls: nist('SR-4', 'SR-11', 'SI-7'),
  },
  {
    name: 'absorb-floods-upstream',
    categories: ['denial of service'],
    title: 'Limit requests for each client at the edge, and rehearse the switch to the scrubbing service',
    why: 'The flood reached the application servers; the switch to the scrubbing service took 90 minutes to find.',
    kind: 'mitigate',
    impact: 4,
    feasibility: 4,
    ownerTeam: 'network',
    successCriterion:
      'In a load test at 10 times the peak, 99 % of known clients are served; the switch takes at most 10 minutes in the drill.',
    verification: {
      checks: [
        { kind: 'signal', subject: { type: 'technique', id: 'T1498' } },
        { kind: 'attestation', statement: 'The switch to the scrubbing service took at most 10 minutes in the drill' },
      ],
    },
    d3fend: ['D3-ITF', 'D3-ISVA'],
    controls: nist('SC-5'),
  },
];
