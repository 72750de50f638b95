import { api, type Schemas } from '../../data/api.ts';
import { queries } from '../../data/query.ts';
import { got, Refusal } from '../../data/refusal.ts';
import { type FieldRecord, type FieldValue, isFieldRecord } from '../../forms/binding/field-value.ts';
import { isSame } from './json.ts';
import type { Draft, SharedDrafts } from './shared-draft.ts';

export const draftsKey = (id: string) => ['drafts', id];

/** Drafts of a record that its authors share. */
export const readDrafts = async (id: string, signal: AbortSignal): Promise<Schemas['DraftLine'][]> =>
  got(await api.GET('/post-mortems/{id}/drafts', { params: { path: { id } }, signal })).data.drafts;

/** Bytes from which on the words are shared without those that they were written on: the API takes 64 KiB. */
const MOST_BYTES = 60_000;

/**
 * The shared drafts of one record, as one writing leaves them. None is put over a version that was neither left nor taken up on this
 * device: neither over that of somebody else, nor over what the same person left on another device.
 *
 * @param mayLook whether the list of drafts may be read without being asked for: of a record that is kept close each reading is logged
 */
export function sharedDrafts(id: string, person: string, mayLook: () => boolean): SharedDrafts {
  /** What was put without an answer, by place: it may be there. */
  const unanswered = new Map<string, FieldRecord[]>();
  const putOver = async (path: string, content: FieldRecord, etag: string | undefined): Promise<string> => {
    const params = { path: { id, path }, header: etag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': etag } };
    const answer = await api.PUT('/post-mortems/{id}/drafts/{path}', { params, body: content as never });
    return got(answer).data.etag;
  };
  return {
    put: async (path, draft, etag) => {
      const content = contentOf(draft);
      const said = [...(unanswered.get(path) ?? []), content];
      unanswered.set(path, said);
      const put = await putOver(path, content, etag).catch(async (error: unknown) => {
        if (!isStatus(error, 412)) throw error;
        const there = await readDraft(id, path);
        const isHere = there === undefined || (there.by.id === person && isOneOf(said, there.content));
        return isHere ? putOver(path, content, there?.etag) : undefined;
      });
      unanswered.delete(path);
      // The other one is offered beside what is written.
      if (put === undefined && mayLook()) void queries.invalidateQueries({ queryKey: draftsKey(id) });
      return put;
    },
    read: async (path) => {
      const there = await readDraft(id, path);
      const draft = draftIn(there?.content as FieldValue | undefined);
      if (there === undefined || draft === undefined) return undefined;
      const { by, savedAt: at, etag } = there;
      return { ...draft, etag, by: { id: by.id, name: by.name ?? by.id, at } };
    },
    drop: (path, etag) => dropDraft(id, path, etag),
  };
}

const isOneOf = (all: readonly FieldRecord[], content: unknown): boolean =>
  all.some((one) => isSame(one, content as FieldValue));

/** Throws a draft away in that version. One that is gone, or that somebody has left anew since, is no longer this one. */
export async function dropDraft(id: string, path: string, etag: string): Promise<void> {
  try {
    const params = { path: { id, path }, header: { 'If-Match': etag } };
    got(await api.DELETE('/post-mortems/{id}/drafts/{path}', { params }));
  } catch (error) {
    if (!isStatus(error, 404) && !isStatus(error, 412)) throw error;
  }
}

async function readDraft(id: string, path: string) {
  try {
    return got(await api.GET('/post-mortems/{id}/drafts/{path}', { params: { path: { id, path } } })).data;
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

const isStatus = (error: unknown, status: number) => error instanceof Refusal && error.status === status;

function contentOf({ base, mine }: Draft): FieldRecord {
  const whole = base === undefined ? { mine } : { base, mine };
  return new TextEncoder().encode(JSON.stringify(whole)).length > MOST_BYTES ? { mine } : whole;
}

/** A draft of another client, or of an earlier console, says only what was written, not on what. */
function draftIn(content: FieldValue | undefined): Draft | undefined {
  if (!isFieldRecord(content)) return undefined;
  const { base, mine, ...others } = content;
  if (!isFieldRecord(mine) || Object.keys(others).length > 0) return { base: undefined, mine: content };
  return { base: isFieldRecord(base) ? base : undefined, mine };
}
