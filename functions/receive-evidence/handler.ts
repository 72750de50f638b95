import * as z from 'zod';
import { onMessages, type QueueDependencies } from '../../runtime/queue/queue-messages.ts';
import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type ReceiveDependencies, type Received, receiveUpload } from '../../shared/evidence/receive-upload.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
const Uploads = z.object({
  Records: z.array(
    z.object({
      eventName: z.string().startsWith('ObjectCreated:'),
      responseElements: z.object({ 'x-amz-request-id': z.string() }),
      s3: z.object({ object: z.object({ key: z.string(), versionId: z.string() }) }),
    }),
  ),
});

/** S3 sends it once, to see whether the queue is there. */
const TestEvent = z.object({ Event: z.literal('s3:TestEvent') });

const COUNTED: Record<Received, string> = {
  held: 'EvidenceHeld',
  refused: 'EvidenceRefused',
  repeated: 'EvidenceRepeated',
  copy: 'EvidenceCopied',
  'second version': 'EvidenceSecondVersion',
  unknown: 'EvidenceUnknown',
  gone: 'EvidenceGone',
};

/** Judges every upload that S3 tells of. */
export function receiveEvidenceHandler(deps: ReceiveDependencies & QueueDependencies & { telemetry: Telemetry }) {
  return onMessages(deps, async (body) => {
    if (TestEvent.safeParse(body).success) return;
    for (const { s3, responseElements } of Uploads.parse(body).Records) {
      const { versionId } = s3.object;
      const key = decoded(s3.object.key);
      const cause = systemCause('receive-evidence', `s3:${responseElements['x-amz-request-id']}`);
      const received = await receiveUpload(deps, { key, versionId }, cause);
      deps.telemetry.count(COUNTED[received]);
      deps.telemetry.info('upload judged', { key, versionId, received });
    }
  });
}

/** Keys come as in a form: "red flower.jpg" is red+flower.jpg. One that cannot be decoded is none that we gave: as it is. */
function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}
