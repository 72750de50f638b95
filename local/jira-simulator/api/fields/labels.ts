import { shortened } from '../../../../shared/domain/words/shorten.ts';

export function labelProblem(label: string): string | undefined {
  if (/\s/.test(label)) return `The label '${label}' contains spaces which is invalid.`;
  if (label.length > 255) return `The label '${shortened(label, 20)}' exceeds the limit of 255 characters.`;
  return undefined;
}

/** Labels are a set; Jira shows it in alphabetical order. */
export function sortedLabels(labels: readonly string[]): string[] {
  return [...new Set(labels)].sort((left, right) => left.localeCompare(right));
}
