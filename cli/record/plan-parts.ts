import * as z from 'zod';
import type { PartShape } from '../../shared/api/routes/part-shapes.ts';
import type { RecordView } from '../../shared/api/routes/record-answer.ts';
import { plainWords } from '../../shared/domain/remediation/plain-words.ts';
import { canonicalJson } from '../../shared/domain/words/canonical-json.ts';
import { ANY_ID, Content, idIn, LISTS, type ListName, type RecordFile, withoutPlaces, wrong } from './record-file.ts';

/** What becomes of a part of a file. `there`: the id of the one in the record that it is. */
export type PlannedPart = {
  list: ListName;
  shape: PartShape;
  index: number;
  content: Content;
  becomes: 'added' | 'rewritten' | 'nothing new';
  there?: string;
};

/** The lists of a record as it was read. */
export type ListsRead = Pick<RecordView, ListName>;

/** What people call a part by. Under one name it is the same part in other words, unless an id says otherwise. */
const NAMED_BY: Record<PartShape['kind'], readonly string[]> = {
  'root cause': ['statement'],
  'contributing factor': ['statement'],
  observation: ['statement'],
  recommendation: ['title'],
  lesson: ['statement'],
  notification: ['regime', 'stage', 'recipient'],
  correction: ['of'],
  'temporary measure': ['kind', 'what'],
};

/**
 * Decides for each part of a file whether the record has it already: by its id, else by its name. Looks at all of them before anything
 * is written.
 *
 * @throws CommandFailure with each part of which nobody can say which one it is, or that can no longer be changed
 */
export function planParts(file: RecordFile, record: ListsRead): PlannedPart[] {
  const ids = new Map<string, string>();
  const errors: { pointer: string; detail: string }[] = [];
  const planned = LISTS.flatMap(({ list, shape }) => {
    const parts = planList({ list, shape, ids }, file.parts[list] ?? [], record[list]);
    errors.push(...parts.flatMap((one) => ('detail' in one ? [one] : [])));
    return parts.flatMap((one) => ('detail' in one ? [] : [one]));
  });
  if (errors.length > 0) throw wrong(errors);
  return planned;
}

type Existing = { id: string; status?: string | undefined };
type Problem = { pointer: string; detail: string };

function planList(
  { list, shape, ids }: { list: ListName; shape: PartShape; ids: Map<string, string> },
  wanted: readonly Content[],
  there: readonly Existing[],
): (PlannedPart | Problem)[] {
  const named = new Set(wanted.flatMap((one) => idIn(one) ?? []));
  const free = there.filter(({ id }) => !named.has(id));
  const found = new Map<number, Existing>();
  const find = (index: number, one: Existing | undefined) => {
    if (one === undefined) return;
    found.set(index, one);
    ids.set(`${list}/${index}`, one.id);
  };
  const isEqual = (content: Content, one: Existing) => {
    const resolved = withoutPlaces(content, (of, at) => ids.get(`${of}/${at}`) ?? ANY_ID);
    const words = wordsOf(shape, resolved);
    return words !== undefined && words === wordsOf(shape, one);
  };
  const isTaken = (one: Existing) => [...found.values()].includes(one);
  const alike = (content: Content) =>
    free.filter((one) => nameOf(shape, one) === nameOf(shape, content) && !isTaken(one));

  const isEqualAt = new Set<number>();
  for (const [index, content] of wanted.entries()) {
    const id = idIn(content);
    const one =
      id === undefined
        ? alike(content).find((other) => isEqual(content, other))
        : there.find((other) => other.id === id);
    find(index, one);
    if (one !== undefined && isEqual(content, one)) isEqualAt.add(index);
  }
  const open = [...wanted.entries()].filter(([index, content]) => !found.has(index) && idIn(content) === undefined);
  const candidates = new Map(open.map(([index, content]) => [index, alike(content)]));
  const rivals = (content: Content) =>
    open.filter(([, other]) => nameOf(shape, other) === nameOf(shape, content)).length;
  for (const [index, content] of open) {
    const all = candidates.get(index) ?? [];
    if (all.length === 1 && rivals(content) === 1) find(index, all[0]);
  }

  return wanted.map((content, index) => {
    const pointer = `/${list}/${index}`;
    const one = found.get(index);
    const id = idIn(content);
    const all = candidates.get(index) ?? [];
    if (one === undefined && id !== undefined)
      return { pointer, detail: `there is no ${shape.kind} ${id} in this record` };
    if (one === undefined && all.length > 0) {
      const several = all.map((other) => other.id).join(' or ');
      return {
        pointer,
        detail: `give it the \`id\` of the ${shape.kind} that it is: several have its name (${several})`,
      };
    }
    const planned = { list, shape, index, content };
    if (one === undefined) return { ...planned, becomes: 'added' };
    if (isEqualAt.has(index)) return { ...planned, becomes: 'nothing new', there: one.id };
    if (isSettled(one)) {
      const detail = `the ${shape.kind} ${one.id} is ${one.status}: it can no longer be changed, and a new one has a name of its own`;
      return { pointer, detail };
    }
    return { ...planned, becomes: 'rewritten', there: one.id };
  });
}

/** No longer its author's to change. */
export const isSettled = ({ status }: Existing): boolean =>
  status === 'approved' || status === 'claimed' || status === 'in place';

/** What an author says in a part, as it is sent; undefined for words that are no longer taken. */
export function draftOf(shape: PartShape, part: unknown): Content | undefined {
  const { status, ...fields } = Content.parse(part);
  // Whoever judges sets the others, and the same words change nothing in what they said.
  const own = status === 'draft' ? { ...fields, status } : fields;
  const request = shape.request.safeParse(own);
  return request.success ? Content.parse(shape.toPart(request.data, ANY_ID, undefined).content) : undefined;
}

function wordsOf(shape: PartShape, part: unknown): string | undefined {
  const draft = draftOf(shape, part);
  return draft === undefined ? undefined : canonicalJson(draft);
}

function nameOf({ kind }: PartShape, part: unknown): string {
  const fields = Content.parse(part);
  const name = NAMED_BY[kind].map((field) => z.string().catch('').parse(fields[field])).join(' ');
  return plainWords(name) ?? name;
}
