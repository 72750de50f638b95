import type { Schemas } from '../data/api.ts';

type RecordShape = Schemas['Record'];

const SECTIONS: Record<string, string> = {
  framework: 'Framework',
  summary: 'Summary',
  impact: 'Impact',
  attack: 'Attack',
  advisory: 'Advisory',
  detection: 'Detection',
  response: 'Response',
  analysis: 'Analysis',
  humanFactor: 'Human factor',
  sharing: 'Sharing',
  source: 'Source',
};

const LISTS: Record<string, string> = {
  rootCauses: 'Root cause',
  contributingFactors: 'Contributing factor',
  observations: 'Observation',
  recommendations: 'Recommendation',
  lessons: 'Lesson',
  notifications: 'Notification',
  evidence: 'Evidence',
  corrections: 'Correction',
  temporaryMeasures: 'Temporary measure',
  timeline: 'Timeline',
  dismissedHints: 'Hint left unanswered',
};

const FIELDS: Record<string, string> = {
  whys: 'why, and why again',
  d3fend: 'D3FEND',
  cve: 'CVE',
  cvss: 'CVSS',
  tlp: 'TLP mark',
  url: 'address',
  at: 'time',
  text: 'text',
  dueAt: 'due',
  what: 'what happened',
  updates: 'what it updates',
  isLinkedToTicket: 'link in the ticket',
};

/** A field's name as people read it: `usersAffected` is “users affected”. */
export function fieldInWords(name: string): string {
  const known = FIELDS[name];
  if (known !== undefined) return known;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.replace(/^(is|was|has) /, '').replace(/ at$/, '');
}

export const sectionInWords = (name: string): string => SECTIONS[name] ?? fieldInWords(name);

/** A place in a record, in words: “Impact · users affected”, “Recommendation “Geo fence” · why”. */
export function pathInWords(path: string, record: RecordShape | undefined, value?: unknown): string {
  const [place = '', name = '', ...fields] = path.split('.');
  const field = fields.map(fieldInWords).join(' · ');
  const after = (head: string) => (field === '' ? head : `${head} · ${field}`);
  if (place === 'sections') return after(sectionInWords(name));
  const list = LISTS[place];
  if (list === undefined)
    return capital(
      [place, name, ...fields]
        .filter((one) => one !== '')
        .map(fieldInWords)
        .join(' · '),
    );
  const title = titleOfPart(partIn(record, place, name) ?? value);
  return after(title === '' ? list : `${list} “${title}”`);
}

function partIn(record: RecordShape | undefined, list: string, id: string): unknown {
  const parts: unknown = record === undefined ? undefined : Object.entries(record).find(([key]) => key === list)?.[1];
  const isIt = (part: unknown) => typeof part === 'object' && part !== null && 'id' in part && part.id === id;
  return Array.isArray(parts) ? parts.find(isIt) : undefined;
}

/** By what a part is known, shortened. */
function titleOfPart(part: unknown): string {
  const { title, statement, what, name, recipient, of, excerpt } = (part ?? {}) as Record<string, unknown>;
  const found = [title, statement, what, name, recipient, of, excerpt].find((one) => typeof one === 'string');
  const text = typeof found === 'string' ? found : '';
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()} …` : text;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const ULID = /[0-7][0-9A-HJKMNP-TV-Z]{25}/g;

/** Ids of parts in a text as what they are known by, where the record has them still. */
export const withTitles = (text: string, record: RecordShape | undefined): string =>
  text.replace(ULID, (id) => {
    const found = Object.keys(LISTS).map((list) => titleOfPart(partIn(record, list, id)));
    return found.find((title) => title !== '') ?? id;
  });
