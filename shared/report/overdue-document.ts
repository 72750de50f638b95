import { Severity } from '../domain/severity.ts';
import { counted } from './counted.ts';
import type { AcceptedRisk, OverdueReport, OverdueReview, OverdueTeam } from './report-data.ts';
import {
  type Block,
  type Column,
  type Figure,
  type Inline,
  link,
  mark,
  minute,
  type ReportDocument,
} from './report-document.ts';
import { limited, ROW_LIMIT } from './row-limit.ts';
import { teamBars } from './team-bars.ts';
import { durationInWords, instantInWords } from './time-in-words.ts';

export function overdueDocument(report: OverdueReport): ReportDocument {
  return {
    title: `${report.title}: what is overdue, ${instantInWords(report.generatedAt, 'day')}`,
    about: [`${report.title} · Overdue · as of `, minute(report.generatedAt)],
    headline: report.headline,
    sections: [
      { id: 'figures', title: 'At a glance', blocks: [{ kind: 'figures', figures: figures(report) }, ...bars(report)] },
      { id: 'remediations', title: 'Overdue remediations', blocks: remediations(report) },
      { id: 'reviews', title: 'Post-mortems past due', blocks: reviews(report) },
      { id: 'risks', title: 'Accepted risks that ran out, or will soon', blocks: risks(report) },
      { id: 'terms', title: 'How to read this', blocks: [{ kind: 'note', text: [TERMS] }] },
    ],
  };
}

const TERMS =
  'A remediation is overdue when its due date passed and nobody has moved its ticket to done. ' +
  'Moving it to done is a claim; whether the claim holds is in the validation report. ' +
  'A reopened ticket gets a new due date from the day on which it was reopened.';

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
      value: medianLateMs === null ? 'none' : durationInWords(medianLateMs),
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
      name: 'Accepted risks run out',
      value: String(measures.acceptancesRunOut),
      note: `${measures.acceptancesRunningOut} more soon`,
      tone: measures.acceptancesRunOut > 0 ? 'bad' : 'good',
    },
  ];
}

function bars({ teams }: OverdueReport): Block[] {
  if (teams.length === 0) return [];
  const legend = Severity.options.map((priority) => ({ name: priority, tone: priority }));
  const rows = teams.map(({ ownerTeam, byPriority }) => ({
    label: ownerTeam,
    values: Severity.options.map((priority) => byPriority[priority]),
  }));
  return [
    {
      kind: 'bars',
      caption: 'Overdue remediations by team and priority',
      legend,
      rows: teamBars(rows),
    },
  ];
}

const REMEDIATION_COLUMNS: Column[] = [
  { name: 'Remediation' },
  { name: 'Priority' },
  { name: 'Due' },
  { name: 'Late' },
  { name: 'Reopened', isNumber: true },
  { name: 'Post-mortem' },
];

/** A table for each team. The limit counts over all of them. */
function remediations({ teams }: OverdueReport): Block[] {
  if (teams.length === 0) return [note('Nothing is overdue.')];
  let room = ROW_LIMIT;
  return teams.map((team) => {
    const { shown, hidden } = limited(team.remediations, room);
    room -= shown.length;
    return {
      kind: 'table',
      caption: `${team.ownerTeam}: ${counted(team.remediations.length, 'remediation')} overdue`,
      columns: REMEDIATION_COLUMNS,
      rows: shown.map(remediationRow),
      hidden,
    };
  });
}

function remediationRow(one: OverdueTeam['remediations'][number]): Inline[][] {
  return [
    [link(one.key, one.ticketUrl), ' ', one.title],
    [mark(one.priority, one.priority)],
    [minute(one.dueAt)],
    [`${durationInWords(one.lateMs)} late`],
    [one.reopenCount === 0 ? 'never' : counted(one.reopenCount, 'time')],
    [link('Record', one.recordUrl)],
  ];
}

const REVIEW_COLUMNS: Column[] = [
  { name: 'Incident' },
  { name: 'Severity' },
  { name: 'Status' },
  { name: 'Due' },
  { name: 'Late' },
  { name: 'Post-mortem' },
];

function reviews({ reviews }: OverdueReport): Block[] {
  if (reviews.length === 0) return [note('No post-mortem is past due.')];
  const { shown, hidden } = limited(reviews);
  const caption = `${counted(reviews.length, 'post-mortem')} past due, the latest first`;
  return [{ kind: 'table', caption, columns: REVIEW_COLUMNS, rows: shown.map(reviewRow), hidden }];
}

function reviewRow(one: OverdueReview): Inline[][] {
  const incident = one.incidentUrl === undefined ? one.incidentKey : link(one.incidentKey, one.incidentUrl);
  return [
    [incident, ' ', one.title],
    [mark(one.severity, one.severity)],
    [one.status],
    [minute(one.dueAt)],
    [`${durationInWords(one.lateMs)} late`],
    [link('Record', one.recordUrl)],
  ];
}

const RISK_COLUMNS: Column[] = [
  { name: 'Risk' },
  { name: 'Team' },
  { name: 'Priority' },
  { name: 'Accepted until' },
  { name: 'Why, and what protects meanwhile' },
  { name: 'Accepted by' },
  { name: 'Post-mortem' },
];

function risks({ acceptances, generatedAt }: OverdueReport): Block[] {
  if (acceptances.length === 0) return [note('No accepted risk ran out or runs out soon.')];
  const { shown, hidden } = limited(acceptances);
  const caption = `${counted(acceptances.length, 'accepted risk')}, the one that ends first at the top`;
  const rows = shown.map((one) => riskRow(one, generatedAt));
  return [{ kind: 'table', caption, columns: RISK_COLUMNS, rows, hidden }];
}

function riskRow(one: AcceptedRisk, now: string): Inline[][] {
  const away = durationInWords(Math.abs(Date.parse(now) - Date.parse(one.until)));
  return [
    [link(one.key, one.ticketUrl), ' ', one.title],
    [one.ownerTeam],
    [mark(one.priority, one.priority)],
    [minute(one.until), ' ', one.hasRunOut ? mark(`ran out ${away} ago`, 'bad') : mark(`in ${away}`, 'warn')],
    [`${one.reason} Meanwhile: ${one.compensatingControl}`],
    [one.acceptedBy, ', ', minute(one.acceptedAt)],
    [link('Record', one.recordUrl)],
  ];
}

const note = (text: string): Block => ({ kind: 'note', text: [text] });
