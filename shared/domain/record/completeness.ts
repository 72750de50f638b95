import type { BrowsedSites } from '../remediation/existing-work.ts';
import type { TeamDirectory } from '../remediation/team-directory.ts';
import { type KnownSources, knownSources, type SourceRules } from '../verification/known-sources.ts';
import type { Missing } from '../words/refusal.ts';
import { namesSystem } from '../words/says-something.ts';
import type { PartLists } from './content/parts.ts';
import type { SectionName } from './content/sections.ts';
import {
  categoryKnown,
  criteriaMeasured,
  objectivesLookedAt,
  ownersKnown,
  proceduresAnswered,
  proceduresKnown,
  textsSaySomething,
} from './depth.ts';
import type { PostMortem } from './post-mortem.ts';
import { proposalsReady, sourcesNamed } from './proposals-ready.ts';
import type { Requirement, Template } from './template.ts';

export type Completeness = {
  template: string;
  /** How much of what is required is there, 0 to 100. 100 exactly when nothing is missing. */
  score: number;
  met: number;
  required: number;
  /** In the order in which one fills a record in. */
  missing: Missing[];
};

type Check = (record: PostMortem) => Missing[];

/** The parts of the configuration that a record has to agree with. */
export type CompletenessRules = SourceRules & {
  postMortem: { categories: readonly string[] };
  teams: TeamDirectory;
  /** Sites that its tickets may be on. */
  jira: BrowsedSites;
};

/**
 * How complete a record is, by its template and by what no template may leave out.
 *
 * @param known names of the sources that a plan may name
 */
export function completenessOf(
  record: PostMortem,
  template: Template,
  { postMortem: { categories }, teams, jira, ...rules }: CompletenessRules,
  known: KnownSources = knownSources(rules),
): Completeness {
  const byRules: Check[] = [
    (one) => categoryKnown(one, categories),
    (one) => [...proposalsReady(one, jira), ...ownersKnown(one, teams), ...sourcesNamed(one, known)],
  ];
  const checks = [...template.requires.map((name) => CHECKS[name]), ...ALWAYS, ...byRules];
  const found = checks.map((check) => check(record));
  const met = found.filter((missing) => missing.length === 0).length;
  return {
    template: template.name,
    score: Math.floor((100 * met) / checks.length),
    met,
    required: checks.length,
    missing: found.flat().toSorted((a, b) => orderOf(a) - orderOf(b)),
  };
}

type RecordPath = `sections.${SectionName}` | keyof PartLists | 'timeline';

/** The order in which one fills a record in. */
const FILLED_IN: Record<RecordPath, number> = {
  'sections.framework': 1,
  'sections.summary': 2,
  'sections.impact': 3,
  'sections.attack': 4,
  'sections.advisory': 4.5,
  timeline: 5,
  'sections.detection': 6,
  'sections.response': 7,
  observations: 8,
  'sections.analysis': 9,
  rootCauses: 10,
  contributingFactors: 11,
  'sections.humanFactor': 12,
  evidence: 13,
  'sections.sharing': 14,
  notifications: 15,
  recommendations: 16,
  temporaryMeasures: 7.5,
  lessons: 17,
  'sections.source': 18,
  corrections: 19,
};

const PATHS_IN_ORDER = Object.entries(FILLED_IN);

const orderOf = ({ path }: Missing): number =>
  PATHS_IN_ORDER.find(([beginning]) => path.startsWith(beginning))?.[1] ?? 0;

const missing = (path: string, message: string): Missing[] => [{ path, message }];

const section =
  (name: SectionName): Check =>
  ({ sections }) =>
    sections[name] === undefined ? missing(`sections.${name}`, `write the section "${name}"`) : [];

const CHECKS: Record<Requirement, Check> = {
  objectives: section('framework'),
  team: ({ sections }) => {
    const roles = new Set(sections.framework?.team.map(({ role }) => role));
    const wanted = ['facilitator', 'owner'] as const;
    return wanted
      .filter((role) => !roles.has(role))
      .map((role) => ({ path: 'sections.framework.team', message: `name who is the ${role} of this review` }));
  },
  summary: section('summary'),
  impact: ({ sections: { impact } }) => {
    if (impact === undefined) return missing('sections.impact', 'write the section "impact"');
    const names = [...impact.assets.map(({ name }) => name), ...impact.services];
    return names.some(namesSystem) || impact.noSystemsBecause !== undefined
      ? []
      : missing(
          'sections.impact.assets',
          'name the assets or services that suffered, or say in noSystemsBecause why none did',
        );
  },
  'impact ratings': ({ sections: { impact } }) =>
    (['confidentiality', 'integrity', 'availability'] as const)
      .filter((what) => impact?.[what] === undefined)
      .map((what) => ({ path: `sections.impact.${what}`, message: `rate how far ${what} suffered, "none" included` })),
  attack: section('attack'),
  techniques: ({ sections }) =>
    (sections.attack?.techniques.length ?? 0) === 0
      ? missing('sections.attack.techniques', 'name the ATT&CK techniques that were seen')
      : [],
  timeline: ({ timelineCounts }) =>
    (['detection', 'action'] as const)
      .filter((kind) => timelineCounts[kind] === 0)
      .map((kind) => ({ path: 'timeline', message: `add when the ${kind} was: an entry of the kind "${kind}"` })),
  detection: (record) =>
    record.sections.detection !== undefined && record.sections.detection.whyNotSooner === undefined
      ? missing('sections.detection.whyNotSooner', 'write why nobody noticed sooner')
      : section('detection')(record),
  'false positive': ({ sections: { detection } }) =>
    detection?.whyFalsePositive === undefined
      ? missing(
          'sections.detection.whyFalsePositive',
          'write what made it look like an incident, and what showed that it was none',
        )
      : [],
  response: ({ sections: { response } }) => {
    if (response === undefined) return missing('sections.response', 'write the section "response"');
    const { firstAction, containment, eradication, recovery } = response;
    return [firstAction, containment, eradication, recovery].some((one) => one !== undefined)
      ? []
      : missing('sections.response.firstAction', 'say what was done first, and by which role');
  },
  'containment, eradication and recovery': ({ sections: { response } }) =>
    (['containment', 'eradication', 'recovery'] as const)
      .filter((phase) => response?.[phase] === undefined)
      .map((phase) => ({ path: `sections.response.${phase}`, message: `write how the ${phase} went` })),
  procedures: ({ sections }) =>
    (sections.response?.procedures.length ?? 0) === 0
      ? missing('sections.response.procedures', 'say which procedures applied, and whether they were followed')
      : [],
  observations: ({ kind: of, observations, sections: { response } }) => {
    const mayBeFine = of === 'near miss' || of === 'exercise';
    return (['went well', 'went badly'] as const)
      .filter((kind) => !observations.some((one) => one.kind === kind))
      .filter((kind) => kind === 'went well' || !mayBeFine || response?.nothingWentBadlyBecause === undefined)
      .map((kind) => ({
        path: 'observations',
        message:
          kind === 'went badly' && mayBeFine
            ? 'add something that went badly, or say in nothingWentBadlyBecause of the response why nothing did'
            : `add something that ${kind}`,
      }));
  },
  analysis: section('analysis'),
  'root causes': ({ rootCauses }) =>
    rootCauses.length === 0 ? missing('rootCauses', 'name at least one root cause') : [],
  'contributing factors': ({ contributingFactors }) =>
    contributingFactors.length === 0 ? missing('contributingFactors', 'name at least one contributing factor') : [],
  evidence: ({ evidence }) =>
    evidence.some(({ status }) => status === 'held' || status === 'elsewhere')
      ? []
      : missing('evidence', 'attach at least one piece of evidence'),
  notifications: ({ notifications, sections }) =>
    notifications.length > 0 || sections.sharing?.noNotificationBecause !== undefined
      ? []
      : missing('notifications', 'say who had to be told, or write in the section "sharing" why nobody had to'),
  recommendations: ({ recommendations }) =>
    recommendations.length === 0 ? missing('recommendations', 'propose at least one recommendation') : [],
  lessons: ({ lessons }) => (lessons.length === 0 ? missing('lessons', 'add what has to be built in where') : []),
};

/** Requirements of every record, whatever its template says. */
const ALWAYS: readonly Check[] = [
  humanFactor,
  causesAnswered,
  troublesAnswered,
  uploadsSettled,
  // One of all: a record in which nothing is written lacks none of it, and is no more complete for that.
  (record) =>
    [textsSaySomething, objectivesLookedAt, criteriaMeasured, proceduresAnswered, proceduresKnown].flatMap((check) =>
      check(record),
    ),
];

/** The human factor is never skipped, and no procedure stands in for it: a cause, a factor, or the word of somebody who looked. */
function humanFactor({ kind: of, rootCauses, contributingFactors, sections }: PostMortem): Missing[] {
  // Nothing happened that anybody could have had a part in.
  if (of === 'false positive') return [];
  const looksAtPeople =
    rootCauses.some(({ kind }) => kind === 'human') || contributingFactors.some(({ kind }) => kind === 'human factor');
  return looksAtPeople || sections.humanFactor !== undefined
    ? []
    : missing('sections.humanFactor', 'name a human cause or factor, or write why there is none');
}

/** Causes that a recommendation answers. A declined one is not carried out, so it answers nothing. */
const answeredBy = (recommendations: PostMortem['recommendations']): Set<string> =>
  new Set(recommendations.filter(({ status }) => status !== 'declined').flatMap(({ answers }) => answers));

function causesAnswered({ recommendations, rootCauses }: PostMortem): Missing[] {
  const answered = answeredBy(recommendations);
  return rootCauses
    .filter(({ id }) => !answered.has(id))
    .map(({ id, statement }) => ({
      path: `rootCauses.${id}`,
      message: `propose a recommendation that answers the root cause "${statement}"`,
    }));
}

function troublesAnswered({ observations, recommendations }: PostMortem): Missing[] {
  const answered = answeredBy(recommendations);
  return observations
    .filter(({ kind, id, noRecommendationBecause: reason }) => kind === 'went badly' && !answered.has(id) && !reason)
    .map(({ id, statement }) => ({
      path: `observations.${id}`,
      message: `propose a recommendation that answers what went badly, "${statement}", or say why there is none`,
    }));
}

function uploadsSettled({ evidence }: PostMortem): Missing[] {
  return evidence
    .filter(({ status }) => status === 'expected' || status === 'refused')
    .map(({ id, name, status }) => ({
      path: `evidence.${id}`,
      message: `upload "${name}" (it is ${status}), or remove it`,
    }));
}
