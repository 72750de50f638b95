import type { components } from '../../client/api.ts';

type Entry = Pick<components['schemas']['AuditEntry'], 'type' | 'data' | 'actor'>;

/** What happened, as one says it: `Timeline entry added`. */
export const eventInWords = ({ type }: Pick<Entry, 'type'>): string =>
  type.charAt(0) + type.slice(1).replaceAll(/(?<=[\s-])[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());

/** Fields of entries that say in a few words what it was about, the more telling first. */
const TELLING = [
  'section',
  'part',
  'kind',
  'path',
  'title',
  'what',
  'key',
  'name',
  'purpose',
  'reason',
  'because',
  'revision',
  'until',
] as const;
const PLAIN: ReadonlySet<string> = new Set(['title', 'what', 'key', 'reason', 'because', 'purpose', 'name']);
const LONGEST = 160;

/** What it was about, in a few words of the entry itself. */
export function aboutEvent({ data }: Pick<Entry, 'data'>): string {
  const nested = ['incident', 'ticket', 'remediation', 'recommendation', 'entry', 'evidence', 'content', 'acceptance'];
  const found = new Map<string, string>();
  for (const source of [data, ...nested.map((name) => data[name])]) {
    if (typeof source !== 'object' || source === null) continue;
    for (const [name, value] of Object.entries(source)) {
      const isWord = typeof value === 'string' || typeof value === 'number';
      if (isWord && String(value).trim() !== '' && !found.has(name)) found.set(name, String(value));
    }
  }
  const words = TELLING.flatMap((name) => {
    const value = found.get(name);
    if (value === undefined) return [];
    return [PLAIN.has(name) ? value : `${name} ${value}`];
  }).slice(0, 3);
  const text = words.join(' · ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Who did it, by their name. */
export function actorInWords({ actor }: Pick<Entry, 'actor'>): string {
  if (actor.kind === 'person') return actor.name;
  if (actor.kind === 'machine') return `${actor.name ?? actor.id} (program)`;
  return `${actor.id} (Holdfast)`;
}
