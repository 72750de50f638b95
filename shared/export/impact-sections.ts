import { type Block, minute, type Section } from '../document/document.ts';
import { techniqueInWords } from '../domain/knowledge/attack.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { prose, section, terms } from './section-parts.ts';

export function impactSection({ sections: { impact } }: PostMortem): Section | undefined {
  if (impact === undefined) return undefined;
  const { confidentiality, integrity, availability, assets, services, dataKinds, cost, duration, customers } = impact;
  const rated = (one: typeof confidentiality) =>
    one && `${one.rating}${one.description === undefined ? '' : `: ${one.description}`}`;
  return section('impact', 'Impact', [
    prose(impact.description),
    ...terms(
      ['Confidentiality', rated(confidentiality)],
      ['Integrity', rated(integrity)],
      ['Availability', rated(availability)],
      ['Assets', assets.map(assetWords).join(', ')],
      ['Services', services.join(', ')],
      ['No systems', impact.noSystemsBecause],
      ['Data', dataKinds.map(dataWords).join(', ')],
      ['Users', impact.usersAffected === undefined ? undefined : String(impact.usersAffected)],
      [
        'Customers',
        customers && [customers.affected, customers.description].filter((one) => one !== undefined).join(': '),
      ],
      [
        'Cost',
        cost && `${cost.amount} ${cost.currency}${cost.description === undefined ? '' : `: ${cost.description}`}`,
      ],
      ['From', duration && minute(duration.from)],
      ['To', duration?.to === undefined ? undefined : minute(duration.to)],
    ),
  ]);
}

type Asset = NonNullable<PostMortem['sections']['impact']>['assets'][number];

function assetWords({ name, kind, count }: Asset): string {
  const named = kind === undefined ? name : `${name} (${kind})`;
  return count === undefined ? named : `${count} × ${named}`;
}

type DataKind = NonNullable<PostMortem['sections']['impact']>['dataKinds'][number];

function dataWords(data: DataKind): string {
  if (typeof data === 'string') return data;
  const facts = [
    data.records === undefined ? '' : `${data.records} records`,
    data.isPersonal === true ? 'personal' : '',
  ];
  const known = facts.filter((fact) => fact !== '').join(', ');
  return known === '' ? data.kind : `${data.kind} (${known})`;
}

export function attackSection({ sections: { attack } }: PostMortem): Section | undefined {
  if (attack === undefined) return undefined;
  const actors = [attack.actor, ...(attack.otherActors ?? [])].filter((actor) => actor !== undefined);
  return section('attack', 'How they did it', [
    ...(attack.description === undefined ? [] : [prose(attack.description)]),
    ...terms(
      ['Vectors', attack.vectors.join(', ')],
      ...actors.map(({ kind, variety, motive, name }): [string, string] => [
        'Actor',
        [kind, variety, motive, name].filter((one) => one !== undefined).join(', '),
      ]),
      ...attack.vulnerabilities.map(({ cve, description, cvss }): [string, string] => [
        'Vulnerability',
        [cve, description, cvss === undefined ? undefined : `CVSS ${cvss}`]
          .filter((one) => one !== undefined)
          .join(', '),
      ]),
      ...attack.techniques.map(({ id, note }): [string, string] => [
        'ATT&CK',
        note === undefined ? techniqueInWords(id) : `${techniqueInWords(id)}: ${note}`,
      ]),
      ['ATT&CK version', attack.attackVersion],
    ),
    ...indicators(attack.indicators ?? []),
  ]);
}

type Indicators = NonNullable<NonNullable<PostMortem['sections']['attack']>['indicators']>;

function indicators(all: Indicators): Block[] {
  if (all.length === 0) return [];
  const rows = all.map(({ kind, value, note = '' }) => [[harmless(kind, value)], [kind], [note]]);
  const columns = [{ name: 'Indicator' }, { name: 'Kind', isShort: true }, { name: 'Note' }];
  return [{ kind: 'table', caption: 'What to look for elsewhere', columns, groups: [{ rows }], hidden: 0 }];
}

const LEADS_SOMEWHERE: readonly Indicators[number]['kind'][] = ['domain', 'IP address', 'URL', 'e-mail address'];

/** Programs make links of what looks like one: `hxxps://evil[.]example` leads nowhere. */
function harmless(kind: Indicators[number]['kind'], value: string): string {
  return LEADS_SOMEWHERE.includes(kind) ? value.replaceAll('.', '[.]').replace(/^http/i, 'hxxp') : value;
}
