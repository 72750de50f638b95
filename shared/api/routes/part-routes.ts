import { LIST_OF, type Part } from '../../domain/record/content/parts.ts';
import { mustBeAssignable } from '../../domain/record/decide/assignment.ts';
import * as decide from '../../domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { PartId, PostMortemId } from '../../domain/words/identifiers.ts';
import type { Author } from '../../domain/words/person.ts';
import { NotFound } from '../../store/errors.ts';
import type { ApiDependencies } from '../api-dependencies.ts';
import { recordEtag } from '../http/etags.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { makeOnce } from './once.ts';
import { etagOfPart, etagsIn } from './part-etags.ts';
import { PART_SHAPES, type PartShape } from './part-shapes.ts';
import { RecordView, recordView } from './record-answer.ts';
import { changeRecordForCaller, readRecordForCaller } from './record-calls.ts';

const partParams = { id: PostMortemId, part: PartId };
const answer = {
  status: 200,
  means: 'The record; the ETag is that of the part',
  schema: RecordView,
  hasEtag: true,
} as const;
const aKind = (kind: string): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
const pathOf = ({ plural }: PartShape): string => `/post-mortems/{id}/${plural}/{part}`;

/** Adding, reading, rewriting and removing a part: the same for every kind. */
export const partRoutes: Route[] = PART_SHAPES.flatMap((shape) => [
  add(shape),
  read(shape),
  rewrite(shape),
  remove(shape),
]);

function add(shape: PartShape): Route {
  const { kind, name, plural, request, example } = shape;
  return route({
    operationId: `add${name}`,
    method: 'POST',
    path: `/post-mortems/{id}/${plural}`,
    tag: 'Parts',
    summary: `Adds ${aKind(kind)}`,
    action: 'write records',
    ifMatch: 'optional',
    isIdempotentByKey: true,
    params: { id: PostMortemId },
    query: {},
    body: { schema: request, example },
    answer: {
      status: 201,
      means: 'The record with it; Location and ETag are those of the part',
      schema: RecordView,
      hasEtag: true,
    },
    async handle(call) {
      const { params, body, by, deps } = call;
      const partId = deps.newId();
      const part = shape.toPart(body, partId, undefined);
      const { made, result } = await makeOnce(call, {
        location: `/post-mortems/${params.id}/${plural}/${partId}`,
        ids: [partId],
        make: (once) => changeRecordForCaller(call, params.id, (record) => added(record, part, by, deps), { once }),
      });
      const record = result ?? (await readRecordForCaller(call, params.id));
      const [id = ''] = made.ids;
      return { body: await recordView(record, call), location: made.location, etag: etagsIn(record).parts[id] };
    },
  });
}

/** Causes, factors and recommendations have events of their own; the others share one. */
function added(record: PostMortem, part: Part, by: Author, { now, config }: ApiDependencies): RecordEvent[] {
  mustBeAssignable(part, now(), config);
  if (part.kind === 'root cause') return decide.addRootCause(record, part.content, by);
  if (part.kind === 'contributing factor') return decide.addContributingFactor(record, part.content, by);
  if (part.kind !== 'recommendation') return decide.addPart(record, part, by);
  const { id, status, ...draft } = part.content;
  return decide.proposeRecommendation(record, id, draft, by, status === 'draft' ? 'draft' : 'proposed');
}

function read(shape: PartShape): Route {
  return route({
    operationId: `read${shape.name}`,
    method: 'GET',
    path: pathOf(shape),
    tag: 'Parts',
    summary: `One ${shape.kind}, with its own ETag`,
    action: 'read records',
    ifMatch: 'none',
    params: partParams,
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: `The ${shape.kind}`, schema: shape.view, hasEtag: true },
    async handle(call) {
      const { id, part } = call.params;
      const record = await readRecordForCaller(call, id, `${shape.plural}/${part}`);
      const view = await recordView(record, call);
      const content = view[LIST_OF[shape.kind]].find((one) => one.id === part);
      if (content === undefined) throw new NotFound(`${shape.kind} ${part}`);
      return { body: content, etag: etagOfPart(shape.kind, part)(record) };
    },
  });
}

function rewrite(shape: PartShape): Route {
  return route({
    operationId: `rewrite${shape.name}`,
    method: 'PUT',
    path: pathOf(shape),
    tag: 'Parts',
    summary: `Rewrites ${aKind(shape.kind)}: If-Match of it or of the record`,
    action: 'write records',
    ifMatch: 'required',
    params: partParams,
    query: {},
    body: { schema: shape.request, example: shape.example },
    answer,
    async handle(call) {
      const { id, part } = call.params;
      const changed = await changeRecordForCaller(
        call,
        id,
        (record) => rewritten(record, shape.toPart(call.body, part, record), call.by, call.deps),
        { etagOf: etagOfPart(shape.kind, part) },
      );
      return { body: await recordView(changed, call), etag: etagOfPart(shape.kind, part)(changed) };
    },
  });
}

function rewritten(record: PostMortem, part: Part, by: Author, { now, config }: ApiDependencies): RecordEvent[] {
  mustBeAssignable(part, now(), config);
  return decide.changePart(record, part, by);
}

function remove(shape: PartShape): Route {
  return route({
    operationId: `remove${shape.name}`,
    method: 'DELETE',
    path: pathOf(shape),
    tag: 'Parts',
    summary: `Takes ${aKind(shape.kind)} out; the log keeps what it said`,
    action: 'write records',
    ifMatch: 'required',
    params: partParams,
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'The record without it', schema: RecordView, hasEtag: true },
    async handle(call) {
      const { id, part } = call.params;
      const changed = await changeRecordForCaller(
        call,
        id,
        (record) => decide.removePart(record, shape.kind, part, call.by),
        {
          etagOf: etagOfPart(shape.kind, part),
        },
      );
      return { body: await recordView(changed, call), etag: recordEtag(changed) };
    },
  });
}
