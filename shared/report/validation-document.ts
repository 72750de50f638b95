import { counted } from '../document/counted.ts';
import {
  type BarRow,
  type Block,
  type Column,
  type Figure,
  type Inline,
  inlineLink,
  mark,
  minute,
  type ReportDocument,
  type Section,
} from '../document/document.ts';
import { limited } from '../document/row-limit.ts';
import { durationInWords, instantInWords } from '../document/time-in-words.ts';
import { checkInWords } from '../domain/verification/check-in-words.ts';
import { changesSection } from './changes-section.ts';
import { BAR_ORDER, claimsSection, range } from './claims/claims-section.ts';
import { outagesSection } from './claims/outages-section.ts';
import { finding } from './fix-finding.ts';
import { lessonStandingsSection } from './lessons-section.ts';
import { type Fix, Standing, type StandingCounts, type UpcomingCheck, type ValidationReport } from './report-data.ts';
import { STANDING_WORDS } from './standing-words.ts';
import { teamBars } from './team-bars.ts';

export function validationDocument(report: ValidationReport): ReportDocument {
  const { title, period } = report;
  return {
    title: `${title}: what was proven, ${instantInWords(period.to, 'day')}`,
    about: [`${title} · Validation · `, minute(period.from), ' to ', minute(period.to)],
    headline: report.headline,
    sections: [
      ...outagesSection(report),
      ...claimsSection(report),
      {
        id: 'figures',
        title: 'Claimed and proven in this period',
        blocks: [claimedAndProven(report), { kind: 'figures', figures: figures(report) }, ...bars(report)],
      },
      ...Standing.options.flatMap((standing) => standingSection(standing, report.fixes)),
      ...lessonStandingsSection(report),
      ...changesSection(report),
      { id: 'upcoming', title: 'Checks that come due next', blocks: upcoming(report) },
      { id: 'terms', title: 'How to read this', blocks: [{ kind: 'note', text: [TERMS] }] },
    ],
  };
}

const TERMS =
  'A ticket that moves to done is claimed, and so is a fix whose merged pull request the record names. It is then checked again and again, ' +
  'against evidence from after the claim, and is proven when every check of the last step passes. A check that fails ' +
  'reopens the same ticket, and the fix counts as not held until it is proven. Proven takes a source of evidence: a fix of ' +
  'which only a second person gave their word is attested, and one of which only the ticket was looked at is done, not ' +
  'tested. A share of what is proven is one of all claims, with the range in which it lies in ' +
  '95 of 100 cases. Proven holds for as long as evidence is fresh and no source says fail: then it is late or in doubt, and a ' +
  'claim again. Every fix that was claimed or checked in the period is counted once, by where it stands at the end.';

function figures({ measures }: ValidationReport): Figure[] {
  const { standings, proven, fixes, newlyClaimed, medianClaimToProofMs, overdue } = measures;
  return [
    {
      name: 'Proven',
      value: fixes === 0 ? '0' : `${standings.proven} of ${fixes}`,
      note: proven === null ? 'nothing was claimed' : `of all fixes seen: ${range(proven)}`,
      tone: standings.proven > 0 ? 'good' : 'neutral',
    },
    {
      name: 'Did not hold',
      value: String(standings['did not hold']),
      note: 'reopened with the evidence',
      tone: standings['did not hold'] > 0 ? 'bad' : 'neutral',
    },
    {
      name: 'Not shown to hold',
      value: String(standings.late + standings.unproven + standings['in doubt']),
      note: `${standings.late} late, ${standings.unproven} unproven, ${standings['in doubt']} in doubt`,
      tone: standings.late + standings.unproven + standings['in doubt'] > 0 ? 'warn' : 'neutral',
    },
    {
      name: 'Newly claimed',
      value: String(newlyClaimed),
      note: `of ${counted(fixes, 'fix', 'fixes')} seen`,
      tone: 'neutral',
    },
    {
      name: 'From claim to proof',
      value: medianClaimToProofMs === null ? '–' : durationInWords(medianClaimToProofMs),
      note: medianClaimToProofMs === null ? 'no proof of a known claim' : 'median of the fixes proven now',
      tone: 'neutral',
    },
    {
      name: 'Still overdue',
      value: String(overdue),
      note: 'due date passed, no claim',
      tone: overdue > 0 ? 'bad' : 'good',
    },
  ];
}

/** The first bar holds every fix that was seen, so that what is claimed and what is proven stand side by side. */
function bars({ measures }: ValidationReport): Block[] {
  if (measures.fixes === 0) return [];
  const legend = BAR_ORDER.map((standing) => ({
    name: STANDING_WORDS[standing].title,
    tone: STANDING_WORDS[standing].tone,
    total: measures.standings[standing],
  }));
  const row = (label: string, standings: StandingCounts): BarRow => ({
    label,
    values: BAR_ORDER.map((standing) => standings[standing]),
  });
  const all = row('All teams', measures.standings);
  const byTeam = measures.byTeam.map(({ ownerTeam, standings }) => row(ownerTeam, standings));
  const byPriority = measures.byPriority.map(({ priority, standings }) =>
    row(priority === 'unknown' ? 'not known' : priority, standings),
  );
  const groups = [
    { caption: 'Where every fix stood at the end', rows: [all] },
    { caption: 'By team', rows: teamBars(byTeam) },
    { caption: 'By priority', rows: byPriority },
  ];
  return [{ kind: 'bars', legend, groups }];
}

/** The message of the report, in a sentence. */
function claimedAndProven({ measures: { fixes, standings } }: ValidationReport): Block {
  const claims = counted(fixes, 'fix was', 'fixes were');
  const text = `${claims} claimed or checked in this period; evidence proves ${standings.proven} of them.`;
  return { kind: 'note', text: [`Done is a claim; evidence makes it a fix. ${fixes === 0 ? '' : text}`] };
}

/** Failures and proofs are always spoken of; the rest only where there is something to say. */
function standingSection(standing: Standing, fixes: readonly Fix[]): Section[] {
  const { id, title, means, none } = STANDING_WORDS[standing];
  const standingThere = fixes.filter((fix) => fix.standing === standing);
  if (standingThere.length === 0) {
    return none === undefined ? [] : [{ id, title, blocks: [{ kind: 'note', text: [none] }] }];
  }
  const { shown, hidden } = limited(standingThere);
  return [
    {
      id,
      title: `${title}: ${counted(standingThere.length, 'fix', 'fixes')}`,
      blocks: [
        { kind: 'note', text: [means] },
        { kind: 'findings', findings: shown.map(finding), hidden },
      ],
    },
  ];
}

const UPCOMING_COLUMNS: Column[] = [
  { name: 'Fix' },
  { name: 'Team', isShort: true },
  { name: 'Priority', isShort: true },
  { name: 'Next check' },
  { name: 'Step', isShort: true },
  { name: 'What will be looked at' },
];

function upcoming({ upcoming, generatedAt, isMoreUpcoming }: ValidationReport): Block[] {
  if (upcoming.length === 0) return [{ kind: 'note', text: ['No check comes due soon.'] }];
  const { shown, hidden } = limited(upcoming);
  const andMore = isMoreUpcoming === true ? ', of more' : '';
  const caption = `${counted(upcoming.length, 'check')}${andMore}, the soonest first`;
  return [
    {
      kind: 'table',
      caption,
      columns: UPCOMING_COLUMNS,
      groups: [{ rows: shown.map((one) => upcomingRow(one, generatedAt)) }],
      hidden,
    },
  ];
}

function upcomingRow(one: UpcomingCheck, now: string): Inline[][] {
  const waitMs = Date.parse(one.nextCheckAt) - Date.parse(now);
  return [
    [inlineLink(one.key, one.ticketUrl), ' ', one.title],
    [one.ownerTeam],
    [mark(one.priority, one.priority)],
    [minute(one.nextCheckAt), ' ', waitMs <= 0 ? mark('due now', 'warn') : `(in ${durationInWords(waitMs)})`],
    [one.step > one.steps ? 'age of the evidence' : `${one.step} of ${one.steps}`],
    one.checks.flatMap((check, index) => [index === 0 ? '' : '; ', checkInWords(check)]),
  ];
}
