import { DEFAULT_CONFIG } from '../../shared/domain/policy/policy.ts';
import type { TimelineEntry } from '../../shared/domain/record/content/timeline.ts';
import { exportedRecord } from '../../shared/export/exported-record.ts';
import { inBytes } from '../../shared/export/in-bytes.ts';
import { EXPORT_FORMATS, recordPieces } from '../../shared/export/render-record.ts';
import { aPartId, aRecord } from '../support/world/records.ts';

/*
 * Memory that the largest export takes: 10,000 entries of 3,800 characters, in words that take two bytes a character in
 * memory. Prints the most that the process ever had, in MB, for the format that is named:
 *
 *     npm run bench:export html
 */

const format = EXPORT_FORMATS.find((one) => one === process.argv[2]) ?? 'json';
const WORDS = 'what "they" saw & did… '.repeat(165);

const entry = (index: number): TimelineEntry => ({
  id: aPartId(),
  at: new Date(Date.UTC(2026, 10, 20) + index * 1_000).toISOString(),
  // Decoded, as what comes from the network is: one text in memory for each entry.
  what: Buffer.from(`${index} ${WORDS}`).toString(),
  kind: 'action',
  origin: 'person',
});

const exported = await exportedRecord(
  {
    remediations: () => Promise.resolve([]),
    comments: () => Promise.resolve([]),
    wholeTimeline: () => Promise.resolve(Array.from({ length: 10_000 }, (_, index) => entry(index))),
  },
  aRecord(),
  DEFAULT_CONFIG,
);
let bytes = 0;
for (const piece of inBytes(recordPieces(exported, format, DEFAULT_CONFIG))) bytes += piece.length;
const peakMb = Math.round(process.resourceUsage().maxRSS / 1_024);
process.stdout.write(`${JSON.stringify({ format, bytes, peakMb })}\n`);
