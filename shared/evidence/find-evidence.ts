import type { Evidence } from '../domain/record/content/evidence.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import type { PartId } from '../domain/words/identifiers.ts';
import { NotFound } from '../store/errors.ts';

/** @throws NotFound when the record has none of this id */
export function evidenceIn(record: PostMortem, id: PartId): Evidence {
  const found = record.evidence.find((one) => one.id === id);
  if (found === undefined) throw new NotFound(`evidence ${id} in post-mortem ${record.id}`);
  return found;
}
