import { type Block, type Card, mark, type Section } from '../document/document.ts';
import type { RootCause } from '../domain/record/content/causes.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { prose, terms, termsOf } from './section-parts.ts';

const KINDS = ['human', 'procedural', 'technical'] as const;

/** Each kind has its place, in the same form, whether there is one of it or not. */
export function causesSection(record: PostMortem): Section {
  const { sections, contributingFactors, rootCauses } = record;
  const noHuman = sections.humanFactor?.consideredNoneBecause;
  return {
    id: 'causes',
    title: 'Why it happened',
    blocks: [
      ...(sections.analysis?.interplay === undefined ? [] : [prose(sections.analysis.interplay)]),
      ...KINDS.map((kind): Block => {
        const cards = rootCauses.filter((cause) => cause.kind === kind).map((cause) => causeCard(cause, record));
        const none = kind === 'technical' || noHuman === undefined ? `No ${kind} root cause was named.` : noHuman;
        return { kind: 'cards', title: `Root causes: ${kind}`, cards, none };
      }),
      {
        kind: 'cards',
        title: 'Contributing factors',
        cards: contributingFactors.map(({ kind, statement }) => card(statement, kind)),
        none: 'No contributing factor was named.',
      },
      {
        kind: 'cards',
        title: 'How the response went',
        cards: record.observations.map(({ kind, statement, noRecommendationBecause: why }) => ({
          title: statement,
          marks: [mark(kind, kind === 'went well' ? 'good' : kind === 'went badly' ? 'bad' : 'warn')],
          paragraphs: [],
          terms: termsOf(['No recommendation, because', why]),
        })),
        none: 'Nothing was noted.',
      },
      ...terms(
        ['Earlier incidents', sections.analysis?.earlier],
        ['Method', sections.analysis?.method],
        ['The human factor', rootCauses.some(({ kind }) => kind === 'human') ? undefined : noHuman],
      ),
    ],
  };
}

const TONES = { human: 'progress', procedural: 'progress', technical: 'progress' } as const;

function causeCard({ kind, statement, whys, worksWith = [] }: RootCause, { rootCauses }: PostMortem): Card {
  const others = rootCauses.filter(({ id }) => worksWith.includes(id)).map((other) => other.statement);
  return {
    title: statement,
    marks: [mark(kind, TONES[kind])],
    paragraphs: [],
    terms: termsOf(
      ...whys.map((why, index): [string, string] => [`Why ${index + 1}`, why]),
      ...others.map((other): [string, string] => ['Works with', other]),
    ),
  };
}

const card = (title: string, kind: string): Card => ({
  title,
  marks: [mark(kind, 'neutral')],
  paragraphs: [],
  terms: [],
});
