import { DEFAULT_CONFIG, type HoldfastConfig } from './policy.ts';

/** A setting by its place in `holdfast.config.ts`. `null`: left open there. */
export type Setting = {
  path: string;
  value: string | number | boolean | string[] | null;
  /** Whether it, or the whole list in which it stands, is as it is without a word in the file. */
  isDefault: boolean;
};

/**
 * What is told, by place: `*` stands for any one name or number, `**` for all below. What is not named is not told, a field to come
 * least of all: addresses of people, accounts, functions and clients are of use to those who have the file.
 */
const TOLD: readonly string[] = [
  'incidents.**',
  'postMortem.**',
  'jira.site',
  'jira.deployment',
  'jira.timeoutMs',
  'jira.sites.*.site',
  'jira.sites.*.deployment',
  'recommendationTemplates.*.title',
  ...['defaultRoute', 'routes.*'].flatMap((route) =>
    ['name', 'project', 'issueType', 'site'].map((field) => `remediation.${route}.${field}`),
  ),
  'remediation.routes',
  'remediation.routes.*.when.*',
  'remediation.dueWithin.*',
  'remediation.longestDueWithin.*',
  'remediation.acceptRiskFor.*',
  'remediation.secondApproverFromRenewal',
  'remediation.restrictedTickets',
  'remediation.claims.**',
  'remediation.labels',
  'remediation.create.*',
  'verification.**',
  'evidenceSources.*.ask.timeout',
  'evidence.**',
  'programs.*.scopes',
  'programs.*.sources',
  'signIn.mfa',
  'signIn.lasts',
  'signIn.provider.kind',
  'signIn.provider.name',
  'signIn.provider.issuer',
  'signIn.issuer.url',
  'api.perMinute.*',
  'reports.**',
  'schedules.*',
  'ingress.*',
  'operations.*',
];

/** Of these the names alone are told, and that there are none. */
const NAMED = ['teams', 'evidenceSources', 'programs'] as const;

/** Of these it is told how many there are: they are addresses. */
const COUNTED = ['reportEmails', 'alarmEmails'] as const;

const PATTERNS = TOLD.map((place) => place.split('.'));

/** What the configuration says, a line each, for people who may not see the file; none of it is a secret, and none the address of a person. */
export function settingsOf(config: HoldfastConfig): Setting[] {
  const told = leavesOf(config, { places: [], usual: DEFAULT_CONFIG })
    .filter(({ places }) => PATTERNS.some((pattern) => fits(pattern, places)))
    .map(({ places, value, isDefault }) => ({ path: pathOf(places), value, isDefault }));
  const named = NAMED.map((path) => {
    const value = Object.keys(config[path]);
    return { path, value, isDefault: JSON.stringify(value) === JSON.stringify(Object.keys(DEFAULT_CONFIG[path])) };
  });
  const counted = COUNTED.map((name) => {
    const count = config.notifications[name].length;
    return {
      path: `notifications.${name}`,
      value: count,
      isDefault: count === DEFAULT_CONFIG.notifications[name].length,
    };
  });
  return [...told, ...named, ...counted];
}

function fits(pattern: readonly string[], places: readonly Place[]): boolean {
  const isOpen = pattern.at(-1) === '**';
  const fixed = isOpen ? pattern.slice(0, -1) : pattern;
  if (isOpen ? places.length < fixed.length : places.length !== fixed.length) return false;
  return fixed.every((wanted, at) => wanted === '*' || wanted === places[at]);
}

type Place = string | number;
type Leaf = Pick<Setting, 'value' | 'isDefault'> & { places: readonly Place[] };
type Around = {
  places: readonly Place[];
  /** What stands there without a word in the file. */
  usual: unknown;
  /** Of the list in which it stands: its elements are compared with nobody's, since their numbers say nothing. */
  isDefault?: boolean;
};

function leavesOf(value: unknown, { places, usual, isDefault }: Around): Leaf[] {
  const isUsual = isDefault ?? JSON.stringify(value) === JSON.stringify(usual);
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
    return [{ places, value: value as Setting['value'], isDefault: isUsual }];
  }
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one === 'string' || one === null);
    if (isPlain)
      return [{ places, value: value.map((one) => (one === null ? 'none' : String(one))), isDefault: isUsual }];
    return value.flatMap((one, at) => leavesOf(one, { places: [...places, at], usual: undefined, isDefault: isUsual }));
  }
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, field]) =>
    leavesOf(field, {
      places: [...places, name],
      usual:
        typeof usual === 'object' && usual !== null
          ? Object.entries(usual).find(([one]) => one === name)?.[1]
          : undefined,
      ...(isDefault === undefined ? {} : { isDefault }),
    }),
  );
}

/** As it is written in the file. */
const pathOf = (places: readonly Place[]): string =>
  places.reduce<string>((path, place) => {
    if (typeof place === 'number') return `${path}[${place}]`;
    if (path === '') return place;
    return /^[A-Za-z_]\w*$/.test(place) ? `${path}.${place}` : `${path}['${place}']`;
  }, '');
