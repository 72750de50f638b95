import type { PostMortem } from '../../domain/record/post-mortem.ts';
import type { Severity } from '../../domain/words/severity.ts';

type Attack = NonNullable<PostMortem['sections']['attack']>;
type Vector = Attack['vectors'][number];
type DetectedBy = NonNullable<NonNullable<PostMortem['sections']['detection']>['by']>['kind'];

/** Action of VERIS: a list for each enumeration that it asks for. http://veriscommunity.net/actions.html */
export type VerisAction = { variety?: string[]; vector?: string[]; target?: string[]; cve?: string; notes?: string };

/** Fields that each action has to have. */
const ASKED: Record<string, readonly ('variety' | 'vector' | 'target')[]> = {
  hacking: ['variety', 'vector'],
  malware: ['variety', 'vector'],
  social: ['variety', 'vector', 'target'],
  misuse: ['variety', 'vector'],
  error: ['variety', 'vector'],
  physical: ['variety', 'vector'],
};

/** What VERIS calls a way in. "Loss or theft" is theft where somebody came for it, and an error where not. */
function actionOf(
  vector: Vector,
  { vectors }: Pick<Attack, 'vectors'>,
): [kind: string, action: VerisAction] | undefined {
  switch (vector) {
    case 'phishing':
      return ['social', { variety: ['Phishing'] }];
    case 'exploited vulnerability':
      return ['hacking', { variety: ['Exploit vuln'] }];
    case 'valid accounts':
      return ['hacking', { variety: ['Use of stolen creds'] }];
    case 'denial of service':
      return ['hacking', { variety: ['DoS'] }];
    case 'supply chain':
      return ['hacking', { vector: ['Partner'] }];
    case 'malware':
      return ['malware', {}];
    case 'insider misuse':
      return ['misuse', {}];
    case 'misconfiguration':
      return ['error', { variety: ['Misconfiguration'] }];
    case 'error':
      return ['error', {}];
    case 'physical':
      return ['physical', {}];
    case 'loss or theft':
      return vectors.includes('physical') ? ['physical', { variety: ['Theft'] }] : ['error', { variety: ['Loss'] }];
    case 'unknown':
      return undefined;
  }
}

/** Actions of a record, each with every field that VERIS asks for: "Unknown" where the record does not say. */
export function actionsOf(attack: Attack | undefined, category: string | undefined): Record<string, VerisAction> {
  const actions: Record<string, VerisAction> = {};
  for (const vector of attack?.vectors ?? []) {
    const [kind, action] = (attack && actionOf(vector, attack)) ?? [];
    if (kind === undefined) continue;
    const before = actions[kind] ?? {};
    actions[kind] = { ...before, ...action, variety: [...(before.variety ?? []), ...(action?.variety ?? [])] };
  }
  if (category === 'ransomware') actions.malware = { ...actions.malware, variety: ['Ransomware'] };
  const cves = [...new Set((attack?.vulnerabilities ?? []).flatMap(({ cve }) => cve ?? []))];
  if (cves.length > 0) actions.hacking = { ...actions.hacking, cve: cves.join(', ') };
  const named = Object.entries(actions).map(([kind, action]) => [kind, withUnknown(kind, action)] as const);
  return named.length === 0 ? { unknown: { notes: 'The record does not say how.' } } : Object.fromEntries(named);
}

function withUnknown(kind: string, action: VerisAction): VerisAction {
  const lists = (ASKED[kind] ?? []).map((field): [string, string[]] => {
    const known = [...new Set(action[field])];
    return [field, known.length === 0 ? ['Unknown'] : known];
  });
  return { ...action, ...Object.fromEntries(lists) };
}

const ACTOR_VARIETIES = {
  external: [
    'Acquaintance',
    'Activist',
    'Auditor',
    'Competitor',
    'Customer',
    'Force majeure',
    'Former employee',
    'Nation-state',
    'Organized crime',
    'State-affiliated',
    'Terrorist',
    'Unaffiliated',
    'Other',
  ],
  internal: [
    'Auditor',
    'Call center',
    'Cashier',
    'Developer',
    'End-user',
    'Executive',
    'Finance',
    'Guard',
    'Helpdesk',
    'Human resources',
    'Maintenance',
    'Manager',
    'System admin',
    'Doctor or nurse',
    'Other',
  ],
  partner: [],
} as const;

const MOTIVES = [
  'Convenience',
  'Espionage',
  'Fear',
  'Financial',
  'Fun',
  'Grudge',
  'Ideology',
  'NA',
  'Secondary',
  'Other',
] as const;

/** Words of a list that VERIS has, and those that it has not. */
function sorted(words: string | undefined, known: readonly string[]): { known: string[]; other: string[] } {
  const all = (words ?? '').split(/\s*[,;]\s*/).filter((word) => word !== '');
  const nameOf = (word: string) => known.find((one) => one.toLowerCase() === word.toLowerCase());
  return {
    known: [...new Set(all.flatMap((word) => nameOf(word) ?? []))],
    other: all.filter((word) => nameOf(word) === undefined && word.toLowerCase() !== 'unknown'),
  };
}

const orUnknown = (words: string[]): string[] => (words.length === 0 ? ['Unknown'] : words);
const NOWHERE = { country: ['Unknown'], region: ['000000'] };

/** Actors by kind. Two of one kind are one there. What VERIS has no word for is in the notes. */
export function actorsOf(attack: Attack | undefined): Record<string, object> {
  const all = [attack?.actor, ...(attack?.otherActors ?? [])].filter((actor) => actor !== undefined);
  const kinds = (['external', 'internal', 'partner'] as const).flatMap((kind): [string, object][] => {
    const those = all.filter((actor) => actor.kind === kind);
    if (those.length === 0) return [];
    const varieties = sorted(those.map(({ variety = '' }) => variety).join(','), ACTOR_VARIETIES[kind]);
    const motives = sorted(those.map(({ motive = '' }) => motive).join(','), MOTIVES);
    // Names of the company's own people, and of its partners, stay behind.
    const names = kind === 'external' ? [...new Set(those.flatMap(({ name }) => name ?? []))] : [];
    const notes = [...varieties.other, ...motives.other].join('; ');
    return [
      [
        kind,
        {
          ...(kind === 'partner' ? {} : { variety: orUnknown(varieties.known) }),
          motive: orUnknown(motives.known),
          ...(kind === 'internal' ? {} : { ...NOWHERE, ...(names.length === 0 ? {} : { name: names }) }),
          ...(notes === '' ? {} : { notes }),
        },
      ],
    ];
  });
  if (kinds.length > 0) return Object.fromEntries(kinds);
  const isNobody = all.some(({ kind }) => kind === 'none');
  return { unknown: { notes: isNobody ? 'Nobody acted.' : 'The record does not say who.' } };
}

/** http://veriscommunity.net/discovery.html */
export const DISCOVERED: Record<DetectedBy, object> = {
  tool: { internal: { variety: ['Unknown'] } },
  'own staff': { internal: { variety: ['Reported by employee'] } },
  customer: { external: { variety: ['Customer'] } },
  partner: { partner: { variety: ['Unknown'] } },
  'third party': { external: { variety: ['Unrelated 3rd party'] } },
  authority: { external: { variety: ['Unknown'] } },
  actor: { external: { variety: ['Actor disclosure'] } },
  unknown: { unknown: true },
};

/** How the victim felt it. The severity is what comes nearest. */
export const RATINGS: Record<Severity, string> = {
  critical: 'Catastrophic',
  high: 'Damaging',
  medium: 'Painful',
  low: 'Distracting',
};

export const DATA_KINDS: readonly string[] = [
  'API key',
  'Bank',
  'Classified',
  'Copyrighted',
  'Credentials',
  'Digital certificate',
  'Internal',
  'Medical',
  'Multi-factor credential',
  'Payment',
  'Personal',
  'Sensitive Personal',
  'Secrets',
  'Session key',
  'Source code',
  'System',
  'Virtual currency',
  'Other',
  'Unknown',
];

/** The letter of an asset by its kind, as records that came from VERIS have it. */
export const ASSET_LETTERS: ReadonlyMap<string, string> = new Map([
  ['server', 'S'],
  ['network', 'N'],
  ['user device', 'U'],
  ['laptop', 'U'],
  ['workstation', 'U'],
  ['terminal', 'T'],
  ['media', 'M'],
  ['person', 'P'],
  ['embedded', 'E'],
]);
