import { DEFAULT_CONFIG } from '../shared/domain/policy/policy.ts';
import { completenessOf } from '../shared/domain/record/completeness.ts';
import { notificationDueAt } from '../shared/domain/record/content/notification.ts';
import { SECTION_NAMES } from '../shared/domain/record/content/sections.ts';
import { templateFor } from '../shared/domain/record/template.ts';
import { courseTable } from './examples/course-table.ts';
import { dayAndTime, daysOf } from './examples/day-and-time.ts';
import { judgement, recommendations } from './examples/recommendations-text.ts';
import { sectionText } from './examples/section-text.ts';
import type { WorkedExample } from './examples/worked-example.ts';
import { writtenRecord } from './examples/written-record.ts';

/** The page that tells an example: what happened, what was written where and why, and what Holdfast then did. */
export function examplePage(example: WorkedExample): string {
  const record = writtenRecord(example);
  const template = templateFor(record, DEFAULT_CONFIG.postMortem.templates);
  const { score, met, required } = completenessOf(record, template, DEFAULT_CONFIG);
  const { ticket, why, category } = example;
  return `${[
    `# ${example.title}`,
    `${example.inShort}`,
    `| | |\n| --- | --- |\n${[
      ['ticket', `${ticket.summary} (${ticket.priority})`],
      ['opened, closed', `${dayAndTime(ticket.openedAt)}, ${dayAndTime(ticket.closedAt)} UTC`],
      ['severity, category', `${record.severity}, ${category}`],
      ['review due', `${dayAndTime(record.dueAt)} UTC`],
      ['template', `${template.name}: ${met} of ${required} met, completeness ${score}`],
      ['approvers', String(template.approvers)],
    ]
      .map(([name, value]) => `| ${name} | ${value} |`)
      .join('\n')}`,
    'A made-up incident. A test plays it on the real store and workers: `test/integration/import/worked-examples.test.ts`. This page is made by `npm run docs` from `tools/examples`.',
    '## What happened',
    'The ticket brings its own entries into the timeline. The team added:',
    because(why.timeline),
    timelineTable(example),
    '## What was written, and why',
    ...SECTION_NAMES.filter((name) => example.sections[name] !== undefined).flatMap((name) => [
      `### \`sections.${name}\``,
      because(why[name]),
      sectionText(example.sections[name]),
    ]),
    '### Root causes and contributing factors',
    because(why.causes),
    causes(example),
    '### Observations',
    because(why.observations),
    example.observations
      .map(({ kind, statement, noRecommendationBecause: reason }) =>
        [
          `- **${kind}**: ${statement}`,
          ...(reason === undefined ? [] : [`*No recommendation, because: ${reason}*`]),
        ].join(' '),
      )
      .join('\n'),
    '### Recommendations',
    because(why.recommendations),
    recommendations(example),
    '### Lessons',
    because(why.lessons),
    lessons(example),
    ...(example.notifications.length === 0
      ? []
      : ['### Notifications', because(why.notifications), notifications(example)]),
    '## How it was judged',
    judgement(example, template.approvers),
    '## What Holdfast then did',
    courseTable(example),
    '## What to take from it',
    example.takeaways.map((one) => `- ${one}`).join('\n'),
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

const because = (reason: string | undefined): string => (reason === undefined ? '' : `> ${reason}`);

function timelineTable({ timeline }: WorkedExample): string {
  const rows = timeline.map(({ at, kind, what, role, evidencedBy }) => {
    const shown = evidencedBy === undefined ? '' : ` *(${evidencedBy})*`;
    return `| ${dayAndTime(at)} | ${kind} | ${role ?? ''} | ${what}${shown} |`;
  });
  return `| UTC | kind | role | what |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function causes({ causes: all, factors }: WorkedExample): string {
  const statementOf = (key: string) => all.find((cause) => cause.key === key)?.kind ?? key;
  return [
    ...all.map(({ kind, statement, whys = [], worksWith = [] }) =>
      [
        `- **${kind}**: ${statement}`,
        ...whys.map((why, index) => `  ${index + 1}. ${why}`),
        ...(worksWith.length === 0 ? [] : [`\n  *works with: ${worksWith.map(statementOf).join(', ')}*`]),
      ].join('\n'),
    ),
    ...factors.map(({ kind, statement }) => `- *${kind}*: ${statement}`),
  ].join('\n');
}

function lessons({ lessons: all }: WorkedExample): string {
  const rows = all.map(
    ({ statement, updates, document, ownerTeam, dueAt, reviewEvery }) =>
      `| ${statement} | ${updates}: ${document} | ${ownerTeam} | ${dayAndTime(dueAt).slice(0, 10)} | ${reviewEvery === undefined ? '' : daysOf(reviewEvery)} |`,
  );
  return `| lesson | updates | owner | due | looked at again every |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function notifications({ notifications: all }: WorkedExample): string {
  const rows = all.map((one) => {
    const due = notificationDueAt(one);
    const times = [one.clockStartedAt, due, one.sentAt].map((at) => (at === undefined ? '' : dayAndTime(at)));
    return `| ${one.regime}, ${one.stage} | ${one.recipient} | ${times.join(' | ')} |`;
  });
  return `| regime, stage | to | clock started | due | sent |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`;
}
