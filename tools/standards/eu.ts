import type { Standard } from './standard.ts';

export const EU: readonly Standard[] = [
  {
    name: 'DORA, Regulation (EU) 2022/2554',
    about: 'For financial entities, after a major ICT-related incident.',
    url: 'https://eur-lex.europa.eu/eli/reg/2022/2554/oj',
    demands: [
      {
        id: 'Art. 13(2)',
        asks: 'a review analyses the causes of disruption and finds required improvements',
        fields: ['rootCauses', 'contributingFactors', 'sections.analysis.interplay', 'recommendations'],
        does: ['one record per incident', 'every cause answered'],
      },
      {
        id: 'Art. 13(2), procedures',
        asks: 'were procedures followed, and were the actions effective?',
        fields: [
          'sections.response.procedures.wasFollowed',
          'sections.response.procedures.wasAdequate',
          'observations.kind',
        ],
      },
      {
        id: 'Art. 13(2)(a)',
        asks: 'how prompt was the answer to alerts, and the judgement of impact and severity?',
        fields: [
          'sections.detection.detectedAt',
          'sections.detection.precision',
          'sections.detection.whyNotSooner',
          'timeline.at',
          'timeline.milestone',
          'severity',
        ],
      },
      {
        id: 'Art. 13(2)(b)',
        asks: 'how good and fast was the forensic analysis, where there was one?',
        fields: ['evidence.collectedAt', 'sections.response.tools', 'observations'],
      },
      { id: 'Art. 13(2)(c)', asks: 'did escalation work?', fields: ['sections.response.escalation'] },
      {
        id: 'Art. 13(2)(d)',
        asks: 'did communication inside and outside work?',
        fields: ['sections.response.communication', 'sections.sharing.text'],
      },
      {
        id: 'Art. 13(2), changes',
        asks: 'what was changed is told to the authority when it asks',
        fields: ['remediations.state', 'lessons.inPlace'],
        does: ['reports', 'audit log'],
      },
      {
        id: 'Art. 13(3)',
        asks: 'lessons enter the risk assessment and its measures, also those of tests',
        fields: ['lessons', 'recommendations.controls'],
        does: ['lessons with owner and review'],
      },
      {
        id: 'Art. 17(2)',
        asks: 'root causes are found, documented and addressed',
        fields: ['rootCauses.statement', 'recommendations.answers'],
        does: ['verification', 'reopening'],
      },
      {
        id: 'Art. 19(4)',
        asks: 'initial notification, intermediate and final report are made in time',
        fields: [
          'notifications.stage',
          'notifications.clockStartedAt',
          'notifications.sentAt',
          'notifications.reference',
        ],
        does: ['clocks of notifications'],
        left: 'the forms of the authority',
      },
    ],
  },
  {
    name: 'NIS2, Directive (EU) 2022/2555',
    about: 'For essential and important entities; Implementing Regulation (EU) 2024/2690 says more for digital ones.',
    url: 'https://eur-lex.europa.eu/eli/dir/2022/2555/oj',
    demands: [
      {
        id: 'Art. 21(2)(b)',
        asks: 'incidents are handled',
        fields: ['sections.response'],
        does: ['one record per incident'],
      },
      {
        id: 'Art. 21(2)(f)',
        asks: 'it is assessed whether measures are effective',
        fields: ['recommendations.successCriterion', 'remediations.checks'],
        does: ['verification', 'reports'],
      },
      {
        id: 'Art. 21(2)(g)',
        asks: 'people are trained',
        fields: ['lessons.updates', 'sections.humanFactor'],
        does: ['human factor never skipped'],
      },
      {
        id: 'Art. 21(4)',
        asks: 'corrective measures are taken without undue delay',
        fields: ['recommendations.dueAt', 'remediations.overdueSince'],
        does: ['reports'],
      },
      {
        id: 'Art. 23(4)(a), (b)',
        asks: 'early warning within 24 hours, notification within 72 hours of becoming aware',
        fields: ['notifications.clockStartedAt', 'notifications.dueAt', 'notifications.sentAt'],
        does: ['clocks of notifications'],
      },
      {
        id: 'Art. 23(4)(d)',
        asks: 'a final report within a month of the notification: what happened, how grave, likely root cause, measures, effects across borders',
        fields: [
          'sections.summary.text',
          'sections.impact',
          'rootCauses',
          'recommendations',
          'sections.impact.customers',
          'notifications.stage',
        ],
        does: ['clocks of notifications'],
      },
      {
        id: '2024/2690, annex, 3.6',
        asks: 'reviews find the root cause where possible, result in documented lessons, and improve risk treatment and response',
        fields: ['rootCauses.whys', 'lessons.document', 'recommendations.verification'],
        does: ['completeness', 'lessons with owner and review'],
      },
    ],
  },
  {
    name: 'Cyber Resilience Act, Regulation (EU) 2024/2847',
    about: 'For manufacturers of products with digital elements, of a weakness in one.',
    url: 'https://eur-lex.europa.eu/eli/reg/2024/2847/oj',
    demands: [
      {
        id: 'Annex I, part II(4)',
        asks: 'of a weakness that is fixed, users are told what it is, which versions have it, how grave it is, and what to do',
        fields: [
          'sections.advisory.products.affectedVersions',
          'sections.advisory.products.fixedVersion',
          'sections.advisory.advice',
          'sections.attack.vulnerabilities',
          'severity',
        ],
        left: 'the publication',
      },
      {
        id: 'Annex I, part II(5)',
        asks: 'weaknesses are disclosed by a policy of coordination with those who found them',
        fields: ['sections.advisory.credits', 'sections.advisory.url'],
        left: 'the policy',
      },
    ],
  },
];
