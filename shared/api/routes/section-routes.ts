import type * as z from 'zod';
import {
  SECTION_DRAFTS,
  SECTION_NAMES,
  SECTIONS,
  type SectionName,
  WrittenSection,
} from '../../domain/record/content/sections.ts';
import * as decide from '../../domain/record/decide/write-record.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { NotFound } from '../../store/errors.ts';
import { contentEtag } from '../http/etags.ts';
import { type Call, NO_BODY, type Route, route } from '../route.ts';
import { RecordView, recordView } from './record-answer.ts';
import { changeRecordForCaller, readRecordForCaller } from './record-calls.ts';
import { SECTION_EXAMPLES } from './section-examples.ts';

const params = { id: PostMortemId };
type InRecord = Call<{ id: PostMortemId }>;

const etagOf =
  (section: SectionName) =>
  ({ sections }: PostMortem): string | undefined =>
    sections[section] === undefined ? undefined : contentEtag(sections[section]);

/** Each section has an address, a shape and a version of its own: two people who write in different ones never collide. */
export const sectionRoutes: Route[] = SECTION_NAMES.flatMap((section) => [readSection(section), writeSection(section)]);

function readSection(section: SectionName): Route {
  return route({
    operationId: `readSection_${section}`,
    method: 'GET',
    path: `/post-mortems/{id}/sections/${section}`,
    tag: 'Sections',
    summary: `The section "${section}", with its own ETag`,
    action: 'read records',
    ifMatch: 'none',
    params,
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The section', schema: SECTIONS[section], hasEtag: true },
    async handle(call: InRecord) {
      const record = await readRecordForCaller(call, call.params.id, `sections/${section}`);
      const content = record.sections[section];
      if (content === undefined) throw new NotFound(`section "${section}" in it yet`);
      return { body: content, etag: etagOf(section)(record) };
    },
  });
}

function writeSection(section: SectionName): Route {
  const schema: z.ZodType<unknown> = SECTION_DRAFTS[section];
  return route({
    operationId: `writeSection_${section}`,
    method: 'PUT',
    path: `/post-mortems/{id}/sections/${section}`,
    tag: 'Sections',
    summary: `Writes the section "${section}": If-Match of the section or of the record, none for the first time`,
    action: 'write records',
    ifMatch: 'to overwrite',
    params,
    query: {},
    body: { schema, example: SECTION_EXAMPLES[section] },
    answer: { status: 200, means: 'The record; the ETag is that of the section', schema: RecordView, hasEtag: true },
    async handle(call) {
      const written = WrittenSection.parse({ section, content: call.body });
      const changed = await changeRecordForCaller(
        call,
        call.params.id,
        (record) => decide.writeSection(record, written, call.by),
        { etagOf: etagOf(section), mayBeFirst: true },
      );
      return { body: await recordView(changed, call), etag: etagOf(section)(changed) };
    },
  });
}
