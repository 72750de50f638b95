import { PART_SHAPES } from '../../../shared/api/routes/part-shapes.ts';
import { SECTION_EXAMPLES } from '../../../shared/api/routes/section-examples.ts';
import type { Tlp } from '../../../shared/domain/words/tlp.ts';
import type { apiOf } from '../api/api.ts';
import { BEN } from './people.ts';

/** Addresses of all the parts of a record, by the names that paths of the API use. */
export type FullRecord = {
  id: string;
  key: string;
  at: string;
  entry: string;
  path: string;
  comment: string;
  parts: Record<string, string>;
};

type Api = ReturnType<typeof apiOf>;

/** A record with every section, a part of each kind, evidence that is expected, and an entry in its timeline, a draft, a comment, all written through the API. */
export async function fullRecord(api: Api, tlp: Tlp = 'AMBER'): Promise<FullRecord> {
  const asBen = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await api.call(BEN, ['admin'], method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const opened = await asBen('POST', '/post-mortems', {
    kind: 'incident',
    title: 'Told by phone',
    severity: 'high',
    tlp,
  });
  const { id, incident } = Object(opened.body);
  const record = `/post-mortems/${id}`;
  for (const [name, content] of Object.entries(SECTION_EXAMPLES)) {
    await asBen('PUT', `${record}/sections/${name}`, content, { 'if-none-match': '*' });
  }
  const parts: Record<string, string> = {};
  for (const { plural, example } of PART_SHAPES) {
    // A fact is corrected once: the example is for whoever comes after.
    const content =
      plural === 'corrections' ? { ...Object(example), of: 'incident.title', shouldBe: 'By mail' } : example;
    const { headers } = await asBen('POST', `${record}/${plural}`, content);
    parts[plural] = headers.location?.split('/').at(-1) ?? '';
  }
  const announced = await asBen('POST', `${record}/evidence`, {
    name: 'proxy.log',
    mediaType: 'text/plain',
    bytes: 9,
    sha256: 'a'.repeat(64),
  });
  parts.evidence = announced.headers.location?.split('/').at(-1) ?? '';
  const written = await asBen('POST', `${record}/timeline`, {
    at: '2026-11-20T09:00:00.000Z',
    what: 'Seen',
    kind: 'detection',
  });
  const draft = 'recommendations.new';
  await asBen('PUT', `${record}/drafts/${draft}`, { title: 'Turn off legacy authentication' });
  const said = await asBen('POST', `${record}/comments`, { path: 'sections.impact', text: 'Is this all of it?' });
  const { at, id: entry } = Object(written.body);
  return { id, key: incident.key, at, entry, path: draft, comment: Object(said.body).id, parts };
}

/** The temporary measure of a full record is undone: nobody waives or merges it before. */
export async function undoMeasure(api: Api, { id, parts }: Pick<FullRecord, 'id' | 'parts'>): Promise<void> {
  const path = `/post-mortems/${id}/temporary-measures/${parts['temporary-measures']}/removed`;
  const { status, body } = await api.call(BEN, ['admin'], 'POST', path, { note: 'The rule is gone from the gateway.' });
  if (status !== 200) throw new Error(`POST ${path}: ${JSON.stringify(body)}`);
}

/** An id that nothing has. */
const NOTHING = '01KAREC0RDZZZZZZZZZZZZZZZZ';

/** The path of a route for this record: each name in braces is what it is there, or names nothing. */
export function pathIn(template: string, { parts, ...record }: FullRecord): string {
  const [, kind = ''] = /\/([\w-]+)\/\{part\}/.exec(template) ?? [];
  const names: Record<string, string> = {
    ...record,
    source: 'holdfast',
    technique: 'T1566.002',
    part: parts[kind] ?? '',
    remediation: parts.recommendations ?? '',
  };
  return template.replaceAll(/\{(\w+)\}/g, (_, name) => names[name] ?? NOTHING);
}
