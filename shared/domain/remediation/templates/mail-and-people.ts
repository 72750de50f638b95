import { nist, type RecommendationTemplateInput } from './recommendation-template.ts';

/** Recommendations against deception: by mail, by phone, for money. */
export const MAIL_AND_PEOPLE: readonly RecommendationTemplateInput[] = [
  {
    name: 'quarantine-look-alike-mail',
    categories: ['phishing', 'fraud'],
    title: 'Quarantine mails from look-alike and newly registered domains',
    why: 'A domain that is one letter away from ours, or days old, can be seen before delivery; recipients see a name.',
    kind: 'prevent',
    impact: 5,
    feasibility: 4,
    ownerTeam: 'messaging',
    successCriterion:
      'Of 20 simulated look-alike mails, at least 19 are quarantined within a minute, in each monthly run.',
    verification: { checks: [{ kind: 'signal', subject: { type: 'technique', id: 'T1566.002' } }] },
    d3fend: ['D3-EF', 'D3-HD', 'D3-SRA'],
    controls: nist('SI-8', 'SI-3'),
  },
  {
    name: 'reject-spoofed-mail',
    categories: ['phishing', 'fraud'],
    title: 'Reject mail that uses our domains without our signature (SPF, DKIM, DMARC)',
    why: 'Anybody can write our address into the sender field; receivers drop such mail only when we publish that they should.',
    kind: 'prevent',
    impact: 4,
    feasibility: 3,
    ownerTeam: 'messaging',
    successCriterion: 'All our domains publish DMARC with p=reject, and a spoofed test mail from each is rejected.',
    verification: { checks: [{ kind: 'signal', subject: { type: 'control', id: 'dmarc-reject' } }] },
    d3fend: ['D3-TAAN', 'D3-MAN'],
    controls: nist('SI-8', 'SC-8'),
  },
  {
    name: 'train-with-simulation',
    categories: ['phishing', 'fraud'],
    title: 'Train the groups that were written to with simulations of what they met',
    why: 'The mail looked like work. People recognise what they have seen once, and forget it within half a year.',
    kind: 'prevent',
    impact: 3,
    feasibility: 4,
    ownerTeam: 'awareness',
    successCriterion:
      'In each quarterly simulation at most 5 % enter a password, and at least 60 % report the mail within an hour.',
    verification: {
      checks: [{ kind: 'signal', subject: { type: 'control', id: 'phishing-simulation' } }],
      steps: ['P30D', 'P90D', 'P180D'],
    },
    controls: nist('AT-2', 'AT-2(3)'),
  },
  {
    name: 'report-button',
    categories: ['phishing', 'fraud', 'malware'],
    title: 'Give every mail program a button that reports a mail to the analysts',
    why: 'The first report took longer than the attack. One click brings the mail with its headers, and removes its copies.',
    kind: 'detect',
    impact: 3,
    feasibility: 5,
    ownerTeam: 'messaging',
    successCriterion: 'A test report from desktop and from phone is in the queue of the analysts within 5 minutes.',
    verification: {
      checks: [
        { kind: 'attestation', statement: 'Test reports from desktop and phone were in the queue within 5 minutes' },
      ],
    },
    d3fend: ['D3-ER'],
    controls: nist('IR-6', 'IR-6(1)'),
  },
  {
    name: 'call-back-on-payment-changes',
    categories: ['fraud', 'phishing'],
    title: 'Require a call back to a known number before bank details of a payee are changed',
    why: 'A mail was enough to change where money goes. The number that we already have is not in the attacker’s hands.',
    kind: 'prevent',
    impact: 5,
    feasibility: 4,
    ownerTeam: 'finance',
    successCriterion:
      'The payment system refuses a change without a second approver; a monthly sample of 20 changes shows a call note for each.',
    verification: {
      checks: [{ kind: 'attestation', statement: 'A sample of 20 changes of bank details shows a call note for each' }],
      steps: ['P30D', 'P90D'],
    },
    d3fend: ['D3-OAM'],
    controls: nist('AC-5'),
  },
];
