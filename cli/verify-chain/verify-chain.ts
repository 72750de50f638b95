import { readAnchors } from '../../shared/audit/read-anchors.ts';
import { type Examined, verifyRecords } from '../../shared/audit/verify-records.ts';
import type { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import type { CommandDependencies } from '../command.ts';
import { whileBusy } from '../terminal.ts';
import { anchorBucket } from './anchor-bucket.ts';
import { reportText } from './report-text.ts';

/** @returns whether every record is as its log says, and every log as the anchors say */
export async function verifyChain(
  { installation, terminal, now, asJson }: CommandDependencies,
  only?: PostMortemId,
): Promise<boolean> {
  const report = await whileBusy(terminal, 'reading the anchors', async (say) => {
    const files = await anchorBucket(installation.files, installation.output('AnchorBucketName'), (done, all) =>
      say(`reading the anchors: ${done} of ${all}`),
    );
    const progress = (done: number, all: number, examined?: Examined) => say(progressText(done, all, examined));
    return verifyRecords({ table: installation.table, anchors: readAnchors(files), now, progress }, only);
  });
  terminal.out(asJson ? `${JSON.stringify(report, undefined, 2)}\n` : reportText(report));
  return report.isWhole;
}

/** A record that is long says how far it is. */
function progressText(done: number, all: number, examined?: Examined): string {
  const records = `examining records: ${done} of ${all}`;
  if (examined === undefined || examined.entries < LONG_LOG) return records;
  const timeline = examined.timeline === 0 ? '' : `, ${examined.timeline} of its timeline`;
  return `${records}; ${examined.entries} entries of the next one are read${timeline}`;
}

const LONG_LOG = 500;
