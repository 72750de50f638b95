import { api } from '../../data/api.ts';
import { got } from '../../data/refusal.ts';
import { type FieldRecord, isFieldRecord } from '../../forms/binding/field-value.ts';
import type { Shape } from '../../forms/shape.ts';
import { PARTS, type PartKey, type SectionName } from '../contents.ts';
import { type RecordNow, readRecord, showRecord } from '../record-data.ts';
import type { Door } from './door.ts';
import { failureOf } from './failure-of.ts';
import { saysAll } from './json.ts';
import { NOTHING, type Version } from './kept.ts';
import { lacksOf } from './lacks-of.ts';

/** Bytes up to which a browser sends a request on after its page is gone. */
const LIVES_ON = 60_000;
/** Whether a request is to outlive the page that is being left. */
const onLeaving = (value: FieldRecord) =>
  document.visibilityState === 'hidden' && JSON.stringify(value).length < LIVES_ON ? { keepalive: true } : {};

/** A section as it stands in the record. */
export const sectionIn = (record: RecordNow, name: SectionName): Version => ({
  value: asRecord(record.sections[name]),
  etag: record.etags.sections[name],
  revision: record.revision,
});

/** A part as it stands in the record: the fields that people write. What follows from others, such as a rank, moves by itself. */
export function partIn(record: RecordNow, key: PartKey, id: string, shape: Shape): Version {
  const part = asRecord((record[key] as readonly { id: string }[]).find((one) => one.id === id));
  if (part === undefined) return { value: undefined, etag: undefined, revision: record.revision };
  return { value: writtenFields(part, shape), etag: record.etags.parts[id], id, revision: record.revision };
}

const asRecord = (value: unknown): FieldRecord | undefined =>
  isFieldRecord(value as FieldRecord | undefined) ? (value as FieldRecord) : undefined;

const writtenFields = (part: FieldRecord, shape: Shape): FieldRecord =>
  shape.kind === 'object'
    ? Object.fromEntries(Object.entries(part).filter(([name]) => Object.hasOwn(shape.fields, name)))
    : part;

/** The first of some that says all that was sent; the API may have filled in more. */
const saidIn = (all: readonly Version[], value: FieldRecord): Version =>
  all.find((one) => one.value !== undefined && saysAll(one.value, value)) ?? NOTHING;

export function sectionDoor(id: string, name: SectionName, shape: Shape): Door {
  // All sections are written alike; the description has a route for each.
  const route = `/post-mortems/{id}/sections/${name}` as '/post-mortems/{id}/sections/impact';
  const read = async () => {
    const { data } = await readRecord(id);
    showRecord(data);
    return sectionIn(data, name);
  };
  return {
    failureOf,
    lacks: (value) => lacksOf(shape, value),
    read,
    // What somebody else wrote since is not made over, but asked about.
    find: async (value) => saidIn([await read()], value),
    write: async (value, { etag }) => {
      const header = etag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': etag };
      const { data } = got(
        await api.PUT(route, { params: { path: { id }, header }, body: value as never, ...onLeaving(value) }),
      );
      showRecord(data);
      return sectionIn(data, name);
    },
  };
}

export function partDoor(id: string, key: PartKey, shape: Shape): Door {
  const route = `/post-mortems/{id}/${PARTS[key].route}` as '/post-mortems/{id}/root-causes';
  const one = `${route}/{part}` as '/post-mortems/{id}/root-causes/{part}';
  return {
    failureOf,
    lacks: (value) => lacksOf(shape, value),
    read: async ({ id: part = '' }) => {
      const { data } = await readRecord(id);
      showRecord(data);
      return partIn(data, key, part, shape);
    },
    find: async (value) => {
      const { data } = await readRecord(id);
      showRecord(data);
      const all = (data[key] as readonly { id: string }[]).map((part) => partIn(data, key, part.id, shape));
      return saidIn(all, value);
    },
    write: async (value, { etag, id: part }, repeat) => {
      if (etag === undefined || part === undefined) {
        const params = { path: { id }, header: { 'Idempotency-Key': repeat } };
        const answer = await api.POST(route, { params, body: value as never, ...onLeaving(value) });
        const { data, etag: made } = got(answer);
        const partId = answer.response.headers.get('location')?.split('/').at(-1) ?? '';
        showRecord(data);
        // A repeat may find it changed since; where it is not in the answer any more, the ETag says so with the next write.
        const there = partIn(data, key, partId, shape);
        return there.etag === undefined ? { value, etag: made, id: partId, revision: data.revision } : there;
      }
      const params = { path: { id, part }, header: { 'If-Match': etag } };
      const { data } = got(await api.PUT(one, { params, body: value as never, ...onLeaving(value) }));
      showRecord(data);
      return { ...partIn(data, key, part, shape), id: part };
    },
  };
}
