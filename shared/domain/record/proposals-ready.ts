import { type BrowsedSites, sureNameOf } from '../remediation/existing-work.ts';
import { type KnownSources, sourcesInWords, unknownSource } from '../verification/known-sources.ts';
import { isUntested } from '../verification/plan.ts';
import { subjectNamed } from '../verification/subject-named.ts';
import { isReadable } from '../words/readable.ts';
import type { Missing } from '../words/refusal.ts';
import { compareIds } from './content/timeline.ts';
import type { PostMortem } from './post-mortem.ts';

type Proposals = Pick<PostMortem, 'recommendations'>;

/**
 * No drafts; nothing of which nobody can read what it wants, which stands in records of before such texts were refused; and no plan
 * without a check, save with a reason.
 */
export function proposalsReady({ recommendations }: Proposals, jira: BrowsedSites): Missing[] {
  const tickets = firstToName(recommendations, jira);
  return recommendations
    .toSorted(compareIds)
    .flatMap(({ id, title, why, successCriterion, status, verification, existingWork }) => {
      const path = `recommendations.${id}`;
      if (status === 'draft') return [{ path, message: `finish the draft "${title}" and propose it, or remove it` }];
      if (status !== 'proposed') return [];
      const unreadable = Object.entries({ title, why, successCriterion })
        .filter(([, words]) => !isReadable(words))
        .map(([field]) => ({ path: `${path}.${field}`, message: `write the ${field} anew: nobody can read it` }));
      const isUnexplained = isUntested(verification) && verification.untestedBecause === undefined;
      const other = existingWork?.kind === 'ticket' ? tickets.get(sureNameOf(existingWork.ticket, jira)) : undefined;
      const isTaken = other !== undefined && other !== id;
      const message = `add a check that can show "${title}" to work, or write why nothing but its ticket can`;
      return [
        ...unreadable,
        ...(isTaken
          ? [{ path: `${path}.existingWork`, message: `a ticket is the work of one fix: ${other} names this one, too` }]
          : []),
        ...(isUnexplained ? [{ path: `${path}.verification.untestedBecause`, message }] : []),
      ];
    });
}

/** Recommendation that is the first to name each ticket, where the ticket is sure. */
function firstToName(
  recommendations: Proposals['recommendations'],
  jira: BrowsedSites,
): Map<string | undefined, string> {
  const first = new Map<string | undefined, string>();
  for (const { id, status, existingWork } of recommendations.toSorted(compareIds)) {
    const isNamed = existingWork?.kind === 'ticket' && status !== 'declined';
    const name = isNamed ? sureNameOf(existingWork.ticket, jira) : undefined;
    if (name !== undefined && !first.has(name)) first.set(name, id);
  }
  return first;
}

/**
 * Each plan that is to be carried out names the sources that decide: a check that takes any source is proven by whoever speaks first.
 * One whose risk is accepted is carried out when that time is over. Plans that are approved already stay as they are.
 */
export function sourcesNamed({ recommendations }: Proposals, known: KnownSources): Missing[] {
  return recommendations.toSorted(compareIds).flatMap(({ id, title, status, verification }) =>
    status === 'proposed' || status === 'risk accepted'
      ? verification.checks.flatMap((check, index) => {
          if (check.kind !== 'signal') return [];
          const path = `recommendations.${id}.verification.checks.${index}.sources`;
          const about = subjectNamed(check.subject);
          if (check.sources === undefined) return [{ path, message: nameThem(about, title, known) }];
          return check.sources.flatMap((source, place) => {
            const problem = unknownSource(source, known);
            return problem === undefined ? [] : [{ path: `${path}.${place}`, message: problem }];
          });
        })
      : [],
  );
}

function nameThem(about: string, title: string, known: KnownSources): string {
  const there = sourcesInWords(known);
  return `name the sources whose signals about ${about} decide whether "${title}" works, as their signals spell it in source${
    there === undefined ? '' : `; ${there}`
  }`;
}
