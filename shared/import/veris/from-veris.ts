import { FILE_FORMAT, type PostMortemFileInput } from '../../domain/files/post-mortem-file.ts';
import { isReadable } from '../../domain/words/readable.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { type Candidate, candidate, faultAt } from '../candidate.ts';
import { placed } from '../from-json.ts';
import { factsOf } from './facts.ts';
import { firstSentence } from './first-sentence.ts';
import { attackOf, categoryOf } from './veris-attack.ts';
import { impactOf } from './veris-impact.ts';
import { VerisIncident } from './veris-incident.ts';
import { severityOf, UNRATED } from './veris-severity.ts';
import { type KnownTime, later, startOf } from './veris-time.ts';

/**
 * Incidents coded in VERIS: one, or a list. What VERIS says in words that a record has goes to their place; every field
 * is kept letter by letter besides, in the section "source". docs/veris.md
 *
 * @param categories those that the config knows
 */
export function fromVeris(content: unknown, categories: readonly string[]): Candidate[] {
  return placed(content, (source, place) => {
    const parsed = VerisIncident.safeParse(source);
    if (parsed.success) return candidate(place, source, fileOf(parsed.data, source, categories));
    const faults = parsed.error.issues.map(({ path, message }) => faultAt(path, message));
    return { place, id: undefined, faults };
  });
}

function fileOf(incident: VerisIncident, source: unknown, categories: readonly string[]): Partial<PostMortemFileInput> {
  const began = startOf(incident.timeline.incident);
  const category = categoryOf(incident);
  const url = /https?:\/\/[^\s;,]+/.exec(incident.reference)?.[0];
  const timeline = began === undefined ? undefined : timelineOf(incident, began);
  const isSummaryTold = isReadable(incident.summary);
  return {
    format: FILE_FORMAT,
    id: incident.incident_id,
    kind: KINDS.get(String(incident.security_incident)) ?? 'incident',
    title: titleOf(incident),
    severity: severityOf(incident.impact.overall_rating) ?? UNRATED,
    ...(categories.includes(category) ? { category } : {}),
    // Whoever shares in VERIS' community database shares with everybody.
    tlp: 'CLEAR',
    status: 'closed',
    ...(url !== undefined && URL.canParse(url) ? { url } : {}),
    ...(timeline === undefined ? {} : { beganAt: timeline.began.at, endedAt: timeline.endedAt }),
    timeline: timeline?.entries ?? [],
    sections: {
      ...(isSummaryTold ? { summary: { text: incident.summary } } : {}),
      impact: impactOf(incident),
      attack: attackOf(incident),
      detection: {
        how: detectionOf(incident),
        by: { kind: DETECTED_BY.find(([pattern]) => pattern.test(methodOf(incident)))?.[1] ?? 'unknown' },
        ...(timeline?.discovered?.isExact === true ? { detectedAt: timeline.discovered.at } : {}),
      },
      source: {
        vocabulary: 'VERIS',
        version: incident.schema_version,
        // A section holds no blank text, so a blank summary stays a fact.
        facts: factsOf(source).filter(({ name }) => name !== 'summary' || !isSummaryTold),
      },
    },
    contributingFactors: factorsOf(incident),
    notifications: notificationsOf(incident),
  };
}

/** What is no confirmed incident. A suspected one is reviewed as an incident. */
const KINDS = new Map<string, 'near miss' | 'false positive'>([
  ['Near miss', 'near miss'],
  ['False positive', 'false positive'],
]);

/** Longest title in our own format. */
const TITLE_LIMIT = 255;

/** The first sentence, as far as a title goes. */
function titleOf({ summary, victim, action }: VerisIncident): string {
  const sentence = firstSentence(summary);
  const title = isReadable(sentence)
    ? sentence
    : `${Object.keys(action).join(', ')} at ${victim.victim_id ?? 'an unknown victim'}`;
  return shortened(title, TITLE_LIMIT);
}

type Timeline = NonNullable<PostMortemFileInput['timeline']>;

/**
 * VERIS tells the day of the first action, and spans from there.
 *
 *     incident ─compromise─▶ ─exfiltration─▶          incident ─discovery─▶ ─containment─▶
 */
function timelineOf({ timeline }: VerisIncident, began: KnownTime) {
  const compromised = later(began, timeline.compromise);
  const exfiltrated = later(compromised ?? began, timeline.exfiltration);
  const discovered = later(began, timeline.discovery);
  const contained = later(discovered ?? began, timeline.containment);
  const entry = (
    time: (KnownTime & { isExact?: boolean }) | undefined,
    what: string,
    kind: Timeline[number]['kind'],
    milestone?: Timeline[number]['milestone'],
  ) =>
    time === undefined
      ? []
      : [
          {
            at: time.at,
            precision: time.precision,
            what: time.isExact === false ? `${what}; the time is not told, only the unit: see the source` : what,
            kind,
            // A unit without a number tells no time.
            ...(milestone !== undefined && time.isExact !== false ? { milestone } : {}),
          },
        ];
  const entries: Timeline = [
    ...entry(began, 'The first action of the incident', 'attacker', 'began'),
    ...entry(compromised, 'The first asset is compromised', 'attacker'),
    ...entry(exfiltrated, 'Data is taken out', 'attacker'),
    ...entry(discovered, 'The incident is discovered', 'detection', 'detected'),
    ...entry(contained, 'The incident is contained', 'action', 'contained'),
  ];
  const endedAt =
    entries
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? began.at;
  return { began, discovered, entries, endedAt };
}

type DetectedBy = NonNullable<NonNullable<NonNullable<PostMortemFileInput['sections']>['detection']>['by']>['kind'];

const DETECTED_BY: readonly [RegExp, DetectedBy][] = [
  [/Actor disclosure/i, 'actor'],
  [/Law enforcement|audit|monitoring service|authority/i, 'authority'],
  [/Customer/i, 'customer'],
  [/^partner/i, 'partner'],
  [/^external/i, 'third party'],
  [/HIDS|NIDS|antivirus|log review|fraud detection|monitor/i, 'tool'],
  [/^internal/i, 'own staff'],
];

/** "external: Law enforcement" */
function methodOf({ discovery_method: method }: VerisIncident): string {
  return Object.entries(method)
    .map(([who, how]) => {
      const words = factsOf(how).filter(({ name }) => name !== '');
      return words.length === 0 ? who : `${who}: ${words.map(({ value }) => value).join(', ')}`;
    })
    .join('; ');
}

function detectionOf(incident: VerisIncident): string {
  return [methodOf(incident) || 'unknown', incident.discovery_notes ?? ''].filter(isReadable).join('\n');
}

/** Why an error was made, and the control that failed: the nearest that VERIS comes to a cause. */
function factorsOf({ action, control_failure: control }: VerisIncident): PostMortemFileInput['contributingFactors'] {
  const reasons = (action.error?.vector ?? []).filter((reason) => reason !== 'Unknown');
  return [
    ...reasons.map((reason) => ({
      kind: reason === 'Carelessness' ? ('human factor' as const) : ('process gap' as const),
      statement: `Why the error was made, in the words of VERIS: ${reason}`,
    })),
    ...(control === undefined
      ? []
      : [{ kind: 'process gap' as const, statement: `The control that failed: ${control}` }]),
  ];
}

/** The day on which it was told, where it is a whole date. */
function notificationsOf({ plus }: VerisIncident): PostMortemFileInput['notifications'] {
  const told = startOf(plus.timeline?.notification ?? {});
  if (told?.precision !== 'day') return [];
  return [
    { regime: 'public', stage: 'disclosure', recipient: 'Those who were affected, or the public', sentAt: told.at },
  ];
}
