import { type TeamDirectory, unknownTeam } from '../remediation/team-directory.ts';
import { isMeasurable } from '../words/measurable.ts';
import { isReadable } from '../words/readable.ts';
import type { Missing } from '../words/refusal.ts';
import { saysSomething, saysTheSame } from '../words/says-something.ts';
import { compareIds } from './content/timeline.ts';
import type { PostMortem } from './post-mortem.ts';

/**
 * What a record lacks although something stands in each place: a record of "x" everywhere teaches nobody anything. Each demand is
 * met by saying it, or by the reason why there is nothing to say.
 */

/** Texts that tell somebody something, and more than the title does. */
export function textsSaySomething(record: PostMortem): Missing[] {
  return textsOf(record).flatMap(([path, text]) => {
    // What nobody can read of a recommendation is asked for already.
    if (text === undefined || (path.startsWith('recommendations.') && !isReadable(text))) return [];
    if (!saysSomething(text))
      return [{ path, message: `write a sentence: ${JSON.stringify(text)} tells nobody anything` }];
    return saysTheSame(text, record.incident.title)
      ? [{ path, message: 'write what the title does not say already' }]
      : [];
  });
}

/** Texts of a record that have to say something, each with its path. */
function textsOf({
  sections: { framework, summary, impact, advisory, detection, response, humanFactor, sharing },
  rootCauses,
  contributingFactors,
  observations,
  recommendations,
  lessons,
}: PostMortem): [path: string, text: string | undefined][] {
  return [
    ...(framework?.outcomes ?? []).map(({ because }, index): [string, string | undefined] => [
      `sections.framework.outcomes.${index}.because`,
      because,
    ]),
    ['sections.summary.text', summary?.text],
    ['sections.impact.description', impact?.description],
    ['sections.impact.noSystemsBecause', impact?.noSystemsBecause],
    ['sections.detection.how', detection?.how],
    ['sections.detection.whyNotSooner', detection?.whyNotSooner],
    ['sections.detection.whyFalsePositive', detection?.whyFalsePositive],
    ['sections.advisory.advice', advisory?.advice],
    ['sections.response.firstAction', response?.firstAction],
    ['sections.response.nothingWentBadlyBecause', response?.nothingWentBadlyBecause],
    ...(['containment', 'eradication', 'recovery'] as const).map((phase): [string, string | undefined] => [
      `sections.response.${phase}.description`,
      response?.[phase]?.description,
    ]),
    ...(response?.procedures ?? []).map(({ noRecommendationBecause }, index): [string, string | undefined] => [
      `sections.response.procedures.${index}.noRecommendationBecause`,
      noRecommendationBecause,
    ]),
    ['sections.humanFactor.consideredNoneBecause', humanFactor?.consideredNoneBecause],
    ['sections.sharing.noNotificationBecause', sharing?.noNotificationBecause],
    ...rootCauses.map(({ id, statement }): [string, string] => [`rootCauses.${id}.statement`, statement]),
    ...contributingFactors.map(({ id, statement }): [string, string] => [
      `contributingFactors.${id}.statement`,
      statement,
    ]),
    ...observations.flatMap(({ id, statement, noRecommendationBecause }): [string, string | undefined][] => [
      [`observations.${id}.statement`, statement],
      [`observations.${id}.noRecommendationBecause`, noRecommendationBecause],
    ]),
    ...recommendations
      .filter(({ status }) => status === 'proposed')
      .flatMap(({ id, why, criterionWithoutMeasureBecause }): [string, string | undefined][] => [
        [`recommendations.${id}.why`, why],
        [`recommendations.${id}.criterionWithoutMeasureBecause`, criterionWithoutMeasureBecause],
      ]),
    ...lessons
      .filter(({ status }) => status === 'open')
      .map(({ id, statement }): [string, string] => [`lessons.${id}.statement`, statement]),
  ];
}

/** What kind of incident it was: lists, figures and recurrences ask for it. A periodic review looks at many, a false positive was none. */
export function categoryKnown({ category, kind }: PostMortem, categories: readonly string[]): Missing[] {
  if (kind === 'periodic review' || kind === 'false positive') return [];
  if (category === undefined) return [{ path: 'category', message: `name its category: ${categories.join(', ')}` }];
  return categories.includes(category)
    ? []
    : [{ path: 'category', message: `"${category}" is none of the categories any more: ${categories.join(', ')}` }];
}

/** Teams that the directory knows: whoever is to do it has to be somebody. */
export function ownersKnown(
  { recommendations, lessons, temporaryMeasures }: PostMortem,
  teams: TeamDirectory,
): Missing[] {
  const open = [
    ...recommendations
      .filter(({ status }) => status === 'proposed')
      .map(({ id, ownerTeam }) => ({ path: `recommendations.${id}.ownerTeam`, ownerTeam })),
    ...lessons
      .filter(({ status }) => status === 'open')
      .map(({ id, ownerTeam }) => ({ path: `lessons.${id}.ownerTeam`, ownerTeam })),
    ...temporaryMeasures
      .filter(({ status }) => status === 'in force')
      .map(({ id, ownerTeam }) => ({ path: `temporaryMeasures.${id}.ownerTeam`, ownerTeam })),
  ];
  return open.flatMap(({ path, ownerTeam }) => {
    const message = unknownTeam(ownerTeam, teams);
    return message === undefined ? [] : [{ path, message }];
  });
}

/** A criterion that two people read alike, or the reason why nothing can be measured. */
export function criteriaMeasured({ recommendations }: PostMortem): Missing[] {
  return recommendations.toSorted(compareIds).flatMap((one) => {
    const { id, title, status, successCriterion, criterionWithoutMeasureBecause: because } = one;
    const isAsked = status === 'proposed' && isReadable(successCriterion);
    return !isAsked || because !== undefined || (isMeasurable(successCriterion) && saysSomething(successCriterion))
      ? []
      : [
          {
            path: `recommendations.${id}.successCriterion`,
            message: `say how much, or what is to be seen when "${title}" works; or why nothing can be measured, in criterionWithoutMeasureBecause`,
          },
        ];
  });
}

/** What the review set out to find is looked at again: each objective was met, or it says why not. */
export function objectivesLookedAt({ sections: { framework } }: PostMortem): Missing[] {
  const { objectives = [], outcomes = [] } = framework ?? {};
  const path = 'sections.framework.outcomes';
  const open = objectives
    .filter((one) => !outcomes.some(({ objective }) => saysTheSame(objective, one)))
    .map((one) => ({ path, message: `say whether the objective "${one}" was met, partly met or not met` }));
  const others = outcomes.flatMap(({ objective, outcome, because }, index): Missing[] => {
    if (!objectives.some((one) => saysTheSame(one, objective))) {
      return [
        { path: `${path}.${index}.objective`, message: `"${objective}" is none of the objectives: use its words` },
      ];
    }
    if (outcomes.findIndex((one) => saysTheSame(one.objective, objective)) < index) {
      return [
        { path: `${path}.${index}.objective`, message: `"${objective}" has an outcome already: leave one of them` },
      ];
    }
    return outcome !== 'met' && because === undefined
      ? [{ path: `${path}.${index}.because`, message: `"${objective}" was ${outcome}: say why` }]
      : [];
  });
  return [...open, ...others];
}

/** Procedures that were not followed, or were not enough, are mended by a recommendation or a lesson that names them, or there is a reason. */
export function proceduresAnswered({ sections: { response }, recommendations, lessons }: PostMortem): Missing[] {
  const mended = [
    ...recommendations.filter(({ status }) => status !== 'declined').flatMap(({ procedures = [] }) => procedures),
    ...lessons.map(({ document }) => document),
  ];
  return (response?.procedures ?? []).flatMap(({ name, wasFollowed, wasAdequate, noRecommendationBecause }, index) => {
    const isFine = wasFollowed !== 'no' && wasAdequate !== 'no';
    if (isFine || noRecommendationBecause !== undefined || mended.some((one) => saysTheSame(one, name))) return [];
    const what = wasFollowed === 'no' ? 'was not followed' : 'was not adequate';
    const message =
      `"${name}" ${what}: name it in the procedures of a recommendation, or as the document of a lesson; ` +
      'or say in noRecommendationBecause why neither';
    return [{ path: `sections.response.procedures.${index}`, message }];
  });
}

/** Procedures that a recommendation says it mends are those of the response. */
export function proceduresKnown({ sections: { response }, recommendations }: PostMortem): Missing[] {
  const known = (response?.procedures ?? []).map(({ name }) => name);
  return recommendations
    .filter(({ status }) => status === 'proposed')
    .flatMap(({ id, procedures = [] }) =>
      procedures.flatMap((name, index) =>
        known.some((one) => saysTheSame(one, name))
          ? []
          : [
              {
                path: `recommendations.${id}.procedures.${index}`,
                message: `the response has no procedure "${name}"; it has ${known.length === 0 ? 'none' : known.join(', ')}`,
              },
            ],
      ),
    );
}
