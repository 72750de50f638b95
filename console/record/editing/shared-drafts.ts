import { api, type Schemas } from '../../data/api.ts';
import { got, Refusal } from '../../data/refusal.ts';
import { type FieldRecord, isFieldRecord } from '../../forms/binding/field-value.ts';
import type { SharedDraft } from './writing.ts';

/** Drafts of a record that its authors share. */
export const readDrafts = async (id: string, signal: AbortSignal): Promise<Schemas['DraftLine'][]> =>
  got(await api.GET('/post-mortems/{id}/drafts', { params: { path: { id } }, signal })).data.drafts;

export async function readDraft(id: string, path: string): Promise<{ value: FieldRecord; etag: string } | undefined> {
  try {
    const { data } = got(await api.GET('/post-mortems/{id}/drafts/{path}', { params: { path: { id, path } } }));
    const content = data.content as FieldRecord | undefined;
    return isFieldRecord(content) ? { value: content, etag: data.etag } : undefined;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}

/** The shared draft of one place. Of two who leave it unfinished at the same time, the later one has it: each keeps their own words here. */
export function sharedDraft(id: string, path: string): SharedDraft {
  let etag: string | undefined;
  const put = async (mine: FieldRecord, isAgain = false): Promise<void> => {
    const header = etag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': etag };
    try {
      const params = { path: { id, path }, header };
      etag = got(await api.PUT('/post-mortems/{id}/drafts/{path}', { params, body: mine as never })).data.etag;
    } catch (error) {
      if (isAgain || !(error instanceof Refusal) || error.status !== 412) throw error;
      etag = (await readDraft(id, path))?.etag;
      await put(mine, true);
    }
  };
  return {
    put,
    drop: async () => {
      etag ??= (await readDraft(id, path))?.etag;
      if (etag === undefined) return;
      got(
        await api.DELETE('/post-mortems/{id}/drafts/{path}', {
          params: { path: { id, path }, header: { 'If-Match': etag } },
        }),
      );
      etag = undefined;
    },
  };
}
