import type { RecordStatus } from '../record/post-mortem.ts';
import type { Author } from '../words/person.ts';
import type { PostMortemFile } from './post-mortem-file.ts';

/** What a file brings, and who brings it. `status`: what the record ends with; without it, what the file says. */
export type Import = {
  file: PostMortemFile;
  /** Of the canonical JSON of the file as it came. */
  sha256: string;
  /** When it was begun: a second try after a crash goes on under the same one. */
  at: string;
  by: Author;
  status?: 'open' | 'closed' | undefined;
};

/** A fix that was approved elsewhere is not followed here: what was decided on is a past incident, and closed. */
export function endStatus({ file, status }: Pick<Import, 'file' | 'status'>): RecordStatus {
  if (status !== undefined) return status;
  if (file.status === 'approved') return 'closed';
  return file.status === 'in review' ? 'open' : file.status;
}
