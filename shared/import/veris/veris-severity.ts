import type { Severity } from '../../domain/words/severity.ts';

/** http://veriscommunity.net/enums.html#section-impact: how the victim felt it. */
const SEVERITIES = new Map<string, Severity>([
  ['Insignificant', 'low'],
  ['Distracting', 'low'],
  ['Painful', 'medium'],
  ['Damaging', 'high'],
  ['Catastrophic', 'critical'],
]);

/** Stands for the severity of an incident that nobody rated. The description of its impact says that it does. */
export const UNRATED: Severity = 'medium';

/** @returns undefined when the rating says nothing: "Unknown", none, or a word of another version */
export const severityOf = (rating: string | undefined): Severity | undefined => SEVERITIES.get(rating ?? '');
