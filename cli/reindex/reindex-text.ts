import { counted } from '../../shared/document/counted.ts';
import type { PostMortemId } from '../../shared/domain/words/identifiers.ts';

export type ReindexReport = {
  /** Records and fixes that were looked at. */
  records: number;
  fixes: number;
  reports: number;
  failed: readonly { postMortemId: PostMortemId; because: string }[];
};

export function reindexText({ records, fixes, reports, failed }: ReindexReport): string {
  const lines = [
    `${counted(records, 'record')}, ${counted(fixes, 'fix', 'fixes')} and ${counted(reports, 'report')} looked at`,
    ...(failed.length === 0
      ? ['the lists are in step with them']
      : [
          `${counted(failed.length, 'record')} could not be listed; the others are:`,
          ...failed.map(({ postMortemId, because }) => `  ${postMortemId}: ${because.replaceAll(/\s+/g, ' ')}`),
        ]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
