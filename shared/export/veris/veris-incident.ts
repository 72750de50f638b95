import type { PostMortemFile } from '../../domain/files/post-mortem-file.ts';
import { factNow } from '../../domain/record/content/correction.ts';
import type { TimeAsKnown } from '../../domain/record/content/timeline.ts';
import { courseOf } from '../../domain/record/course.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import { documentIn } from '../../import/veris/facts.ts';
import { VerisIncident } from '../../import/veris/veris-incident.ts';
import type { ExportedRecord } from '../exported-record.ts';
import { datePartsOf, type KnownMoment, spanOf } from './veris-spans.ts';
import { ASSET_LETTERS, actionsOf, actorsOf, DATA_KINDS, DISCOVERED, RATINGS } from './veris-words.ts';

/** Version of VERIS that is written. */
export const VERIS_VERSION = '1.4.1';

const INCIDENTS: Partial<Record<PostMortem['kind'], string>> = {
  incident: 'Confirmed',
  'near miss': 'Near miss',
  'false positive': 'False positive',
};

/** True for kinds that VERIS has a word for: it codes what happened, and neither exercises nor reviews of a period. */
export const isCodedInVeris = ({ kind }: Pick<PostMortem, 'kind'>): boolean => INCIDENTS[kind] !== undefined;

/**
 * A record as an incident in VERIS, to share or to compare. One that came from VERIS is what came, with its summary as it is now.
 * Of any other, VERIS has what the record says in fields of its own; where it asks for more, it has "Unknown". Neither the name of the
 * company nor an address of its ticket is in it; the texts are as they were written. docs/veris.md
 *
 * @throws Refusal for what is no incident
 */
export function verisIncident({ record, file }: ExportedRecord): object {
  const { summary } = record.sections;
  const before = asItCame(record);
  if (before !== undefined) return { ...before, ...(summary === undefined ? {} : { summary: summary.text }) };
  const kind = INCIDENTS[record.kind];
  if (kind === undefined) {
    throw new Refusal(
      'wrong state',
      `VERIS has incidents, near misses and false positives: this record is of the kind "${record.kind}"`,
    );
  }
  const { attack, impact, detection } = record.sections;
  return {
    schema_version: VERIS_VERSION,
    incident_id: record.id,
    source_id: 'holdfast',
    security_incident: kind,
    summary: summary?.text ?? factNow(record, 'incident.title'),
    timeline: timelineOf(record, file),
    victim: { country: ['Unknown'], employee_count: 'Unknown', industry: '00', government: ['Unknown'] },
    actor: actorsOf(attack),
    action: actionsOf(attack, record.category),
    asset: assetOf(impact),
    ...some('attribute', attributeOf(impact)),
    discovery_method: DISCOVERED[detection?.by?.kind ?? 'unknown'],
    ...some('discovery_notes', detection?.how),
    impact: {
      overall_rating: record.kind === 'false positive' ? 'Insignificant' : RATINGS[record.severity],
      ...some('overall_amount', impact?.cost?.amount),
      ...some('iso_currency_code', impact?.cost?.currency),
      ...some('notes', impact?.description),
    },
    ...some('control_failure', joined(controlsOf(record))),
    ...some('corrective_action', joined(correctionsOf(record))),
    ...some('ioc', indicatorsOf(attack)),
    plus: { tlp: record.tlp, ...some('category', record.category), ...notifiedOf(record) },
  };
}

/** What an import brought, where it still is an incident of VERIS: whoever writes in the record may write in the section, too. */
function asItCame({ sections: { source, summary }, importedFrom }: PostMortem): object | undefined {
  if (source?.vocabulary !== 'VERIS' || importedFrom === undefined) return undefined;
  const document = Object(documentIn(source.facts));
  return VerisIncident.safeParse({ summary: summary?.text, ...document }).success ? document : undefined;
}

/** The field with its value, where there is one. */
const some = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value });
const joined = (lines: readonly string[]): string | undefined => (lines.length === 0 ? undefined : lines.join('; '));

function timelineOf(record: PostMortem, file: PostMortemFile): object {
  const course = courseOf(record);
  const setRight = new Set<string | undefined>(file.timeline.flatMap(({ corrects }) => corrects?.id ?? []));
  const first = (kind: 'attacker' | 'detection'): KnownMoment | undefined =>
    known(file.timeline.find((one) => one.kind === kind && !setRight.has(one.id)));
  const began = known(course.began) ??
    first('attacker') ?? { at: factNow(record, 'incident.openedAt'), precision: 'day' };
  const discovered = known(course.detected) ?? first('detection');
  const contained = known(course.contained);
  return {
    incident: datePartsOf(began),
    ...some('discovery', discovered && spanOf(began, discovered)),
    ...some('containment', contained && spanOf(discovered ?? began, contained)),
  };
}

const known = (time: TimeAsKnown | undefined): KnownMoment | undefined =>
  time && { at: time.at, precision: time.precision ?? 'minute' };

type Impact = PostMortem['sections']['impact'];

/** Assets by their kind, those of one kind together. Their names stay behind: they name the company, or its systems. */
function assetOf(impact: Impact): object {
  const counts = new Map<string, number | undefined>();
  for (const { name, kind = '', count } of impact?.assets ?? []) {
    const letter = /^([SNUTMPE]) - /.exec(name)?.[1] ?? ASSET_LETTERS.get(kind.toLowerCase());
    const variety = letter === undefined ? 'Unknown' : `${letter} - Unknown`;
    const before = counts.get(variety);
    counts.set(variety, count === undefined ? before : (before ?? 0) + count);
  }
  const assets = [...counts].map(([variety, amount]) => ({ variety, ...some('amount', amount) }));
  return {
    assets: assets.length === 0 ? [{ variety: 'Unknown' }] : assets,
    cloud: ['Unknown'],
  };
}

function attributeOf(impact: Impact): object | undefined {
  if (impact === undefined) return undefined;
  const { confidentiality, integrity, availability, dataKinds, duration } = impact;
  const suffered = (one: typeof integrity): boolean => one !== undefined && one.rating !== 'none';
  const notes = (one: typeof integrity): object => some('notes', one?.description);
  const unavailable =
    duration?.to && spanOf({ at: duration.from, precision: 'minute' }, { at: duration.to, precision: 'minute' });
  const attribute = {
    ...(suffered(confidentiality) || dataKinds.length > 0
      ? { confidentiality: { data_disclosure: 'Unknown', ...dataOf(dataKinds), ...notes(confidentiality) } }
      : {}),
    ...(suffered(integrity) ? { integrity: { variety: ['Unknown'], ...notes(integrity) } } : {}),
    ...(suffered(availability)
      ? { availability: { variety: ['Unknown'], ...some('duration', unavailable), ...notes(availability) } }
      : {}),
  };
  return Object.keys(attribute).length === 0 ? undefined : attribute;
}

/** Kinds of data in the words of VERIS, each once. */
function dataOf(dataKinds: NonNullable<Impact>['dataKinds']): object {
  const amounts = new Map<string, number | undefined>();
  for (const one of dataKinds) {
    const { kind, records, isPersonal } = typeof one === 'string' ? { kind: one } : one;
    const known = DATA_KINDS.find((name) => name.toLowerCase() === kind.toLowerCase());
    const variety = known ?? (isPersonal === true ? 'Personal' : 'Other');
    const before = amounts.get(variety);
    amounts.set(variety, records === undefined ? before : (before ?? 0) + records);
  }
  if (amounts.size === 0) return {};
  const told = [...amounts.values()].filter((amount) => amount !== undefined);
  const total = told.length === 0 ? undefined : told.reduce((sum, amount) => sum + amount, 0);
  return {
    data: [...amounts].map(([variety, amount]) => ({ variety, ...some('amount', amount) })),
    ...some('data_total', total),
  };
}

const controlsOf = ({ rootCauses, contributingFactors }: PostMortem): string[] => [
  ...rootCauses.filter(({ kind }) => kind !== 'human').map(({ statement }) => statement),
  ...contributingFactors.filter(({ kind }) => kind !== 'human factor').map(({ statement }) => statement),
];

const correctionsOf = ({ recommendations }: PostMortem): string[] =>
  recommendations.filter(({ status }) => status !== 'declined' && status !== 'draft').map(({ title }) => title);

function indicatorsOf(attack: PostMortem['sections']['attack']): object[] | undefined {
  const indicators = (attack?.indicators ?? []).map(({ value, note }) => ({
    indicator: value,
    ...some('comment', note),
  }));
  return indicators.length === 0 ? undefined : indicators;
}

/** The day on which the public was told. */
function notifiedOf({ notifications }: PostMortem): object {
  const sentAt = notifications.find(({ regime, sentAt: at }) => regime === 'public' && at !== undefined)?.sentAt;
  return sentAt === undefined ? {} : { timeline: { notification: datePartsOf({ at: sentAt, precision: 'day' }) } };
}
