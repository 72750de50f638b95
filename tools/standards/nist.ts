import type { Standard } from './standard.ts';

export const NIST: readonly Standard[] = [
  {
    name: 'NIST CSF 2.0, category ID.IM (Improvement)',
    about: 'The four outcomes that every review works for.',
    url: 'https://doi.org/10.6028/NIST.CSWP.29',
    demands: [
      {
        id: 'ID.IM-01',
        asks: 'improvements come from evaluations',
        fields: ['kind', 'scope', 'observations', 'recommendations'],
        does: ['periodic reviews', 'reports'],
      },
      {
        id: 'ID.IM-02',
        asks: 'improvements come from tests and exercises, also those with suppliers',
        fields: ['kind', 'observations', 'recommendations.verification.checks'],
        does: ['periodic reviews', 'verification'],
      },
      {
        id: 'ID.IM-03',
        asks: 'improvements come from how work is done, incidents included',
        fields: ['rootCauses', 'observations', 'recommendations', 'lessons'],
        does: ['every cause answered', 'tickets for recommendations'],
      },
      {
        id: 'ID.IM-04',
        asks: 'response and other plans are kept, told and improved',
        fields: ['lessons.updates', 'lessons.document', 'lessons.inPlace.reference', 'lessons.reviewEvery'],
        does: ['lessons with owner and review'],
      },
    ],
  },
  {
    name: 'NIST SP 800-61r3 (CSF 2.0 Community Profile)',
    about:
      'Incident response as a part of risk management, April 2025. ID.IM as above; the others as far as a review shows them.',
    url: 'https://doi.org/10.6028/NIST.SP.800-61r3',
    demands: [
      {
        id: 'ID.IM (all)',
        asks: 'lessons are drawn while and after one responds, by a team of many roles, and reach all functions',
        fields: ['sections.framework.objectives', 'sections.framework.outcomes', 'sections.framework.team', 'lessons'],
        does: ['one record per incident', 'deadline of the review'],
      },
      {
        id: 'DE.AE-04',
        asks: 'impact and scope of an event are understood',
        fields: ['sections.impact.description', 'sections.impact.assets', 'sections.impact.services'],
      },
      {
        id: 'DE.AE-07',
        asks: 'threat intelligence and other context are part of the analysis',
        fields: ['sections.attack.techniques', 'sections.attack.actor', 'sections.attack.vulnerabilities'],
      },
      {
        id: 'DE.AE-08',
        asks: 'an event is declared an incident by criteria, and a false positive told from one',
        fields: ['kind', 'sections.detection.whyFalsePositive'],
        left: 'the criteria themselves',
      },
      {
        id: 'RS.MA-01',
        asks: 'the response plan is carried out, with third parties',
        fields: ['sections.response.procedures'],
      },
      {
        id: 'RS.MA-03',
        asks: 'incidents are put into categories and an order',
        fields: ['category', 'severity'],
        does: ['templates by severity'],
      },
      { id: 'RS.MA-04', asks: 'incidents are escalated as needed', fields: ['sections.response.escalation'] },
      {
        id: 'RS.MA-05',
        asks: 'it is decided by criteria when recovery begins',
        fields: ['sections.response.recovery', 'timeline.kind'],
        left: 'the criteria themselves',
      },
      {
        id: 'RS.AN-03',
        asks: 'what took place, and its root cause, are analysed',
        fields: [
          'timeline',
          'sections.attack.description',
          'sections.analysis.method',
          'rootCauses.whys',
          'rootCauses.worksWith',
        ],
        does: ['human factor never skipped'],
      },
      {
        id: 'RS.AN-06',
        asks: 'what investigators do is recorded, and the record is kept whole',
        fields: ['timeline.what', 'timeline.evidencedBy', 'authors'],
        does: ['audit log'],
      },
      {
        id: 'RS.AN-07',
        asks: 'incident data are collected, with integrity and provenance',
        fields: ['evidence.sha256', 'evidence.collectedAt', 'evidence.collectedBy'],
        does: ['custody of evidence'],
      },
      {
        id: 'RS.AN-08',
        asks: 'the magnitude is estimated and validated',
        fields: [
          'sections.impact.usersAffected',
          'sections.impact.dataKinds',
          'sections.impact.cost',
          'sections.impact.duration',
        ],
        does: ['four eyes'],
      },
      {
        id: 'RS.CO-02',
        asks: 'stakeholders inside and outside are notified',
        fields: ['notifications.regime', 'notifications.sentAt', 'sections.response.communication'],
        does: ['clocks of notifications'],
      },
      {
        id: 'RS.CO-03',
        asks: 'information is shared with those who are named',
        fields: ['sections.sharing.text', 'tlp'],
        does: ['TLP marks'],
      },
      {
        id: 'RS.MI-01',
        asks: 'incidents are contained',
        fields: [
          'sections.response.containment',
          'temporaryMeasures.what',
          'temporaryMeasures.until',
          'temporaryMeasures.removal',
        ],
      },
      {
        id: 'RS.MI-02',
        asks: 'incidents are eradicated',
        fields: ['sections.response.eradication', 'remediations.state'],
        does: ['verification'],
      },
      {
        id: 'RC.RP-05',
        asks: 'what is restored is verified, and normal work confirmed',
        fields: ['sections.response.recovery'],
        left: 'the check of each asset',
      },
      {
        id: 'RC.RP-06',
        asks: 'the end of recovery is declared by criteria, and its documentation completed',
        fields: ['status', 'closedAt', 'sections.summary.text'],
        does: ['completeness'],
      },
      {
        id: 'RC.CO-03, RC.CO-04',
        asks: 'progress of recovery is told inside, to partners and to the public',
        fields: ['notifications.stage', 'sections.sharing.text', 'sections.response.communication'],
      },
    ],
  },
  {
    name: 'NIST SP 800-61r2, section 3.4',
    about: 'Withdrawn in 2025 in favour of r3; its list of questions is still the one that most teams ask.',
    url: 'https://doi.org/10.6028/NIST.SP.800-61r2',
    demands: [
      {
        id: '3.4.1, question 1',
        asks: 'what happened exactly, and when?',
        fields: ['sections.summary.text', 'timeline.at', 'timeline.what'],
      },
      {
        id: '3.4.1, question 2',
        asks: 'how well did staff and management do; were procedures followed, and were they adequate?',
        fields: [
          'sections.response.firstAction',
          'sections.response.procedures.wasFollowed',
          'sections.response.procedures.wasAdequate',
          'sections.response.peopleAndSkills',
          'sections.response.nothingWentBadlyBecause',
          'observations',
        ],
      },
      { id: '3.4.1, question 3', asks: 'what was needed sooner?', fields: ['sections.response.neededSooner'] },
      {
        id: '3.4.1, question 4',
        asks: 'did anything that was done hold recovery back?',
        fields: ['sections.response.heldRecoveryBack'],
      },
      {
        id: '3.4.1, question 5',
        asks: 'what would one do differently the next time?',
        fields: ['observations.kind', 'lessons.statement'],
      },
      { id: '3.4.1, question 6', asks: 'how could sharing with others be better?', fields: ['sections.sharing.text'] },
      {
        id: '3.4.1, question 7',
        asks: 'what prevents similar incidents?',
        fields: ['recommendations.kind', 'recommendations.answers'],
        does: ['every cause answered'],
      },
      {
        id: '3.4.1, question 8',
        asks: 'which precursors and indicators are to be watched for?',
        fields: [
          'sections.attack.indicators',
          'sections.attack.techniques',
          'sections.analysis.earlier',
          'sections.detection.whyNotSooner',
          'lessons.updates',
        ],
      },
      {
        id: '3.4.1, question 9',
        asks: 'which tools or resources are wanted?',
        fields: ['sections.response.tools', 'recommendations.title'],
      },
      {
        id: '3.4.1, meeting',
        asks: 'people of several units take part, and an agenda is set',
        fields: ['sections.framework.team', 'sections.framework.scope'],
        left: 'the meeting',
      },
      {
        id: '3.4.1, report',
        asks: 'a follow-up report with a chronology and an estimate of the damage',
        fields: ['sections.impact.cost', 'timeline'],
        does: ['reports'],
      },
      {
        id: '3.4.2',
        asks: 'collected data are used to see trends and to measure',
        fields: ['category', 'sections.attack.vectors'],
        does: ['reports', 'periodic reviews'],
        left: 'trends: `GET /summary` counts by state, team and month, and draws none',
      },
      {
        id: '3.4.3',
        asks: 'evidence is kept as long as policy says',
        fields: ['evidence.status'],
        does: ['custody of evidence'],
        left: 'the policy',
      },
    ],
  },
];
