import type { HoldfastConfig } from './policy.ts';

/** https://www.rfc-editor.org/rfc/rfc2606: names that belong to nobody, for documents. */
const NOBODYS_HOST = /(^|\.)(example\.(com|net|org)|example|invalid|test)$/i;
const NOBODYS_SITES = ['your-site.atlassian.net', 'your-company.atlassian.net', 'example.atlassian.net'];

/**
 * Fields that still hold an address of our examples. They are well-formed, so tests and a first synth may do with them; an
 * installation that runs with them would ask a stranger's Jira, and link to nowhere.
 *
 * @returns a line for each, with its path
 */
export function placeholdersIn({ jira, postMortem, programs, notifications }: HoldfastConfig): string[] {
  const fields: [path: string, value: string, host: string][] = [
    ['jira.site', jira.site, hostOf(jira.site)],
    ['postMortem.recordUrl', postMortem.recordUrl, hostOf(postMortem.recordUrl)],
    ...Object.entries(programs).map(([name, { owner }]) => address(`programs.${name}.owner`, owner)),
    ...(['reportEmails', 'alarmEmails'] as const).flatMap((list) =>
      notifications[list].map((email, index) => address(`notifications.${list}.${index}`, email)),
    ),
  ];
  return fields
    .filter(([, , host]) => NOBODYS_HOST.test(host) || NOBODYS_SITES.includes(host.toLowerCase()))
    .map(([path, value]) => `${path}: ${value}`);
}

const address = (path: string, email: string): [path: string, value: string, host: string] => [
  path,
  email,
  email.slice(email.lastIndexOf('@') + 1),
];

const hostOf = (url: string): string => URL.parse(url)?.hostname ?? '';
