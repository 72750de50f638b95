import { type Inline, mark, type Section } from '../document/document.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { saysTheSame } from '../domain/words/says-something.ts';
import { prose, section, terms } from './section-parts.ts';

export function summarySection({ sections, incident, kind }: PostMortem): Section | undefined {
  // The figures of a period have a chapter of their own.
  const text = sections.summary?.text ?? (kind === 'periodic review' ? '' : incident.description);
  return section('summary', 'Summary', text === '' ? [] : [prose(text)]);
}

/** Questions of the review, and its participants. */
export function frameworkSection({ sections: { framework } }: PostMortem): Section | undefined {
  if (framework === undefined) return undefined;
  return section('framework', 'The review', [
    ...terms(
      ['Scope', framework.scope],
      ...objectivesOf(framework),
      ...framework.team.map(({ role, name }): [string, string] => [role, name]),
    ),
  ]);
}

type Framework = NonNullable<PostMortem['sections']['framework']>;

/** Objectives, each with what became of it; an outcome that is none of theirs stands behind them. */
function objectivesOf({ objectives, outcomes = [] }: Framework): [string, Inline[]][] {
  const others = outcomes.filter(({ objective }) => !objectives.some((one) => saysTheSame(one, objective)));
  return [
    ...objectives.map((objective): [string, Inline[]] => {
      const found = outcomes.find((one) => saysTheSame(one.objective, objective));
      return ['Objective', [objective, ...(found === undefined ? [] : outcomeWords(found))]];
    }),
    ...others.map((one): [string, Inline[]] => ['Outcome', [one.objective, ...outcomeWords(one)]]),
  ];
}

function outcomeWords({ outcome, because }: NonNullable<Framework['outcomes']>[number]): Inline[] {
  const tone = outcome === 'met' ? 'good' : outcome === 'not met' ? 'bad' : 'warn';
  return [' ', mark(outcome, tone), ...(because === undefined ? [] : [` ${because}`])];
}
