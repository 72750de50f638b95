import { MAIL_TEST, SIMULATION } from '../../../local/demo/demo-settings.ts';

/** Why two people entered their passwords: what a post-mortem of high severity has to say, as a file of `holdfast record write` says it. */
export const HIGH_POST_MORTEM = {
  category: 'phishing',
  sections: {
    summary: {
      text: 'Two of eleven who got the mail entered their passwords on a false sign-in page. One account was used from abroad for 52 minutes.',
    },
    impact: { description: 'Two mailboxes of payroll could be read for 52 minutes.', services: ['mail'] },
    detection: {
      how: 'A recipient asked the service desk whether the mail was real.',
      whyNotSooner: 'The filter knows bad domains, and not new ones.',
    },
    response: { firstAction: 'Security operations revoked all sessions of both accounts.' },
  },
  rootCauses: [
    { kind: 'technical', statement: 'Mails from domains that are days old reach the inbox.' },
    { kind: 'human', statement: 'The team had never seen a false sign-in page, and the real one changes often.' },
  ],
  recommendations: [
    {
      title: 'Quarantine mails from newly registered domains',
      why: 'The domain of the mail was two days old, which can be seen before delivery.',
      kind: 'prevent',
      answers: ['rootCauses/0'],
      impact: 4,
      feasibility: 3,
      ownerTeam: 'messaging',
      successCriterion: 'Of 20 simulated mails from new domains, 20 are quarantined within a minute.',
      verification: {
        checks: [{ kind: 'signal', subject: { type: 'technique', id: 'T1566.002' }, sources: [MAIL_TEST] }],
        steps: ['PT1S'],
      },
    },
    {
      title: 'Train payroll to recognise false sign-in pages',
      why: 'Nobody had shown the team what a false sign-in page looks like.',
      kind: 'prevent',
      answers: ['rootCauses/1'],
      impact: 4,
      feasibility: 3,
      ownerTeam: 'identity',
      successCriterion: 'In a simulation after the training, at most 5 % of the team enter a password.',
      verification: {
        checks: [{ kind: 'signal', subject: { type: 'control', id: 'payroll-simulation' }, sources: [SIMULATION] }],
        steps: ['P7D'],
      },
    },
  ],
} as const;

export type HighRecommendation = (typeof HIGH_POST_MORTEM.recommendations)[number];

/** The chat of that night. */
export const CHAT_OF_THE_NIGHT = [
  '[08:12] Ana Lopez: first recipient opens the link',
  '[08:52] Mia: service desk reported the mail',
  '[09:04] Ana Lopez: revoked all sessions of both accounts',
].join('\n');
