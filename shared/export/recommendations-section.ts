import { counted } from '../document/counted.ts';
import {
  type Card,
  type Inline,
  mark,
  minute,
  type Section,
  type TableBlock,
  type Tone,
} from '../document/document.ts';
import { d3fendInWords } from '../domain/knowledge/countermeasures.ts';
import { type Quadrant, quadrantOf, type Recommendation, rankOf } from '../domain/remediation/recommendation.ts';
import { checkInWords } from '../domain/verification/check-in-words.ts';
import type { ExportedRecord } from './exported-record.ts';
import { termsOf } from './section-parts.ts';

const QUADRANT_TONES: Record<Quadrant, Tone> = {
  'quick win': 'good',
  'major project': 'progress',
  'fill-in': 'neutral',
  reconsider: 'withdrawn',
};

/** By rank: what does most for the least comes first. */
export function recommendationsSection({ record, file }: ExportedRecord): Section {
  const ranked = record.recommendations.toSorted((a, b) => rankOf(b) - rankOf(a));
  const standing = (id: string) => file.recommendations.find((one) => one.id === id)?.remediation;
  const answered = new Map([...record.rootCauses, ...record.observations].map(({ id, statement }) => [id, statement]));
  return {
    id: 'recommendations',
    title: 'What has to change',
    blocks: [
      ...(ranked.length === 0 ? [] : [overview(ranked, standing)]),
      {
        kind: 'cards',
        cards: ranked.map((one) => recommendationCard(one, answered)),
        none: 'Nothing was recommended.',
      },
    ],
  };
}

function overview(ranked: readonly Recommendation[], standing: (id: string) => Standing): TableBlock {
  return {
    kind: 'table',
    caption: 'Recommendations by rank: impact × feasibility, each 1 to 5',
    columns: [
      { name: 'Recommendation' },
      { name: 'Rank', isShort: true },
      { name: 'Quadrant', isShort: true },
      { name: 'Team' },
      { name: 'Standing' },
    ],
    groups: [
      {
        rows: ranked.map((one) => [
          [one.title],
          [`${rankOf(one)} (${one.impact} × ${one.feasibility})`],
          [mark(quadrantOf(one), QUADRANT_TONES[quadrantOf(one)])],
          [one.ownerTeam],
          standingWords(one, standing(one.id)),
        ]),
      },
    ],
    hidden: 0,
  };
}

type Standing = ExportedRecord['file']['recommendations'][number]['remediation'];

function standingWords({ status }: Recommendation, standing: Standing): Inline[] {
  if (standing === undefined) return [status];
  const { state, ticket } = standing;
  const tone = state === 'verified' ? 'good' : state === 'ineffective' || state === 'regressed' ? 'bad' : 'progress';
  return [...(ticket === undefined ? [] : [`${ticket} `]), mark(state, tone), ...when(standing)];
}

function when({ dueAt, verifiedAt, acceptedUntil, renewals = 0 }: NonNullable<Standing>): Inline[] {
  if (verifiedAt !== undefined) return [' on ', minute(verifiedAt)];
  if (acceptedUntil === undefined) return dueAt === undefined ? [] : [', due ', minute(dueAt)];
  const renewed = renewals === 0 ? [] : [`, renewed ${counted(renewals, 'time')}`];
  return [' until ', minute(acceptedUntil), ...renewed];
}

function recommendationCard(one: Recommendation, answered: ReadonlyMap<string, string>): Card {
  return {
    title: one.title,
    marks: [mark(quadrantOf(one), QUADRANT_TONES[quadrantOf(one)]), mark(one.kind, 'neutral')],
    paragraphs: [one.why],
    terms: termsOf(
      ...one.answers.map((id): [string, string] => ['Answers', answered.get(id) ?? id]),
      ['Mends', one.procedures?.join(', ')],
      ['Works when', one.successCriterion],
      ['Not measured, because', one.criterionWithoutMeasureBecause],
      ...one.verification.checks.map((check): [string, string] => ['Checked by', checkInWords(check)]),
      ['Not tested, because', one.verification.untestedBecause],
      [
        'Controls',
        [
          ...(one.d3fend ?? []).map(d3fendInWords),
          ...(one.controls ?? []).map(({ framework, id }) => `${framework} ${id}`),
        ].join(', '),
      ],
      ['Wanted until', one.status === 'approved' ? undefined : one.dueAt && minute(one.dueAt)],
      ['Declined, because', one.declinedBecause],
      ['Risk accepted, because', one.acceptance?.reason],
      ['Instead', one.acceptance?.compensatingControl],
      ['Accepted until', one.acceptance && minute(one.acceptance.until)],
    ),
  };
}
