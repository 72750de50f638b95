import type { Section } from '../document/document.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { prose, section, terms } from './section-parts.ts';

export function summarySection({ sections, incident }: PostMortem): Section | undefined {
  const text = sections.summary?.text ?? incident.description;
  return section('summary', 'Summary', text === '' ? [] : [prose(text)]);
}

/** Questions of the review, and its participants. */
export function frameworkSection({ sections: { framework } }: PostMortem): Section | undefined {
  if (framework === undefined) return undefined;
  return section('framework', 'The review', [
    ...terms(
      ['Scope', framework.scope],
      ...framework.objectives.map((objective): [string, string] => ['Objective', objective]),
      ...framework.team.map(({ role, name }): [string, string] => [role, name]),
    ),
  ]);
}
