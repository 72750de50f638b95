import { PART_SHAPES } from '../routes/part-shapes.ts';
import { SECTION_EXAMPLES } from '../routes/section-examples.ts';

/*
 * Examples of answers: those of schemas that have a name, under it, and those of the other operations, under theirs. They tell of one
 * incident, and tests see to it that each is an answer that its operation could give.
 */

const RECORD = '01KAH2M9Q4X7R3T5V8W1Y6ZC0D';
const FIX = '01KAH5B2E8G4H6J9K1M3N5P7QR';
const PART = '01KAH4A1B3C5D7E9F2G4H6J8KM';
const ANNA = { kind: 'person', id: '6f1c2a90-anna', name: 'Anna Analyst', email: 'anna@example.com' };
const BEN = { kind: 'person', id: '0d7e4b31-ben', name: 'Ben Approver', email: 'ben@example.com' };
const CHECK = { kind: 'signal', subject: { type: 'technique', id: 'T1566.002' }, sources: ['mail-simulation'] };
const HASH = '9f86d081884c7d65'.repeat(4);

const INCIDENT = { source: 'jira', key: 'SEC-17', title: 'False sign-in page for payroll' };
const RECORD_LINE = {
  ...{ id: RECORD, kind: 'incident', status: 'in review', severity: 'high', category: 'phishing', tlp: 'AMBER' },
  ...{ incident: INCIDENT, openedAt: '2026-11-20T10:00:00.000Z', dueAt: '2026-12-04T10:00:00.000Z' },
};
const FIX_LINE = {
  ...{ id: FIX, postMortemId: RECORD, state: 'open', title: 'Quarantine mails from look-alike domains' },
  ...{ ownerTeam: 'messaging', priority: 'critical', dueAt: '2026-12-21T10:00:00.000Z' },
  ...{ ticket: { site: 'acme', key: 'MAIL-204' }, incident: 'SEC-17', tlp: 'AMBER' },
};
const LESSON_LINE = {
  ...{ id: PART, postMortemId: RECORD, statement: 'People report a mail when they know where.' },
  ...{ updates: 'response plan', document: 'IRP-7 Phishing', ownerTeam: 'security operations', status: 'open' },
  ...{ dueAt: '2027-01-15T00:00:00.000Z', incident: 'SEC-17', tlp: 'AMBER' },
};
const MEASURE_LINE = {
  ...{ id: PART, postMortemId: RECORD, kind: 'block', what: 'All mail from example.net, at the gateway' },
  ...{ ownerTeam: 'messaging', since: '2026-11-19T09:05:00.000Z', until: '2026-12-19T09:00:00.000Z', extended: 0 },
  ...{ incident: 'SEC-17', tlp: 'AMBER' },
};
const RESTRICTED_LINE = { id: '01KAG9Z8Y7X6W5V4T3S2R1Q0PN', status: 'open', tlp: 'RED' };

const ENTRY = {
  ...{ id: PART, at: '2026-11-19T08:12:00.000Z', what: 'The first recipient opened the link', kind: 'attacker' },
  ...{ evidencedBy: 'proxy log', origin: 'person', etag: '"6b1f0c"' },
  self: `/post-mortems/${RECORD}/timeline/2026-11-19T08:12:00.000Z/${PART}`,
};
const COMMENT = {
  ...{ id: PART, path: 'sections.impact', text: 'Is this all of it?', mentions: ['anna@example.com'], by: BEN },
  ...{ at: '2026-11-21T09:00:00.000Z', isResolved: false, etag: '"a41d9e"' },
  self: `/post-mortems/${RECORD}/comments/${PART}`,
};
const DRAFT_LINE = {
  ...{ path: 'recommendations.new', by: ANNA, savedAt: '2026-11-20T11:00:00.000Z', bytes: 42, etag: '"77c0ab"' },
  expiresAt: '2026-12-20T11:00:00.000Z',
  self: `/post-mortems/${RECORD}/drafts/recommendations.new`,
};
const EVIDENCE = {
  ...{ id: PART, name: 'proxy.log', mediaType: 'text/plain', bytes: 48_213, sha256: HASH, status: 'expected' },
  ...{ key: `${RECORD}/${PART}`, addedBy: ANNA, addedAt: '2026-11-20T11:30:00.000Z' },
};
const UPLOAD = {
  evidence: EVIDENCE,
  upload: {
    method: 'PUT',
    url: `https://evidence.s3.eu-central-1.amazonaws.com/${RECORD}/${PART}?X-Amz-Signature=0a1b2c`,
    headers: { 'content-type': 'text/plain' },
    expiresAt: '2026-11-20T11:45:00.000Z',
  },
};
const STANDING = {
  ...{ at: '2026-11-28T09:00:00.000Z', state: 'verifying', grade: 'proven', step: 1, steps: 2 },
  nextCheckAt: '2026-12-21T10:00:00.000Z',
  results: [
    {
      ...{ check: CHECK, outcome: 'pass', because: 'mail-simulation says pass' },
      evidence: [{ what: 'mail-simulation: pass', at: '2026-11-28T08:00:00.000Z' }],
    },
  ],
};
const REMEDIATION = {
  ...{ state: 'open', id: FIX, postMortemId: RECORD, title: 'Quarantine mails from look-alike domains' },
  ...{ ownerTeam: 'messaging', priority: 'critical', route: { project: 'MAIL', issueType: 'Task' } },
  ...{ dueAt: '2026-12-21T10:00:00.000Z', requestedAt: '2026-11-21T10:00:00.000Z', checks: [CHECK] },
  ...{ steps: ['P7D', 'P30D'], attestations: [], reopenCount: 0 },
  ticket: { site: 'acme', issueId: '10204', key: 'MAIL-204', title: 'Quarantine mails from look-alike domains' },
};
/** Fields that a part has besides what one sends. */
const IN_ANSWERS: Readonly<Record<string, object>> = {
  Lesson: { status: 'open' },
  Recommendation: { status: 'proposed', state: 'proposed', rank: 20, quadrant: 'quick win', priority: 'critical' },
  TemporaryMeasure: { status: 'in force' },
};
const TO_BE_APPROVED = {
  ...Object(PART_SHAPES.find(({ kind }) => kind === 'recommendation')?.example),
  ...{ ...IN_ANSWERS.Recommendation, id: FIX },
  ifApproved: { project: 'MAIL', issueType: 'Task', dueAt: '2026-12-21T10:00:00.000Z', dueOn: '2026-12-21' },
};
const RECORD_VIEW = {
  ...{ id: RECORD, kind: 'incident', status: 'in review', revision: 14, contentRevision: 13, severity: 'high' },
  incident: {
    ...{ ...INCIDENT, site: 'acme', ticketId: '10017', url: 'https://acme.atlassian.net/browse/SEC-17' },
    ...{ description: 'Two people entered their passwords.', severity: 'high', techniques: ['T1566.002'] },
    ...{ openedAt: '2026-11-19T08:40:00.000Z', closedAt: '2026-11-20T09:58:00.000Z' },
    people: [{ role: 'reporter', person: { accountId: '5b10ac8d', name: 'Anna Analyst' } }],
  },
  ...{ category: 'phishing', tlp: 'AMBER', openedAt: '2026-11-20T10:00:00.000Z', dueAt: '2026-12-04T10:00:00.000Z' },
  ...{ isLinkedToTicket: true, authors: [ANNA], approvals: [], carriedOn: 0, absorbed: [] },
  timelineCounts: { attacker: 1, detection: 1, decision: 0, action: 2, communication: 0 },
  sections: { summary: SECTION_EXAMPLES.summary },
  ...{ rootCauses: [], contributingFactors: [], observations: [], recommendations: [TO_BE_APPROVED], lessons: [] },
  ...{ notifications: [], evidence: [], corrections: [], temporaryMeasures: [], dismissedHints: [] },
  completeness: { template: 'high', score: 100, met: 14, required: 14, missing: [] },
  etags: { sections: { summary: '"3f2a10"' }, parts: { [FIX]: '"5c1e77"' } },
  acts: [
    { act: 'return', isAllowed: true },
    { act: 'approve', isAllowed: false, because: 'you wrote in this record: somebody else has to approve it' },
  ],
};
const EVENT = {
  ...{ id: '01KAH2MA00X7R3T5V8W1Y6ZC0E', type: 'Post-Mortem Approved', schemaVersion: 1, source: 'holdfast' },
  ...{ occurredAt: '2026-11-21T10:00:00.000Z', actor: BEN, correlationId: '01KAH2MA00X7R3T5V8W1Y6ZC0E', hops: 0 },
  ...{ data: { postMortemId: RECORD }, postMortemId: RECORD, sequence: 41, previousHash: HASH, hash: HASH },
};

const REPORT = '2026-12-06T10-00-00.000Z-overdue';
const PERIOD = { from: '2026-11-29T10:00:00.000Z', to: '2026-12-06T10:00:00.000Z' };
const OVERDUE = '1 of 4 fixes is late, by 5 days.';
const SPEARPHISHING = { id: 'T1566.002', name: 'Phishing: Spearphishing Link' };
const TECHNIQUE = { ...SPEARPHISHING, tactics: [{ id: 'TA0001', name: 'Initial Access' }], isRetired: false };

const sections = Object.entries(SECTION_EXAMPLES).map(([name, example]): [string, unknown] => [
  `${name.charAt(0).toUpperCase()}${name.slice(1)}Section`,
  example,
]);
const parts = PART_SHAPES.map(({ name, example }): [string, unknown] => [
  name,
  { ...Object(example), id: PART, ...IN_ANSWERS[name] },
]);

/** By the name of the schema that is answered. */
export const NAMED_EXAMPLES: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries([...sections, ...parts]),
  Record: RECORD_VIEW,
  Remediation: REMEDIATION,
  FixStanding: STANDING,
  TimelineEntry: ENTRY,
  Comment: COMMENT,
  DraftLine: DRAFT_LINE,
  Evidence: EVIDENCE,
};

/** By the name of the operation. */
export const ANSWER_EXAMPLES: Readonly<Record<string, unknown>> = {
  listSignals: {
    signals: [
      {
        ...{ id: 'simulation-204', subject: CHECK.subject, outcome: 'pass', source: 'mail-simulation' },
        ...{ observedAt: '2026-12-01T08:00:00.000Z', receivedAt: '2026-12-01T08:00:04.000Z' },
        toldBy: { kind: 'machine', id: '4k2j1h', name: 'mail-simulation' },
      },
    ],
  },
  listReports: {
    reports: [
      { name: REPORT, kind: 'overdue', generatedAt: '2026-12-06T10:00:00.000Z', period: PERIOD, summary: OVERDUE },
    ],
  },
  makeReport: { name: REPORT, kind: 'overdue', path: `/reports/${REPORT}`, isThere: false },
  readReport: {
    ...{ schemaVersion: 1, kind: 'overdue', title: 'Overdue fixes', generatedAt: '2026-12-06T10:00:00.000Z' },
    ...{ period: PERIOD, headline: OVERDUE },
    measures: {
      ...{ overdue: 1, byPriority: { critical: 1, high: 0, medium: 0, low: 0 } },
      ...{ medianLateMs: 432_000_000, longestLateMs: 432_000_000, reviewsPastDue: 0 },
      ...{ acceptancesRunOut: 0, acceptancesRunningOut: 0, lessonsOverdue: 0, lessonsSoon: 1 },
      ...{ notificationsOverdue: 0, notificationsSoon: 0 },
    },
    ...{ teams: [], reviews: [], lessons: [], notifications: [], acceptances: [] },
  },
  drawReport: {
    ...{ title: 'Overdue fixes: what is overdue, 6 Dec 2026', about: ['Overdue fixes · Overdue'], headline: OVERDUE },
    sections: [
      {
        ...{ id: 'figures', title: 'At a glance' },
        blocks: [
          {
            kind: 'figures',
            figures: [{ name: 'Remediations overdue', value: '1', note: '1 critical or high', tone: 'bad' }],
          },
        ],
      },
    ],
  },
  linkReport: {
    url: 'https://reports.s3.eu-central-1.amazonaws.com/reports/overdue.json?X-Amz-Expires=300',
    expiresAt: '2026-12-06T10:05:00.000Z',
  },
  readLooks: {
    looks: [
      {
        ...{ ...EVENT, type: 'Record Read', sequence: 1 },
        data: { postMortemId: RECORD, by: BEN, afterEntry: 41 },
      },
    ],
  },
  findTechniques: { techniques: [TECHNIQUE], attackVersion: '18.1' },
  readTechnique: {
    ...{ ...TECHNIQUE, attackVersion: '18.1', d3fendVersion: '1.2.0' },
    countermeasures: [{ mitigation: 'M1017', name: 'User Training', d3fend: [] }],
    about: 'Suggestions: whether they help here is for you to say.',
  },
  listRecords: { postMortems: [RECORD_LINE, RESTRICTED_LINE], next: 'eyJvZiI6IjFhMmIzYyJ9' },
  search: { postMortems: [RECORD_LINE], isWhole: true },
  readMyWork: {
    toDecide: { lines: [RECORD_LINE], more: false },
    toWrite: { lines: [], more: false },
    toProve: { lines: [FIX_LINE], more: false },
    toPutInPlace: { lines: [LESSON_LINE], more: false },
    toConfirm: { lines: [], more: false },
    toReview: { lines: [], more: false },
    toUndo: { lines: [MEASURE_LINE], more: false },
  },
  readSummary: {
    postMortems: [{ status: 'open', severity: 'high', count: 3 }],
    remediations: [{ state: 'open', team: 'messaging', count: 4 }],
    grades: [{ grade: 'proven', team: 'messaging', count: 11 }],
    lessons: [{ status: 'open', team: 'security operations', count: 2 }],
    openedIn: [{ month: '2026-11', count: 3 }],
  },
  listAllRemediations: { remediations: [FIX_LINE] },
  listLessons: { lessons: [LESSON_LINE] },
  findRecordOfTicket: { id: RECORD },
  readTimeline: { entries: [ENTRY] },
  addTimelineEntries: { entries: [ENTRY] },
  listDrafts: { drafts: [DRAFT_LINE] },
  readDraft: { ...DRAFT_LINE, content: { title: 'Turn off legacy authentication' } },
  listComments: { comments: [COMMENT] },
  readActivity: {
    ...{ revision: 5, contentRevision: 4, changed: ['sections.impact'], isWhole: true },
    present: [{ by: BEN, path: 'sections.impact' }],
  },
  announceEvidence: UPLOAD,
  renewUploadLink: UPLOAD,
  checkEvidenceReceived: { evidence: { ...EVIDENCE, status: 'held', receivedAt: '2026-11-20T11:33:00.000Z' } },
  openEvidence: {
    ...{ url: UPLOAD.upload.url, expiresAt: '2026-11-21T09:05:00.000Z', name: 'proxy.log', bytes: 48_213 },
    ...{ sha256: HASH, versionId: 'v1' },
  },
  readEvidenceCustody: {
    state: 'done',
    custody: [{ what: 'Evidence Announced', at: '2026-11-20T11:30:00.000Z', sequence: 12, hash: HASH }],
    chain: { isWhole: true, entries: 41, lastHash: HASH },
  },
  listRemediations: { remediations: [REMEDIATION] },
  checkFix: { ...STANDING, changes: [] },
  suggestCountermeasures: {
    ...{ attackVersion: '18.1', d3fendVersion: '1.2.0' },
    suggestions: [
      {
        ...{ mitigation: 'M1032', name: 'Multi-factor Authentication' },
        against: [{ id: 'T1078', name: 'Valid Accounts' }],
        d3fend: [{ id: 'D3-MFA', name: 'Multi-factor Authentication', isNamed: false }],
      },
    ],
    about: 'Suggestions.',
  },
  readHints: {
    hints: [
      {
        ...{ path: 'timeline', excerpt: 'should have known', about: 'hindsight' },
        message: 'It judges by what is known now.',
        suggestion: 'Say what was known then.',
        dismissed: { because: 'quoted', by: ANNA, at: '2026-11-20T11:40:00.000Z' },
      },
    ],
    count: 1,
    looked: { at: 41, of: 41 },
  },
  listRecommendationTemplates: {
    templates: [
      {
        ...{
          name: 'quarantine-look-alikes',
          categories: ['phishing'],
          title: 'Quarantine mails from look-alike domains',
        },
        ...{ why: 'New domains pass filters that know bad ones.', kind: 'prevent', impact: 5, feasibility: 4 },
        ...{ ownerTeam: 'messaging', successCriterion: 'Of 20 simulated mails, 20 are quarantined.' },
        verification: { checks: [CHECK], steps: ['P7D', 'P30D'] },
      },
    ],
  },
  readEvents: { events: [EVENT] },
  verifyEvents: { state: 'done', isWhole: true, entries: 41, head: { sequence: 41, lastHash: HASH }, findings: [] },
  readChanges: {
    ...{ from: 3, to: 5 },
    changes: [
      {
        ...{ path: 'sections.impact.usersAffected', before: 2, after: 3 },
        hands: [{ by: ANNA, at: '2026-11-21T09:12:00.000Z', revision: 5 }],
      },
    ],
  },
  readVocabulary: {
    teams: ['identity', 'messaging'],
    categories: ['phishing', 'malware'],
    sources: ['mail-simulation', 'waf-test'],
  },
  importRecord: { outcome: 'imported', postMortemId: RECORD, completeness: 72 },
  readSettings: { settings: [{ path: 'postMortem.dueWithin.critical', value: 'P5D', isDefault: true }] },
  readExamination: {
    ...{ ranByItself: { at: '2026-12-06T06:00:00.000Z', occasion: 'schedule' } },
    systems: [
      { system: 'jira', known: 12, isUnseen: false, problems: 1, drifted: 1, since: '2026-12-05T06:00:00.000Z' },
    ],
  },
  readMe: {
    ...{ author: ANNA, roles: ['analyst'], teams: ['security operations'] },
    actions: [{ action: 'write records', upTo: 'AMBER+STRICT', beyondIfInvolved: true }],
  },
};
