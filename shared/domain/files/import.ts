import type { RecordStatus } from '../record/post-mortem.ts';
import type { Author } from '../words/person.ts';
import type { PostMortemFile } from './post-mortem-file.ts';

/** A file to import, and who brings it. `status`: the final status of the record; without it, the one in the file. */
export type Import = {
  file: PostMortemFile;
  /** SHA-256 of the file's canonical JSON. */
  sha256: string;
  /** Start of the import. A second try after a crash keeps it. */
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
