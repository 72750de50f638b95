import { createHash } from 'node:crypto';
import * as z from 'zod';
import { waitUntil } from '../../../../local/wait-until.ts';
import type { RecordWriter } from '../record-writer.ts';
import type { WorldSoFar } from '../world-so-far.ts';

const Offer = z.object({
  evidence: z.object({ id: z.string() }),
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
const Piece = z.object({ status: z.string() });

/** Two files that are held, and one that was announced and did not come. */
export async function seedEvidence({ people: { nina } }: WorldSoFar, id: string): Promise<void> {
  const log = '203.0.113.7 GET /invoices/4711 200\n203.0.113.7 GET /invoices/4712 200\n';
  await heldEvidence(nina, id, { name: 'gateway.log', text: log });
  const invoices = 'invoice,customer\n4711,C-12\n4712,C-81\n';
  await heldEvidence(nina, id, { name: 'invoices-read.csv', mediaType: 'text/csv', text: invoices });
  await announced(nina, id, { name: 'screenshot-of-the-portal.png', mediaType: 'image/png', text: 'to come' });
}

type File = { name: string; text: string; mediaType?: string; [more: string]: unknown };

async function announced(by: RecordWriter, id: string, { text, mediaType = 'text/plain', ...more }: File) {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const draft = { ...more, mediaType, bytes: Buffer.byteLength(text), sha256 };
  return Offer.parse(await by.must('POST', `/post-mortems/${id}/evidence`, draft));
}

/** Announces a file of that text, uploads it, and waits until it is held. */
export async function heldEvidence(by: RecordWriter, id: string, file: File): Promise<void> {
  const { evidence, upload } = await announced(by, id, file);
  const { 'content-length': _, ...headers } = upload.headers;
  const { status } = await fetch(upload.url, { method: 'PUT', headers, body: file.text });
  if (status !== 200) throw new Error(`the upload of ${file.name} was answered with ${status}`);
  await waitUntil(
    `${file.name} is held`,
    async () => Piece.parse(await by.must('GET', `/post-mortems/${id}/evidence/${evidence.id}`)),
    (piece) => piece.status === 'held',
  );
}
