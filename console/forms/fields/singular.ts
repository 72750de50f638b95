/** The name of one of a list, from the name of the list. */
export function singular(label: string): string {
  const known = SINGULARS[label];
  if (known !== undefined) return known;
  if (label.endsWith('ies')) return `${label.slice(0, -3)}y`;
  return label.endsWith('s') ? label.slice(0, -1) : label;
}

const SINGULARS: Readonly<Record<string, string>> = { Team: 'Member of the team', Whys: 'Why' };
