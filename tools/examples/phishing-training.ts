import { COURSE } from './phishing-training/course.ts';
import { INCIDENT } from './phishing-training/incident.ts';
import { REVIEW } from './phishing-training/review.ts';
import type { WorkedExample } from './worked-example.ts';

/** A phishing attack, answered by mail filtering and awareness training: high, so the short template and one approver. */
export const PHISHING_TRAINING: WorkedExample = {
  file: 'phishing-training',
  title: 'A phishing attack, answered by mail filtering and awareness training',
  inShort:
    'Eleven people in payroll got a mail that looked like the sign-in service; two entered their passwords, and one account was used ' +
    'from abroad. The answer is a filter that looks at the age and the likeness of domains, a training on what was really met, and a ' +
    'button to report. The training did not have the effect that was agreed on: the first simulation afterwards showed it, and the ' +
    'ticket came back. The record took half an hour to write, since the template for a high incident asks for six things.',
  ...INCIDENT,
  ...REVIEW,
  ...COURSE,
  why: {
    timeline:
      'Six lines are enough. The ticket brings its own: when it was opened, what was said in it, when it was closed.',
    summary: 'What somebody in another team has to know, in three sentences.',
    impact: 'Small numbers are numbers. They are why this is "high" and not "critical".',
    detection: 'A person noticed. So the review asks how a person could have told us sooner, which became the button.',
    response: 'What went well stands here with its figures: it is what the next exercise is compared with.',
    sharing: 'The template does not ask for it. An auditor will, so the reason stands here, with who decided.',
    causes:
      'The human cause has three whys. The last one is something that a team can change: the page that people meet.',
    observations: 'The service desk did its part in six minutes, and the review says so.',
    recommendations:
      'Both answers of the title are here, and each can show that it works: one by test mails, one by simulations.',
    lessons: 'What the training says from now on, and the page in the plan that a shift reads at night.',
  },
  takeaways: [
    'A course that was held is an output. The share of people who enter a password is an outcome, and it is what the criterion names.',
    'The steps of the training are 14 and 60 days, not 7 and 30: what was learned wears off later than a rule is switched off.',
    'No authority had to be told. That is a decision with a reason, so it is written down while everybody still knows it.',
  ],
};
