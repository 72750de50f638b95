import type { HoldfastConfig } from './policy.ts';

/** https://www.rfc-editor.org/rfc/rfc2606: names that belong to nobody, for documents. */
const NOBODYS_HOST = /(^|\.)(example\.(com|net|org)|example|invalid|test)$/i;
const NOBODYS_SITES = ['your-site.atlassian.net', 'your-company.atlassian.net', 'example.atlassian.net'];

type Field = [path: string, value: string, host: string];

/**
 * Fields that still hold an address of our examples. They are well-formed, so tests and a first synth may do with them; an
 * installation that runs with them would ask a stranger's Jira, and link to nowhere.
 *
 * @returns a line for each, with its path
 */
export function placeholdersIn({ jira, postMortem, programs, teams, notifications }: HoldfastConfig): string[] {
  const fields: Field[] = [
    ['jira.site', jira.site, hostOf(jira.site)],
    ...Object.entries(jira.sites).map(([key, { site }]): Field => [`jira.sites.${key}.site`, site, hostOf(site)]),
    ['postMortem.recordUrl', postMortem.recordUrl, hostOf(postMortem.recordUrl)],
    ...Object.entries(programs).flatMap(([name, { owner }]) => emailField(`programs.${name}.owner`, owner)),
    ...Object.entries(teams).flatMap(([team, people]) =>
      (['owner', 'lead', 'head'] as const).flatMap((who) => emailField(`teams.${team}.${who}`, people[who])),
    ),
    ...(['reportEmails', 'alarmEmails'] as const).flatMap((list) =>
      notifications[list].flatMap((address, index) => emailField(`notifications.${list}.${index}`, address)),
    ),
  ];
  return fields
    .filter(([, , host]) => NOBODYS_HOST.test(host) || NOBODYS_SITES.includes(host.toLowerCase()))
    .map(([path, value]) => `${path}: ${value}`);
}

const hostOf = (url: string): string => URL.parse(url)?.hostname ?? '';

const emailField = (path: string, address: string | undefined): Field[] =>
  address === undefined ? [] : [[path, address, address.slice(address.lastIndexOf('@') + 1)]];
