import { counted } from '../document/counted.ts';
import {
  type Block,
  type Column,
  type Figure,
  type Finding,
  type Inline,
  inlineLink,
  mark,
  minute,
  type ReportDocument,
} from '../document/document.ts';
import { limited } from '../document/row-limit.ts';
import { durationInWords, instantInWords } from '../document/time-in-words.ts';
import { escalationInWords } from '../domain/remediation/team-directory.ts';
import { Severity } from '../domain/words/severity.ts';
import { lessonBlocks, measureBlocks, notificationBlocks } from './duties-document.ts';
import { firstWorkBlocks } from './first-work-document.ts';
import type { AcceptedRisk, OverdueReport, OverdueReview, OverdueTeam } from './report-data.ts';
import { teamBars } from './team-bars.ts';

export function overdueDocument(report: OverdueReport): ReportDocument {
  return {
    title: `${report.title}: what is overdue, ${instantInWords(report.generatedAt, 'day')}`,
    about: [`${report.title} · Overdue · as of `, minute(report.generatedAt)],
    headline: report.headline,
    sections: [
      { id: 'figures', title: 'At a glance', blocks: [{ kind: 'figures', figures: figures(report) }, ...bars(report)] },
      { id: 'notifications', title: 'Notifications to send', blocks: notificationBlocks(report) },
      { id: 'remediations', title: 'Overdue remediations', blocks: remediations(report) },
      { id: 'first', title: 'What to work on first', blocks: firstWorkBlocks(report) },
      { id: 'reviews', title: 'Post-mortems past due', blocks: reviews(report) },
      { id: 'lessons', title: 'Lessons to put in place, to confirm or to review', blocks: lessonBlocks(report) },
      { id: 'measures', title: 'Temporary measures to undo', blocks: measureBlocks(report) },
      { id: 'risks', title: 'Accepted risks that ran out, or will soon', blocks: risks(report) },
      { id: 'terms', title: 'How to read this', blocks: [{ kind: 'note', text: [TERMS] }] },
    ],
  };
}

const TERMS =
  'A remediation is overdue when its due date passed and nobody has moved its ticket to done, or when it is claimed and ' +
  'evidence has been missing for so long that it is unproven. ' +
  'Moving it to done is a claim, and so is a merged pull request that the record names; whether the claim holds is in the validation report. ' +
  'What to work on first are open fixes by impact × feasibility, and older ones before newer ones of the same; what is claimed is not among them. ' +
  'Moving a ticket back moves no due date. A fix that evidence refuted gets a quarter of its time more, a proven one that broke all of it. ' +
  'Of a record that is marked AMBER+STRICT or RED, its id, its severity, what is late and where it ranks are told, and no more.';

function figures({ measures }: OverdueReport): Figure[] {
  const { overdue, byPriority, medianLateMs, longestLateMs, reviewsPastDue } = measures;
  const urgent = byPriority.critical + byPriority.high;
  return [
    {
      name: 'Remediations overdue',
      value: String(overdue),
      note: overdue === 0 ? 'none' : `${urgent} critical or high`,
      tone: overdue > 0 ? 'bad' : 'good',
    },
    {
      name: 'Median lateness',
      value: medianLateMs === null ? '–' : durationInWords(medianLateMs),
      note: longestLateMs === null ? 'nothing is late' : `longest: ${durationInWords(longestLateMs)}`,
      tone: 'neutral',
    },
    {
      name: 'Post-mortems past due',
      value: String(reviewsPastDue),
      note: 'not yet approved',
      tone: reviewsPastDue > 0 ? 'warn' : 'good',
    },
    {
      name: 'Lessons overdue',
      value: String(measures.lessonsOverdue),
      note: `${measures.lessonsSoon} more soon`,
      tone: measures.lessonsOverdue > 0 ? 'warn' : 'good',
    },
    {
      name: 'Notifications overdue',
      value: String(measures.notificationsOverdue),
      note: `${measures.notificationsSoon} more soon`,
      tone: measures.notificationsOverdue > 0 ? 'bad' : 'good',
    },
    {
      name: 'Temporary measures past their end',
      value: String(measures.temporaryMeasuresOverdue ?? 0),
      note: `${measures.temporaryMeasuresSoon ?? 0} more soon`,
      tone: (measures.temporaryMeasuresOverdue ?? 0) > 0 ? 'bad' : 'good',
    },
    {
      name: 'Accepted risks run out',
      value: String(measures.acceptancesRunOut),
      note: `${measures.acceptancesRunningOut} more soon`,
      tone: measures.acceptancesRunOut > 0 ? 'bad' : 'good',
    },
  ];
}

function bars({ teams, measures }: OverdueReport): Block[] {
  if (teams.length === 0) return [];
  const legend = Severity.options.map((priority) => ({
    name: priority,
    tone: priority,
    total: measures.byPriority[priority],
  }));
  const rows = teams.map(({ ownerTeam, byPriority }) => ({
    label: ownerTeam,
    values: Severity.options.map((priority) => byPriority[priority]),
  }));
  return [
    { kind: 'bars', legend, groups: [{ caption: 'Overdue remediations by team and priority', rows: teamBars(rows) }] },
  ];
}

const REMEDIATION_COLUMNS: Column[] = [
  { name: 'Remediation' },
  { name: 'Priority', isShort: true },
  { name: 'Due', isShort: true },
  { name: 'Late', isShort: true },
  { name: 'Reopened', isShort: true },
  { name: 'Post-mortem', isShort: true },
];

/** One table, grouped by team. The limit counts over all teams. */
function remediations({ teams, measures }: OverdueReport): Block[] {
  if (teams.length === 0) return [note('Nothing is overdue.')];
  const { shown, hidden } = limited(teams.flatMap((team) => team.remediations));
  const groups = [...Map.groupBy(shown, ({ ownerTeam }) => ownerTeam)].map(([ownerTeam, ofTeam]) => ({
    title: `${ownerTeam}: ${ofTeam.length}`,
    rows: ofTeam.map(remediationRow),
  }));
  const caption = `${counted(measures.overdue, 'remediation')} past due with no claim that is believed, by team, the latest first`;
  return [{ kind: 'table', caption, columns: REMEDIATION_COLUMNS, groups, hidden }];
}

function remediationRow(one: OverdueTeam['remediations'][number]): Inline[][] {
  return [
    [
      ...(one.key === undefined || one.ticketUrl === undefined ? [] : [inlineLink(one.key, one.ticketUrl), ' ']),
      one.title,
      ...(one.hangs === undefined ? [] : [` (${one.hangs})`]),
      ...(one.turnTo === undefined ? [] : [` Next to turn to: ${escalationInWords(one.turnTo)}.`]),
    ],
    [mark(one.priority, one.priority)],
    [minute(one.dueAt)],
    [`${durationInWords(one.lateMs)} late`],
    [reopenedInWords(one)],
    [inlineLink('Record', one.recordUrl)],
  ];
}

/** The deadline stands over every move of people, so the reader is to see how often they made one. */
function reopenedInWords({ reopenCount, pushes }: OverdueTeam['remediations'][number]): string {
  const times = (count: number): string => TIMES[count] ?? `${count} times`;
  if (pushes === 0 || pushes === reopenCount) return times(reopenCount) + (pushes === 0 ? '' : ', by people');
  return `${times(reopenCount)}, ${times(pushes)} by people`;
}

const TIMES = ['never', 'once', 'twice'];

const REVIEW_COLUMNS: Column[] = [
  { name: 'Incident' },
  { name: 'Severity', isShort: true },
  { name: 'Status' },
  { name: 'Template' },
  { name: 'Due', isShort: true },
  { name: 'Late', isShort: true },
  { name: 'Post-mortem', isShort: true },
];

function reviews({ reviews }: OverdueReport): Block[] {
  if (reviews.length === 0) return [note('No post-mortem is past due.')];
  const { shown, hidden } = limited(reviews);
  const caption = `${counted(reviews.length, 'post-mortem')} past due, the latest first`;
  return [{ kind: 'table', caption, columns: REVIEW_COLUMNS, groups: [{ rows: shown.map(reviewRow) }], hidden }];
}

function reviewRow(one: OverdueReview): Inline[][] {
  const incident = one.incidentUrl === undefined ? one.incidentKey : inlineLink(one.incidentKey, one.incidentUrl);
  return [
    [incident, ' ', one.title],
    [mark(one.severity, one.severity)],
    [one.status === 'in review' ? `in review, ${counted(approvalsLeft(one), 'approval')} to go` : one.status],
    [one.template],
    [minute(one.dueAt)],
    [`${durationInWords(one.lateMs)} late`],
    [inlineLink('Record', one.recordUrl)],
  ];
}

const approvalsLeft = ({ approvals: { given, wanted } }: OverdueReview): number => Math.max(0, wanted - given);

function risks({ acceptances, generatedAt }: OverdueReport): Block[] {
  if (acceptances.length === 0) return [note('No accepted risk ran out or runs out soon.')];
  const { shown, hidden } = limited(acceptances);
  return [{ kind: 'findings', findings: shown.map((one) => riskFinding(one, generatedAt)), hidden }];
}

function riskFinding(one: AcceptedRisk, now: string): Finding {
  const away = durationInWords(Math.abs(Date.parse(now) - Date.parse(one.until)));
  return {
    title: one.title,
    ticket:
      one.key === undefined || one.ticketUrl === undefined
        ? inlineLink('No ticket', one.recordUrl)
        : inlineLink(one.key, one.ticketUrl),
    facts: [[mark(one.priority, one.priority)], [one.ownerTeam], [inlineLink('Record', one.recordUrl)]],
    story: [
      [`accepted by ${one.acceptedBy} `, minute(one.acceptedAt), ...renewed(one)],
      [
        one.hasRunOut ? mark(`ran out ${away} ago`, 'bad') : mark(`runs out in ${away}`, 'warn'),
        ' (',
        minute(one.until),
        ')',
      ],
    ],
    notes: [
      { name: 'Why', text: one.reason },
      { name: 'Meanwhile', text: one.compensatingControl },
    ],
    evidence: [],
    isOpen: false,
  };
}

const renewed = ({ renewals }: AcceptedRisk): string[] =>
  renewals === 0 ? [] : [`, renewed ${counted(renewals, 'time')}`];

const note = (text: string): Block => ({ kind: 'note', text: [text] });
