import { DEFAULT_CONFIG } from '../../shared/domain/policy/policy.ts';
import { priorityOf, quadrantOf, rankOf } from '../../shared/domain/remediation/recommendation.ts';
import type { Check } from '../../shared/domain/verification/plan.ts';
import { addDuration } from '../../shared/domain/words/duration.ts';
import { dayAndTime, daysOf } from './day-and-time.ts';
import type { WorkedExample } from './worked-example.ts';

type Wanted = WorkedExample['recommendations'][number];

const byRank = ({ recommendations }: WorkedExample): Wanted[] =>
  recommendations.toSorted((a, b) => rankOf(b) - rankOf(a));

/** The recommendations, the first to work on first, and what each says. */
export function recommendations(example: WorkedExample): string {
  const rows = byRank(example).map(
    (one) =>
      `| ${rankOf(one)} | ${one.impact} × ${one.feasibility} | ${quadrantOf(one)} | ${priorityOf(one)} | ${one.kind} | ${one.title} |`,
  );
  return [
    `| rank | impact × feasibility | quadrant | priority | kind | recommendation |\n| ---: | --- | --- | --- | --- | --- |\n${rows.join('\n')}`,
    ...byRank(example).map((one) => details(one, example)),
  ].join('\n\n');
}

function details(
  { title, why, answers, ownerTeam, successCriterion, verification, d3fend = [], controls = [] }: Wanted,
  example: WorkedExample,
): string {
  const references = [...d3fend, ...controls.map(({ framework, id }) => `${framework} ${id}`)].join(', ');
  const steps = verification.steps ?? DEFAULT_CONFIG.verification.steps;
  return [
    `**${title}**`,
    '',
    `- why: ${why}`,
    `- answers: ${answers.map((key) => `"${statementOf(key, example)}"`).join('; ')}`,
    `- success criterion: ${successCriterion}`,
    `- verified by: ${verification.checks.map(checkText).join('; ')}, after ${steps.map(daysOf).join(' and ')}`,
    `- owner: ${ownerTeam}${references === '' ? '' : ` · ${references}`}`,
  ].join('\n');
}

function statementOf(key: string, { causes, observations }: WorkedExample): string {
  return [...causes, ...observations].find((one) => one.key === key)?.statement ?? key;
}

function checkText(check: Check): string {
  switch (check.kind) {
    case 'signal':
      return `signal of ${check.sources?.join(' and ') ?? 'any source'} about the ${check.subject.type} \`${check.subject.id}\``;
    case 'attestation':
      return `attestation "${check.statement}"`;
    case 'ticket state':
      return 'ticket state';
  }
}

/** Decisions, by whom, and the deadlines that follow. */
export function judgement(example: WorkedExample, approvers: number): string {
  const { approvedAt } = example;
  const judged = byRank(example).flatMap(({ title, judged: word }) => {
    if (word === undefined) return [];
    if ('declinedBecause' in word) return [`- declined: ${title}. *${word.declinedBecause}*`];
    const { until, reason, compensatingControl } = word.riskAccepted;
    return [
      `- risk accepted until ${dayAndTime(until).slice(0, 10)}: ${title}. *${reason}* In its place: ${compensatingControl}`,
    ];
  });
  const tickets = byRank(example)
    .filter(({ judged: word }) => word === undefined)
    .map((one) => {
      const dueAt = addDuration(approvedAt, DEFAULT_CONFIG.remediation.dueWithin[priorityOf(one)]);
      return `- approved, a ticket for ${one.ownerTeam} until ${dayAndTime(dueAt).slice(0, 10)}: ${one.title}`;
    });
  const who = approvers === 1 ? 'Somebody who wrote nothing in it' : `${approvers} people who wrote nothing in it`;
  return [
    `${who} approved the record on ${dayAndTime(approvedAt)}; Holdfast refuses the word of anybody who did.`,
    [...tickets, ...judged].join('\n'),
  ].join('\n\n');
}
