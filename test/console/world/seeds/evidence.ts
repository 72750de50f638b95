import { createHash } from 'node:crypto';
import * as z from 'zod';
import { waitUntil } from '../../../../local/wait-until.ts';
import type { WorldSoFar } from '../world-so-far.ts';

const Offer = z.object({
  evidence: z.object({ id: z.string() }),
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
const Piece = z.object({ status: z.string() });

/** Two files that are held, and one that was announced and did not come. */
export async function seedEvidence({ people: { nina } }: WorldSoFar, id: string): Promise<void> {
  await held('gateway.log', 'text/plain', '203.0.113.7 GET /invoices/4711 200\n203.0.113.7 GET /invoices/4712 200\n');
  await held('invoices-read.csv', 'text/csv', 'invoice,customer\n4711,C-12\n4712,C-81\n');
  await announced('screenshot-of-the-portal.png', 'image/png', 'to come');

  async function announced(name: string, mediaType: string, text: string) {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const draft = { name, mediaType, bytes: Buffer.byteLength(text), sha256 };
    return Offer.parse(await nina.must('POST', `/post-mortems/${id}/evidence`, draft));
  }

  async function held(name: string, mediaType: string, text: string): Promise<void> {
    const { evidence, upload } = await announced(name, mediaType, text);
    const { 'content-length': _, ...headers } = upload.headers;
    const { status } = await fetch(upload.url, { method: 'PUT', headers, body: text });
    if (status !== 200) throw new Error(`the upload of ${name} was answered with ${status}`);
    await waitUntil(
      `${name} is held`,
      async () => Piece.parse(await nina.must('GET', `/post-mortems/${id}/evidence/${evidence.id}`)),
      (piece) => piece.status === 'held',
    );
  }
}
