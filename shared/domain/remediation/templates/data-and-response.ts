import { nist, type RecommendationTemplateInput } from './recommendation-template.ts';

/** Recommendations that limit harm to data, or make the response quicker. */
export const DATA_AND_RESPONSE: readonly RecommendationTemplateInput[] = [
  {
    name: 'classify-and-label-data',
    categories: ['data exfiltration', 'insider', 'accidental disclosure'],
    title: 'Classify stores that hold personal or secret data, and label what is in them',
    why: 'Nobody could say for two days which records were in the store. Rules that protect data need to know which those are.',
    kind: 'mitigate',
    impact: 4,
    feasibility: 3,
    ownerTeam: 'data',
    successCriterion:
      'The inventory names a class and an owner for 100 % of stores; a weekly scan finds no personal data outside labelled ones.',
    verification: { checks: [{ kind: 'signal', subject: { type: 'control', id: 'data-classification' } }] },
    d3fend: ['D3-DI'],
    controls: nist('RA-2', 'CM-8'),
  },
  {
    name: 'encrypt-with-own-keys',
    categories: ['data exfiltration', 'insider', 'loss or theft'],
    title: 'Encrypt classified data with keys that only their service may use',
    why: 'Whoever could read the disk or the bucket could read the data: the default key asks nobody.',
    kind: 'mitigate',
    impact: 5,
    feasibility: 3,
    ownerTeam: 'data',
    successCriterion:
      'All classified stores use a customer key; a role with read rights and without the key cannot be used to open a record.',
    verification: {
      checks: [
        { kind: 'signal', subject: { type: 'control', id: 'classified-data-encrypted' } },
        { kind: 'attestation', statement: 'A role with read rights and without the key could not open a record' },
      ],
    },
    d3fend: ['D3-FE', 'D3-DENCR'],
    controls: nist('SC-28', 'SC-28(1)', 'SC-12'),
  },
  {
    name: 'block-bulk-transfer',
    categories: ['data exfiltration', 'insider'],
    title: 'Block uploads of classified data to places outside, and large ones until somebody looks',
    why: 'Gigabytes left over an allowed protocol to a new address, and nothing counts what leaves.',
    kind: 'prevent',
    impact: 5,
    feasibility: 3,
    ownerTeam: 'security operations',
    successCriterion:
      'An upload of 100 marked false records to a personal drive is blocked, and raises an alert within 2 minutes, in 3 runs of 3.',
    verification: { checks: [{ kind: 'signal', subject: { type: 'technique', id: 'T1567.002' } }] },
    d3fend: ['D3-OTF', 'D3-UDTA', 'D3-PHDURA'],
    controls: nist('SC-7(10)', 'AC-4', 'SI-4(4)'),
  },
  {
    name: 'hold-mail-to-strangers',
    categories: ['accidental disclosure'],
    title: 'Hold mail with classified data to new recipients outside for two minutes, and ask the sender',
    why: 'The program completed another address, the sender did not see it, and a mail that has left cannot be called back.',
    kind: 'prevent',
    impact: 4,
    feasibility: 4,
    ownerTeam: 'messaging',
    successCriterion:
      'A mail with a marked false record to an address outside that got none before is held, and is sent only when the sender confirms, in 5 tries of 5.',
    verification: {
      checks: [
        { kind: 'signal', subject: { type: 'control', id: 'mail-to-strangers-held' } },
        { kind: 'attestation', statement: 'Five mails with a marked false record were held until somebody confirmed' },
      ],
    },
    d3fend: ['D3-OTF'],
    controls: nist('AC-4', 'AC-22'),
  },
  {
    name: 'encrypt-and-wipe-devices',
    categories: ['loss or theft'],
    title: 'Encrypt every laptop and phone, and lock it from afar when it is reported lost',
    why: 'A device that is lost is an incident only when what is on it can be read.',
    kind: 'mitigate',
    impact: 4,
    feasibility: 5,
    ownerTeam: 'endpoint',
    successCriterion:
      'The inventory shows disk encryption on 100 % of devices; a test device is locked within 15 minutes of a report.',
    verification: {
      checks: [
        { kind: 'signal', subject: { type: 'control', id: 'device-encryption' } },
        { kind: 'attestation', statement: 'A test device was locked within 15 minutes of a report' },
      ],
    },
    d3fend: ['D3-DENCR'],
    controls: nist('AC-19', 'SC-28(1)', 'MP-6'),
  },
  {
    name: 'restore-drill',
    categories: ['ransomware', 'malware', 'loss or theft'],
    title: 'Keep backups that production cannot delete, and restore from them every quarter',
    why: 'The backups could be reached with the same rights as the systems, and the last restore had been tried years ago.',
    kind: 'respond',
    impact: 5,
    feasibility: 3,
    ownerTeam: 'platform',
    successCriterion:
      'Deleting a backup with production rights is denied; a quarterly restore of the most important system takes at most 8 hours.',
    verification: {
      checks: [
        { kind: 'signal', subject: { type: 'technique', id: 'T1490' } },
        { kind: 'attestation', statement: 'The quarterly restore of the most important system took at most 8 hours' },
      ],
      steps: ['P30D', 'P90D', 'P180D'],
    },
    d3fend: ['D3-RDI', 'D3-RD', 'D3-RF'],
    controls: nist('CP-9', 'CP-9(1)', 'CP-10', 'CP-4'),
  },
  {
    name: 'keep-logs-long-enough',
    categories: [],
    title: 'Keep sign-in, network and data access logs for 400 days, where production cannot change them',
    why: 'The first days of the attack could not be looked at: the logs had been overwritten.',
    kind: 'detect',
    impact: 3,
    feasibility: 4,
    ownerTeam: 'security operations',
    successCriterion:
      'A query for a day 400 days back returns entries of all three kinds; deleting one with production rights is denied.',
    verification: { checks: [{ kind: 'signal', subject: { type: 'control', id: 'log-retention' } }] },
    d3fend: ['D3-PM'],
    controls: nist('AU-11', 'AU-12'),
  },
  {
    name: 'exercise-the-playbook',
    categories: [],
    title: 'Write the playbook that was missing, and exercise it with every shift',
    why: 'Responders decided under pressure what a page could have said; the shifts did it in different ways.',
    kind: 'respond',
    impact: 3,
    feasibility: 4,
    ownerTeam: 'security operations',
    successCriterion:
      'In an exercise without notice, each shift contains the scenario within 60 minutes by the playbook.',
    verification: {
      checks: [
        { kind: 'attestation', statement: 'Each shift contained the scenario within 60 minutes by the playbook' },
      ],
      steps: ['P30D', 'P180D'],
    },
    d3fend: ['D3-OAM'],
    controls: nist('IR-3', 'IR-4', 'IR-8'),
  },
];
