import type { PostMortemFileInput } from '../../domain/files/post-mortem-file.ts';
import { isReadable } from '../../domain/words/readable.ts';
import type { VerisIncident } from './veris-incident.ts';
import { severityOf, UNRATED } from './veris-severity.ts';
import { later, startOf } from './veris-time.ts';

type Impact = NonNullable<NonNullable<PostMortemFileInput['sections']>['impact']>;

/** The letter before a VERIS asset: "S - Database". http://veriscommunity.net/enums.html#section-asset */
const ASSET_KINDS: Record<string, string> = {
  S: 'server',
  N: 'network',
  U: 'user device',
  T: 'terminal',
  M: 'media',
  P: 'person',
  E: 'embedded',
};

/** Data about people, as VERIS names it. */
const PERSONAL = ['Personal', 'Medical', 'Sensitive Personal', 'Payment', 'Bank', 'Credentials'];

/** "Unknown" and "Other" begin with a letter, too. */
const kindOf = (variety: string): string => ASSET_KINDS[/^([A-Z]) - /.exec(variety)?.[1] ?? ''] ?? 'unknown';

export function impactOf(incident: VerisIncident): Impact {
  const { asset, attribute, impact } = incident;
  const { overall_amount: amount, iso_currency_code: currency } = impact;
  return {
    description: descriptionOf(incident),
    assets: asset.assets.map(({ variety, amount: count }) => ({
      name: variety,
      kind: kindOf(variety),
      ...(count === undefined ? {} : { count }),
    })),
    dataKinds: (attribute.confidentiality?.data ?? []).map(({ variety, amount: records }) => ({
      kind: variety,
      ...(records === undefined ? {} : { records }),
      ...(PERSONAL.includes(variety) ? { isPersonal: true } : {}),
    })),
    ...(amount === undefined || currency === undefined ? {} : { cost: { amount, currency } }),
    ...durationOf(incident),
  };
}

function descriptionOf({ victim, attribute, impact }: VerisIncident): string {
  const { confidentiality, integrity, availability } = attribute;
  return [
    victim.victim_id === undefined ? '' : `Victim: ${victim.victim_id}`,
    confidentiality === undefined ? '' : `Confidentiality: disclosed: ${confidentiality.data_disclosure ?? 'not told'}`,
    confidentiality === undefined || confidentiality.data_victim.length === 0
      ? ''
      : `Whose data: ${confidentiality.data_victim.join(', ')}`,
    confidentiality?.notes ?? '',
    integrity === undefined ? '' : `Integrity: ${integrity.variety.join(', ') || 'not told'}`,
    integrity?.notes ?? '',
    availability === undefined ? '' : `Availability: ${availability.variety.join(', ') || 'not told'}`,
    availability?.notes ?? '',
    overallOf(impact.overall_rating),
    impact.notes ?? '',
  ]
    .filter(isReadable)
    .join('\n');
}

/** A record has a severity, also where nobody rated the incident: then the record says that it is a stand-in. */
const overallOf = (rating = 'not told'): string =>
  severityOf(rating) === undefined
    ? `Overall: ${rating}; nobody rated how severe it was, and this record counts it as ${UNRATED}`
    : `Overall: ${rating}`;

/** How long it was not available, where the number is told. */
function durationOf({ timeline, attribute }: VerisIncident): Pick<Impact, 'duration'> {
  const start = startOf(timeline.incident);
  const end = start && later(start, attribute.availability?.duration);
  return start !== undefined && end?.isExact === true ? { duration: { from: start.at, to: end.at } } : {};
}
