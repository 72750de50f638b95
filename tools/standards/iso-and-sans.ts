import type { Standard } from './standard.ts';

export const ISO_AND_SANS: readonly Standard[] = [
  {
    name: 'ISO/IEC 27001:2022',
    about: 'Controls of Annex A on incidents, and the clause on corrective action.',
    url: 'https://www.iso.org/standard/27001',
    demands: [
      {
        id: 'A.5.26',
        asks: 'one responds by documented procedures',
        fields: ['sections.response.procedures.name', 'sections.response.procedures.policy'],
      },
      {
        id: 'A.5.27',
        asks: 'what is learned from incidents strengthens the controls',
        fields: ['recommendations.controls', 'recommendations.successCriterion', 'lessons.document'],
        does: ['every cause answered', 'verification', 'lessons with owner and review'],
      },
      {
        id: 'A.5.28',
        asks: 'evidence is identified, collected and preserved',
        fields: ['evidence', 'timeline.evidencedBy'],
        does: ['custody of evidence', 'audit log'],
      },
      {
        id: '10.2',
        asks: 'causes are found, corrective action is taken, its effect is reviewed, and all of that is documented',
        fields: [
          'rootCauses.statement',
          'recommendations.verification',
          'remediations.checks',
          'remediations.reopenCount',
        ],
        does: ['verification', 'reopening', 'audit log'],
      },
    ],
  },
  {
    name: 'ISO/IEC 27035-2:2023, clause 12 (learn lessons)',
    about: 'Where improvement is looked for after an incident.',
    url: 'https://www.iso.org/standard/78974.html',
    demands: [
      {
        id: '12, areas',
        asks: 'areas for improvement are identified, soon after the incident',
        fields: ['observations', 'contributingFactors'],
        does: ['deadline of the review'],
      },
      {
        id: '12, incident management plan',
        asks: 'the plan and its procedures are improved',
        fields: ['lessons.updates', 'sections.response.procedures'],
      },
      {
        id: '12, team',
        asks: 'the work of the incident team is evaluated',
        fields: ['sections.response.peopleAndSkills', 'observations.statement'],
        left: 'the evaluation of single people: a review is not the place',
      },
      {
        id: '12, controls',
        asks: 'controls are improved or added',
        fields: ['recommendations', 'recommendations.controls'],
        does: ['tickets for recommendations', 'verification'],
      },
      {
        id: '12, risk assessment',
        asks: 'results reach risk assessment and management review',
        fields: ['recommendations.acceptance', 'recommendations.impact'],
        does: ['reports'],
        left: 'the risk register',
      },
    ],
  },
  {
    name: 'SANS PICERL, lessons learned',
    about: 'The last of six phases: preparation, identification, containment, eradication, recovery, lessons learned.',
    url: 'https://www.sans.org/white-papers/33901/',
    demands: [
      {
        id: 'report',
        asks: 'documentation is completed: who, what, where, when, why and how',
        fields: ['sections.summary.text', 'sections.attack', 'sections.impact', 'timeline.role'],
        does: ['completeness'],
      },
      {
        id: 'phases',
        asks: 'each phase is looked at',
        fields: [
          'sections.detection.how',
          'sections.response.containment',
          'sections.response.eradication',
          'sections.response.recovery',
        ],
      },
      {
        id: 'meeting',
        asks: 'people meet within two weeks',
        fields: ['dueAt', 'sections.framework.team'],
        does: ['deadline of the review'],
        left: 'the meeting',
      },
      {
        id: 'agreement',
        asks: 'those involved agree on the account',
        fields: ['approvals', 'returnedBecause'],
        does: ['four eyes'],
      },
      {
        id: 'improvement',
        asks: 'what is agreed is carried out',
        fields: ['recommendations.ownerTeam', 'recommendations.dueAt', 'remediations.state'],
        does: ['tickets for recommendations', 'reports'],
      },
    ],
  },
];
