/** The name of a field in words: `usersAffected` is "Users affected". */
export function labelOf(name: string): string {
  const known = LABELS[name];
  if (known !== undefined) return known;
  const words = name.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names that are not the words which one would say, or that leave out the unit. */
const LABELS: Readonly<Record<string, string>> = {
  cve: 'CVE',
  cvss: 'CVSS',
  d3fend: 'D3FEND',
  tlp: 'TLP',
  sha256: 'SHA-256',
  url: 'Address (URL)',
  email: 'E-mail',
  id: 'Id',
  bytes: 'Size (bytes)',
  records: 'Records (how many)',
  at: 'Time',
  text: 'Words',
  isKnownExploited: 'Known to be exploited',
  isPersonal: 'Data about people',
  attackVersion: 'ATT&CK version',
  whyNotSooner: 'Why not sooner',
};
