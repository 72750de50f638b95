import { api, type Schemas } from '../../data/api.ts';
import { got, Refusal } from '../../data/refusal.ts';
import { type FieldRecord, type FieldValue, isFieldRecord } from '../../forms/binding/field-value.ts';
import type { Draft, SharedDrafts } from './writing.ts';

/** Drafts of a record that its authors share. */
export const readDrafts = async (id: string, signal: AbortSignal): Promise<Schemas['DraftLine'][]> =>
  got(await api.GET('/post-mortems/{id}/drafts', { params: { path: { id } }, signal })).data.drafts;

/** Bytes from which on the words are shared without those that they were written on: the API takes 64 KiB. */
const MOST_BYTES = 60_000;

/**
 * The shared drafts of one record, as one writing leaves them. Of two who leave the same place unfinished, the first one has it
 * until the other takes it up: each keeps their own words here.
 */
export function sharedDrafts(id: string, person: string): SharedDrafts {
  /** Versions that were put or taken up here, by place. */
  const etags = new Map<string, string>();
  const put = async (path: string, draft: Draft, isAgain = false): Promise<boolean> => {
    const etag = etags.get(path);
    const header = etag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': etag };
    try {
      const params = { path: { id, path }, header };
      const { data } = got(
        await api.PUT('/post-mortems/{id}/drafts/{path}', { params, body: contentOf(draft) as never }),
      );
      etags.set(path, data.etag);
      return true;
    } catch (error) {
      if (isAgain || !isStatus(error, 412)) throw error;
      const there = await readDraft(id, path);
      if (there === undefined) etags.delete(path);
      else if (there.by.id !== person) return false;
      else etags.set(path, there.etag);
      return put(path, draft, true);
    }
  };
  return {
    put: (path, draft) => put(path, draft),
    read: async (path) => {
      const there = await readDraft(id, path);
      if (there === undefined) return undefined;
      etags.set(path, there.etag);
      return draftIn(there.content as FieldValue);
    },
    drop: async (path) => {
      const etag = etags.get(path) ?? (await ownEtag(id, path, person));
      etags.delete(path);
      if (etag !== undefined) await dropDraft(id, path, etag);
    },
  };
}

/** Throws a draft away in that version. One that is gone, or that somebody has left anew since, is no longer this one. */
export async function dropDraft(id: string, path: string, etag: string): Promise<void> {
  try {
    const params = { path: { id, path }, header: { 'If-Match': etag } };
    got(await api.DELETE('/post-mortems/{id}/drafts/{path}', { params }));
  } catch (error) {
    if (!isStatus(error, 404) && !isStatus(error, 412)) throw error;
  }
}

async function ownEtag(id: string, path: string, person: string): Promise<string | undefined> {
  const there = await readDraft(id, path);
  return there?.by.id === person ? there.etag : undefined;
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
function draftIn(content: FieldValue): Draft | undefined {
  if (!isFieldRecord(content)) return undefined;
  const { base, mine, ...others } = content;
  if (!isFieldRecord(mine) || Object.keys(others).length > 0) return { base: undefined, mine: content };
  return { base: isFieldRecord(base) ? base : undefined, mine };
}
