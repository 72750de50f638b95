import * as z from 'zod';
import { linkTime, withoutRepeats } from '../../words/settings.ts';

/** Media types that investigations produce. None that a browser would run. */
const MEDIA_TYPES = [
  'text/plain',
  'text/csv',
  'text/markdown',
  'application/json',
  'application/x-ndjson',
  'application/xml',
  'application/pdf',
  'image/png',
  'image/jpeg',
  'message/rfc822',
  'application/vnd.ms-outlook',
  'application/zip',
  'application/gzip',
  'application/x-tar',
  'application/x-7z-compressed',
  'application/vnd.tcpdump.pcap',
  'application/octet-stream',
];

/** RFC 6838, section 4.2, without parameters. */
const MediaType = z.string().regex(/^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*$/i, {
  error: 'expected a media type without parameters, such as text/plain',
});

/** Files that are taken as evidence, and how long they are kept. */
export const EvidencePolicy = z
  .strictObject({
    // The most that receive-evidence reads within its time; S3 takes 5 GB in one upload.
    maxBytes: z.int().min(1).max(1_000_000_000).prefault(100_000_000),
    mediaTypes: z.array(MediaType).min(1).check(withoutRepeats()).prefault(MEDIA_TYPES),
    retentionDays: z.int().min(1).max(36_500).prefault(365),
    uploadWithin: linkTime('PT15M'),
    readWithin: linkTime('PT5M'),
  })
  .prefault({});

export type EvidencePolicy = z.infer<typeof EvidencePolicy>;
