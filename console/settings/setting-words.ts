export type SettingValue = string | number | boolean | string[] | null;
type Setting = { path: string; value: SettingValue; isDefault: boolean };

/** What the chapters of `holdfast.config.ts` are about, in the order of the page. */
const CHAPTERS: Readonly<Record<string, string>> = {
  incidents: 'Sources of incidents',
  postMortem: 'Post-mortems: templates, deadlines, approvals',
  remediation: 'Fixes: routes of tickets, deadlines, accepted risks',
  verification: 'Proof: when fixes are checked',
  evidenceSources: 'Sources of evidence',
  teams: 'Teams',
  recommendationTemplates: 'Templates of recommendations',
  jira: 'Jira',
  schedules: 'Schedules',
  reports: 'Reports',
  api: 'Limits of the API',
  ingress: 'Limits of webhooks',
  evidence: 'Evidence files',
  programs: 'Programs',
  signIn: 'Sign-in',
  notifications: 'E-mails: how many addresses get them',
  operations: 'Operation',
};

/** The settings by chapter. One that is not known here comes last, under its own name. */
export function chaptersOf(settings: readonly Setting[]): { name: string; title: string; settings: Setting[] }[] {
  const byName = Map.groupBy(settings, ({ path }) => /^\w+/.exec(path)?.[0] ?? path);
  const names = [...new Set([...Object.keys(CHAPTERS), ...byName.keys()])];
  return names.flatMap((name) => {
    const found = byName.get(name);
    return found === undefined ? [] : [{ name, title: CHAPTERS[name] ?? inWords(name), settings: found }];
  });
}

/** A place in the file as one says it: `dueWithin.critical` is "Due within, critical". */
export function settingInWords(path: string): string {
  const steps = [...path.matchAll(/\['((?:[^'])*)'\]|\[(\d+)\]|([^.[\]]+)/g)].slice(1);
  const words = steps.map(([, quoted, index, name]) =>
    index === undefined ? (quoted ?? inWords(name ?? '')) : `no. ${Number(index) + 1}`,
  );
  const text = words.join(', ').replaceAll(/\b(tlp|url|api)\b/g, (name) => name.toUpperCase());
  return text === '' ? 'All of it' : text.charAt(0).toUpperCase() + text.slice(1);
}

const inWords = (name: string): string =>
  name.replaceAll(/(?<=[a-z])([A-Z])(?=[a-z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`);

/** What a setting is set to, as one says it. */
export function settingValueInWords(value: SettingValue): string {
  if (value === null) return 'left open';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en');
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return durationInWords(value) ?? (value === '' ? 'empty' : value);
}

const UNITS = ['day', 'hour', 'minute', 'second'] as const;

/** `P1DT12H` is "1 day 12 hours"; undefined for what is no duration. */
function durationInWords(text: string): string | undefined {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (found === null || !/\d/.test(text)) return undefined;
  const words = UNITS.flatMap((unit, at) => {
    const count = Number(found[at + 1] ?? 0);
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return words.length === 0 ? 'no time at all' : words.join(' ');
}
