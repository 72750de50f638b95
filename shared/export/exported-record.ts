import { exportRecord } from '../domain/files/export-record.ts';
import type { PostMortemFile } from '../domain/files/post-mortem-file.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { RecordComment } from '../domain/record/content/comment.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import type { Remediation } from '../domain/remediation/remediation.ts';
import { atPresentAddress } from '../domain/ticket/jira-site.ts';
import type { RecordStore } from '../store/records/record-store.ts';

/** Everything that is to be told of a record. */
export type ExportedRecord = {
  record: PostMortem;
  file: PostMortemFile;
  remediations: readonly Remediation[];
  /** Where they were asked for. They are no part of the file. */
  comments?: readonly RecordComment[];
  /** Records that a review looks at and whoever asks may not read: they are not in its scope here. */
  coversWithheld?: number;
};

/** A record with what is stored beside it. Whoever asks has seen to it that it may be read. */
export async function exportedRecord(
  store: Pick<RecordStore, 'remediations' | 'wholeTimeline' | 'comments'>,
  stored: PostMortem,
  { jira }: Pick<HoldfastConfig, 'jira'>,
  { withComments }: { withComments: boolean } = { withComments: false },
): Promise<ExportedRecord> {
  const record = atPresentAddress(stored, jira);
  const remediations = await store.remediations(record.id);
  const file = exportRecord(record, await store.wholeTimeline(record.id), remediations);
  return { record, file, remediations, ...(withComments ? { comments: await store.comments(record.id) } : {}) };
}
