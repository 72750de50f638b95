import type { Schemas } from '../data/api.ts';
import { queries } from '../data/query.ts';

/** A fix as it was read, which an act is about. */
export type FixAt = { id: string; fixId: string; fix: Schemas['Remediation']; etag: string };

/** What has changed is read again wherever it is shown. */
export async function afterFixChange(id: string): Promise<void> {
  await Promise.all(
    [['record', id], ['fix', id], ['fixes'], ['my-work'], ['summary']].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  );
}
