import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { readRecord, showRecord } from '../record/record-data.ts';
import { Told } from '../record/told.tsx';

export type Piece = Schemas['Evidence'];

type Announced = { sha256: string; description: string; key: string };

/** Announces a file by its hash, sends it as the API says, and has it looked at. @returns what is known of it then */
export async function sendFile(id: string, file: File, { sha256, description, key }: Announced): Promise<Piece> {
  const body = {
    // The API takes no slash in a name, and no control character.
    name: file.name.replace(/[\p{Cc}/\\]/gu, '_').slice(0, 200),
    mediaType: /^[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/.test(file.type) ? file.type : 'application/octet-stream',
    bytes: file.size,
    sha256,
    ...(description.trim() === '' ? {} : { description }),
  };
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  const { evidence, upload } = got(await api.POST('/post-mortems/{id}/evidence', { params, body: body as never })).data;
  // It stands in the record from here on, also where the way to the store fails.
  showRecord((await readRecord(id)).data);
  await put(upload, file);
  return check(id, evidence.id);
}

/** Sends a file of which only the announcement is there. */
export async function sendAgain(id: string, part: string, file: File): Promise<Piece> {
  const params = { path: { id, part } };
  const { upload } = got(await api.POST('/post-mortems/{id}/evidence/{part}/upload-link', { params })).data;
  await put(upload, file);
  return check(id, part);
}

/** Has it looked at whether a file is there, and is what was announced. */
export async function check(id: string, part: string): Promise<Piece> {
  const params = { path: { id, part } };
  const { evidence } = got(await api.POST('/post-mortems/{id}/evidence/{part}/received-check', { params })).data;
  showRecord((await readRecord(id)).data);
  return evidence;
}

async function put(upload: { url: string; headers: Record<string, string> }, file: File): Promise<void> {
  // The browser says the length itself, and lets no page say it.
  const headers = Object.fromEntries(
    Object.entries(upload.headers).filter(([name]) => !/^(content-length|host)$/i.test(name)),
  );
  const response = await fetch(upload.url, { method: 'PUT', headers, body: file });
  if (!response.ok) throw new Told(`The store refused the file: ${response.status}. It is announced; send it again.`);
}
