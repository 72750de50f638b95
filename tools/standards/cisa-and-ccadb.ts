import type { Standard } from './standard.ts';

export const CISA_AND_CCADB: readonly Standard[] = [
  {
    name: 'CISA, Federal Government Cybersecurity Incident Response Playbook, post-incident activities',
    about: 'Written for US federal civilian agencies in 2021, used by many others.',
    url: 'https://www.cisa.gov/resources-tools/resources/federal-government-cybersecurity-incident-and-vulnerability-response-playbooks',
    demands: [
      {
        id: 'sensors',
        asks: 'sensors, alerts and log collection are adjusted to what was seen',
        fields: ['recommendations.kind', 'sections.detection.whyNotSooner', 'lessons.updates'],
      },
      {
        id: 'reports',
        asks: 'final reports go to leadership and to those whom rules name',
        fields: ['sections.summary.text', 'notifications.stage'],
        does: ['reports'],
      },
      {
        id: 'hotwash, root cause',
        asks: 'the root cause is removed or mitigated',
        fields: ['rootCauses', 'remediations.state'],
        does: ['verification', 'reopening'],
      },
      {
        id: 'hotwash, infrastructure',
        asks: 'problems of the infrastructure are found',
        fields: ['contributingFactors.kind', 'sections.attack.vulnerabilities'],
      },
      {
        id: 'hotwash, policy',
        asks: 'problems of policy and procedure are found',
        fields: ['rootCauses.kind', 'sections.response.procedures.wasAdequate'],
      },
      {
        id: 'hotwash, roles',
        asks: 'roles, responsibilities and authority are made clear',
        fields: ['sections.response.escalation', 'lessons.updates'],
      },
      {
        id: 'hotwash, training',
        asks: 'needs for training are found',
        fields: ['sections.response.peopleAndSkills', 'lessons.updates'],
        does: ['human factor never skipped'],
      },
      {
        id: 'hotwash, tools',
        asks: 'tools for protection, detection, analysis and response get better',
        fields: ['sections.response.tools', 'recommendations.d3fend'],
      },
    ],
  },
  {
    name: 'CCADB, incident report template',
    about: 'How certification authorities report to browsers: the strictest public template that we know.',
    url: 'https://www.ccadb.org/cas/incident-report',
    demands: [
      {
        id: 'summary',
        asks: 'what happened, from when to when, and how it came to light',
        fields: ['sections.summary.text', 'sections.impact.duration', 'sections.detection.by'],
      },
      {
        id: 'impact',
        asks: 'how many of what are affected, and whether it goes on',
        fields: ['sections.impact.assets', 'sections.impact.customers', 'sections.response.containment.at'],
      },
      {
        id: 'timeline',
        asks: 'all events and policies on the way, to the minute, in UTC',
        fields: ['timeline.at', 'timeline.what', 'timeline.kind'],
      },
      {
        id: 'related incidents',
        asks: 'what is like it, and whether earlier fixes held',
        fields: ['absorbed', 'remediations.reopenCount', 'scope.covers'],
        does: ['reopening'],
        left: 'finding what is like it',
      },
      {
        id: 'root cause analysis',
        asks: 'factors with their interaction, and the method that was used',
        fields: [
          'contributingFactors',
          'rootCauses.worksWith',
          'sections.analysis.method',
          'sections.analysis.interplay',
        ],
      },
      {
        id: 'lessons learned',
        asks: 'what went well, what did not, where one was lucky',
        fields: ['observations.kind', 'observations.noRecommendationBecause'],
        does: ['hints'],
      },
      {
        id: 'action items',
        asks: 'each with its kind, the causes that it answers, criteria of evaluation, a due date and a status',
        fields: [
          'recommendations.kind',
          'recommendations.answers',
          'recommendations.successCriterion',
          'recommendations.dueAt',
          'recommendations.status',
        ],
        does: ['tickets for recommendations', 'verification'],
      },
    ],
  },
];
