import type { RecordView } from '../../shared/api/routes/record-answer.ts';
import type { PartKind } from '../../shared/domain/record/content/parts.ts';
import { canonicalJson } from '../../shared/domain/words/canonical-json.ts';
import type { PlannedPart } from './plan-parts.ts';

/** Field of a file that writing does not take, where it is, and what does. */
export type NotTaken = { path: string; instead: string };

const LESSON = 'holdfast lesson in-place, confirm, refuse or no-longer-holds';
const MEASURE = 'holdfast measure removed or extend';

/** Fields of parts that only a decision of their own sets: somebody answers for it, and a file is nobody's word. */
const DECIDED: Partial<Record<PartKind, Readonly<Record<string, string>>>> = {
  lesson: { status: LESSON, claim: LESSON, inPlace: LESSON, reopened: LESSON },
  'temporary measure': { status: MEASURE, removal: MEASURE, extensions: MEASURE },
};

/** Fields that the parts of a file have otherwise than the record that was written with it. */
export function notTakenOf(
  planned: readonly PlannedPart[],
  ids: ReadonlyMap<string, string>,
  record: RecordView,
): NotTaken[] {
  return planned.flatMap(({ list, shape, index, content }) => {
    const parts: readonly { id: string }[] = record[list];
    const now = new Map(Object.entries(parts.find(({ id }) => id === ids.get(`${list}/${index}`)) ?? {}));
    return Object.entries(DECIDED[shape.kind] ?? {})
      .filter(([field]) => content[field] !== undefined && content[field] !== null)
      .filter(([field]) => !now.has(field) || canonicalJson(content[field]) !== canonicalJson(now.get(field)))
      .map(([field, instead]) => ({ path: `${list}.${index}.${field}`, instead }));
  });
}
