import type { PostMortemFileInput } from '../../domain/files/post-mortem-file.ts';
import { isReadable } from '../../domain/words/readable.ts';
import type { VerisIncident } from './veris-incident.ts';

type Attack = NonNullable<NonNullable<PostMortemFileInput['sections']>['attack']>;
type Vector = Attack['vectors'][number];
type Actor = NonNullable<Attack['actor']>;

/** The attack in our words, and in the words of VERIS below them. */
export function attackOf(incident: VerisIncident): Attack {
  const { action, actor } = incident;
  const vulnerabilities = vulnerabilitiesOf(incident);
  const indicators = indicatorsOf(incident);
  const [first, ...others] = Object.entries(actor).map(([kind, one]) => actorOf(kind, one));
  return {
    vectors: vectorsOf(action),
    description: [...Object.entries(action).map(actionLine), ...Object.entries(actor).flatMap(actorNote)].join('\n'),
    ...(first === undefined ? {} : { actor: first }),
    ...(others.length === 0 ? {} : { otherActors: others }),
    ...(vulnerabilities.length === 0 ? {} : { vulnerabilities }),
    ...(indicators.length === 0 ? {} : { indicators }),
  };
}

const CVE = /\bCVE-\d{4}-\d{4,19}\b/gi;
/** As many as a record takes. The facts keep all. */
const VULNERABILITIES = 100;
const INDICATORS = 500;

/** CVEs that VERIS names as exploited, then those that its free words name. Each once. */
function vulnerabilitiesOf({
  action,
  summary,
  reference,
  notes,
}: VerisIncident): NonNullable<Attack['vulnerabilities']> {
  const exploited = Object.entries(action).flatMap(([kind, { cve = '' }]) =>
    cvesIn(cve).map((one) => [one, `Exploited by ${kind}, in the words of VERIS`] as const),
  );
  const words = [...Object.values(action).map((one) => one.notes ?? ''), summary, reference, notes ?? ''];
  const named = words.flatMap(cvesIn).map((one) => [one, 'Named in the words of the incident'] as const);
  return [...new Map([...named, ...exploited.toReversed()])]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .slice(0, VULNERABILITIES)
    .map(([cve, description]) => ({ cve, description }));
}

const cvesIn = (words: string): string[] => (words.match(CVE) ?? []).map((one) => one.toUpperCase());

/** VERIS says of no indicator what kind it is of. */
const indicatorsOf = ({ ioc }: VerisIncident): NonNullable<Attack['indicators']> =>
  ioc
    .flatMap(({ indicator, comment }) =>
      isLine(indicator)
        ? [{ kind: 'other' as const, value: indicator, ...(isLine(comment) ? { note: comment } : {}) }]
        : [],
    )
    .slice(0, INDICATORS);

/** Longest line of a record. What is longer stays in the facts alone. */
const LINE_LIMIT = 2_000;
const isLine = (words: string | undefined): words is string =>
  words !== undefined && words.length <= LINE_LIMIT && isReadable(words);

type Action = VerisIncident['action'][string];

function vectorsOf(action: VerisIncident['action']): [Vector, ...Vector[]] {
  const [first = 'unknown', ...others] = new Set(Object.entries(action).flatMap(([kind, one]) => vectorOf(kind, one)));
  return [first, ...others];
}

function vectorOf(kind: string, { variety }: Action): Vector[] {
  switch (kind) {
    case 'social':
      return variety.some((one) => /phishing|pretexting/i.test(one)) ? ['phishing'] : ['unknown'];
    case 'malware':
      return ['malware'];
    case 'hacking':
      return hackingVectors(variety);
    case 'misuse':
      return ['insider misuse'];
    case 'error':
      return variety.includes('Misconfiguration') ? ['misconfiguration', 'error'] : ['error'];
    case 'physical':
      return variety.includes('Theft') ? ['physical', 'loss or theft'] : ['physical'];
    default:
      return ['unknown'];
  }
}

function hackingVectors(variety: readonly string[]): Vector[] {
  const known: Vector[] = [
    ...(variety.some((one) => /stolen creds|brute force/i.test(one)) ? (['valid accounts'] as const) : []),
    ...(variety.some((one) => /exploit|injection|SQLi|XSS/i.test(one)) ? (['exploited vulnerability'] as const) : []),
    ...(variety.includes('DoS') ? (['denial of service'] as const) : []),
  ];
  return known.length === 0 ? ['unknown'] : known;
}

const ACTOR_KINDS = ['external', 'internal', 'partner'] as const;

function actorOf(kind: string, { variety, motive, name }: VerisIncident['actor'][string]): Actor {
  return {
    kind: ACTOR_KINDS.find((known) => known === kind) ?? 'unknown',
    ...said('variety', variety),
    ...said('motive', motive),
    ...said('name', name),
  };
}

/** Joins the words. The field is missing where nobody said anything, or nothing that can be read. */
function said(what: 'variety' | 'motive' | 'name', words: readonly string[]): Pick<Actor, typeof what> {
  const known = words.filter(isReadable);
  return known.length === 0 ? {} : { [what]: known.join(', ') };
}

function actionLine([kind, { variety, vector, result, target, name, notes }]: [string, Action]): string {
  const facts = [
    ['by', vector],
    ['result', result],
    ['target', target],
    ['named', name === undefined ? [] : [name]],
  ] as const;
  const known = facts.filter(([, words]) => words.length > 0).map(([what, words]) => `${what}: ${words.join(', ')}`);
  const what = variety.length === 0 ? 'not told' : variety.join(', ');
  return [`${kind}: ${what}`, ...known].join('; ') + (notes === undefined ? '' : `. ${notes}`);
}

function actorNote([kind, { notes }]: [string, VerisIncident['actor'][string]]): string[] {
  return notes === undefined ? [] : [`${kind} actor: ${notes}`];
}

/** Errors by which people get to see what is not for them. */
const DISCLOSING = ['Misdelivery', 'Publishing error', 'Disposal error', 'Classification error', 'Gaffe'];

/** The first that applies. A team with other categories gets none: `from-veris.ts` asks for those that it knows. */
export function categoryOf({ action }: VerisIncident): string {
  const has = (kind: string, word = ''): boolean =>
    action[kind] !== undefined && (word === '' || action[kind].variety.includes(word));
  const rules: [boolean, string][] = [
    [has('malware', 'Ransomware'), 'ransomware'],
    [has('hacking', 'DoS'), 'denial of service'],
    [has('social', 'Phishing'), 'phishing'],
    [has('malware'), 'malware'],
    [has('hacking', 'Exploit vuln'), 'vulnerability exploited'],
    [has('hacking'), 'unauthorised access'],
    [has('misuse'), 'insider'],
    [has('error', 'Misconfiguration'), 'misconfiguration'],
    [DISCLOSING.some((one) => has('error', one)), 'accidental disclosure'],
    [has('physical', 'Theft') || has('error', 'Loss'), 'loss or theft'],
    [has('social', 'Forgery') || has('physical', 'Skimmer'), 'fraud'],
  ];
  return rules.find(([applies]) => applies)?.[1] ?? 'other';
}
