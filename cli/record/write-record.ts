import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { PAGE_LIMIT } from '../../shared/api/http/limits.ts';
import { NEXT } from '../../shared/api/http/paging.ts';
import { RecordView } from '../../shared/api/routes/record-answer.ts';
import { counted } from '../../shared/document/counted.ts';
import { SECTION_DRAFTS, SectionName } from '../../shared/domain/record/content/sections.ts';
import { TimelineEntry, TimelineEntryDraft } from '../../shared/domain/record/content/timeline.ts';
import { ENTRIES_AT_ONCE } from '../../shared/domain/record/decide/write-record.ts';
import { canonicalJson } from '../../shared/domain/words/canonical-json.ts';
import type { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import type { Api } from '../api/api.ts';
import { RefusedByApi } from '../api/refused-by-api.ts';
import { CommandFailure } from '../failure.ts';
import { type NotTaken, notTakenOf } from './not-taken.ts';
import { planParts } from './plan-parts.ts';
import { type Content, type RecordFile, withoutPlaces } from './record-file.ts';

/**
 * Writes what a file says. Each call carries the version that it is written on. What the record has already is not added once more, and
 * what is added has a key of its content: the same command after a failure in its middle goes on where that one stopped.
 *
 * @returns the record as it is then, what was done, and what of the file only another command does
 * @throws CommandFailure with what was written before
 */
export async function writeRecord(
  api: Api,
  id: PostMortemId,
  file: RecordFile,
): Promise<{ record: RecordView; raw: unknown; done: string[]; notTaken: NotTaken[] }> {
  const path = `/post-mortems/${id}`;
  const done: string[] = [];
  const { body: read } = await api.call(RecordView, { method: 'GET', path });
  const planned = planParts(file, read);
  const ids = new Map<string, string>();
  try {
    if (file.category !== undefined && file.category !== read.category) {
      const body = { category: file.category };
      await api.call(z.unknown(), { method: 'PATCH', path, body, ifMatch: `"${read.revision}"` });
      done.push(`set the category ${file.category}`);
    }
    for (const [section, content] of Object.entries(file.sections)) {
      const name = SectionName.parse(section);
      if (isSame(name, read.sections[name], content)) continue;
      const ifMatch = file.etags[name] ?? read.etags.sections[name];
      await api
        .call(z.unknown(), { method: 'PUT', path: `${path}/sections/${name}`, body: content, ifMatch })
        .catch((error: unknown) => {
          throw explainedConflict(error, name, `the section ${name}`, differences(name, read.sections[name], content));
        });
      done.push(`${read.sections[name] === undefined ? 'wrote' : 'rewrote'} the section ${name}`);
    }
    const missing = file.timeline.length === 0 ? [] : await entriesMissing(api, path, file.timeline);
    for (let from = 0; from < missing.length; from += ENTRIES_AT_ONCE) {
      const entries = missing.slice(from, from + ENTRIES_AT_ONCE);
      const idempotencyKey = keyOf(id, 'timeline', entries, from);
      await api.call(z.unknown(), {
        method: 'POST',
        path: `${path}/timeline/batch`,
        body: { entries },
        idempotencyKey,
      });
      done.push(`added ${counted(entries.length, 'entry', 'entries')} to the timeline`);
    }
    for (const { list, shape, index, content: one, becomes, there } of planned) {
      const place = `${path}/${shape.plural}`;
      const content = withoutPlaces(one, (of, at) => ids.get(`${of}/${at}`) ?? '');
      const written = there ?? (await added(api, place, content, keyOf(id, list, content, index)));
      ids.set(`${list}/${index}`, written);
      if (becomes === 'nothing new') continue;
      if (becomes === 'rewritten') {
        const ifMatch = file.etags[written] ?? read.etags.parts[written] ?? '*';
        await api
          .call(z.unknown(), { method: 'PUT', path: `${place}/${written}`, body: content, ifMatch })
          .catch((error: unknown) => {
            throw explainedConflict(error, list, `the ${shape.kind} ${written}`);
          });
      }
      done.push(`${becomes === 'added' ? 'added' : 'rewrote'} the ${shape.kind} ${written}`);
    }
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    if (done.length > 0) error.message += `\nwritten before that: ${done.join(', ')}`;
    throw error;
  }
  const { body: record, raw } = await api.call(RecordView, { method: 'GET', path });
  return { record, raw, done, notTaken: notTakenOf(planned, ids, record) };
}

/** What is there is as the file says, by the shape of the section: with its defaults. */
function isSame(name: SectionName, current: unknown, content: Content): boolean {
  const schema: z.ZodType = SECTION_DRAFTS[name];
  return current !== undefined && canonicalJson(schema.parse(content)) === canonicalJson(current);
}

const Page = z.object({ entries: z.array(TimelineEntry), next: NEXT });

/** Those that the timeline does not have in the same words: one that was edited in a file brings no other along a second time. */
async function entriesMissing(api: Api, path: string, wanted: readonly Content[]): Promise<Content[]> {
  const there: string[] = [];
  let cursor: string | undefined;
  do {
    const call = { method: 'GET' as const, path: `${path}/timeline`, query: { limit: PAGE_LIMIT, cursor } };
    const { body } = await api.call(Page, call);
    there.push(...body.entries.map(wordsOf));
    cursor = body.next;
  } while (cursor !== undefined);
  return wanted.filter((entry) => {
    const index = there.indexOf(wordsOf(entry));
    if (index >= 0) there.splice(index, 1);
    return index < 0;
  });
}

/** What its author said in it, without what only an answer has. */
const Said = z.object(TimelineEntryDraft.shape);
const wordsOf = (entry: unknown): string => canonicalJson(Said.parse(entry));

async function added(api: Api, path: string, body: unknown, idempotencyKey: string): Promise<string> {
  const add = async (key: string) => {
    const { location = '', body: record } = await api.call(RecordView, {
      method: 'POST',
      path,
      body,
      idempotencyKey: key,
    });
    const partId = location.split('/').at(-1) ?? '';
    return { partId, isThere: partId in record.etags.parts };
  };
  const { partId, isThere } = await add(idempotencyKey);
  // Added by this command within the day, and taken out since: whoever runs it again wants it back.
  return isThere ? partId : (await add(randomUUID())).partId;
}

/** The same for the same content in the same place of a file. */
function keyOf(id: PostMortemId, list: string, content: unknown, index: number): string {
  return createHash('sha256')
    .update(canonicalJson([id, list, content, index]))
    .digest('hex');
}

/** Somebody wrote in it since the file was made: says what differs, and how to go on. */
function explainedConflict(error: unknown, name: string, what: string, differing = ''): unknown {
  if (!(error instanceof RefusedByApi) || error.status !== 412) return error;
  return new CommandFailure(
    `${what} was written by somebody since the file was made${differing}`,
    `take over what is there (holdfast record template <record> ${name}), and give the file its etag`,
  );
}

function differences(name: SectionName, current: unknown, content: Content): string {
  const there = z.record(z.string(), z.unknown()).safeParse(current).data ?? {};
  return [...new Set([...Object.keys(there), ...Object.keys(content)])]
    .filter((field) => canonicalJson(there[field] ?? null) !== canonicalJson(content[field] ?? null))
    .map((field) => `\n  /sections/${name}/${field}: it is ${JSON.stringify(there[field])} now`)
    .join('');
}
