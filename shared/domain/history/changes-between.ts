import { parseEvent } from '../events/events.ts';
import type { ChainedEvent } from '../events/recorded-event.ts';
import { applyToPostMortem } from '../record/apply-post-mortem.ts';
import { changedPaths } from '../record/changed-paths.ts';
import { PartLists } from '../record/content/parts.ts';
import { SECTION_NAMES } from '../record/content/sections.ts';
import type { TimelineEntry } from '../record/content/timeline.ts';
import { isLookEvent } from '../record/events/look-events.ts';
import { isRecordEvent, type RecordEvent } from '../record/events/record-events.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import { timelineOf } from '../record/timeline-of.ts';
import { canonicalJson } from '../words/canonical-json.ts';
import type { Actor } from '../words/person.ts';

/** Who changed a field, when they did so last, and the revision that came of it. */
export type Hand = { by: Actor; at: string; revision: number };

/** A field that is another one at the end than at the beginning. Without `before` it is new, without `after` it is gone. */
export type FieldChange = { path: string; before?: unknown; after?: unknown; hands: Hand[] };

type Change = Pick<FieldChange, 'path' | 'before' | 'after'>;
type Touched = { before: unknown; after: unknown; hands: (Hand & { path: string })[] };

/**
 * Fields of a record that differ between two revisions, by path, from its log. What was changed and changed back is not told.
 *
 * @param log from the opening on
 * @throws Error when the log tells what cannot happen
 */
export function changesBetween(log: readonly ChainedEvent[], from: number, to: number): FieldChange[] {
  const changes = changesIn(from, to);
  changes.follow(log);
  return changes.told();
}

/**
 * The same from a log that is read page by page, and not kept.
 *
 * @throws Error when the log tells what cannot happen
 */
export function changesIn(from: number, to: number) {
  const timeline = new Map<string, TimelineEntry>();
  const touched = new Map<string, Touched>();
  let record: PostMortem | undefined;

  function followOne({ type, data, actor, occurredAt }: ChainedEvent): 'after the end' | undefined {
    const event = parseEvent(type, data);
    if (!isRecordEvent(event) || isLookEvent(event)) return undefined;
    const next = applyToPostMortem(record, event);
    if (next.revision > to) return 'after the end';
    const isWithin = next.revision > from;
    const paths = isWithin ? changedPaths(event) : [];
    const before = paths.map((path) => valueAt(path, record, timeline));
    followTimeline(timeline, event);
    for (const [index, path] of paths.entries()) {
      const [old, now] = [before[index], valueAt(path, next, timeline)];
      const known = touched.get(path) ?? { before: old, after: now, hands: [] };
      const hands = differences(path, old, now).map((one) => ({
        path: one.path,
        by: actor,
        at: occurredAt,
        revision: next.revision,
      }));
      touched.set(path, { before: known.before, after: now, hands: [...known.hands, ...hands] });
    }
    record = next;
    return undefined;
  }

  return {
    /** Follows the next entries of the log. @returns true when those after them are of later revisions */
    follow: (page: readonly ChainedEvent[]): boolean => page.some((event) => followOne(event) !== undefined),
    told: (): FieldChange[] =>
      [...touched]
        .flatMap(([path, { before, after, hands }]) =>
          differences(path, before, after).map((change) => ({ ...change, hands: handsIn(change.path, hands) })),
        )
        .toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))),
  };
}

/** The same as `timelineOf` of the log so far, event by event. */
function followTimeline(timeline: Map<string, TimelineEntry>, event: RecordEvent): void {
  if (event.type === 'Timeline Entry Removed') timeline.delete(event.data.entry.id);
  for (const entry of timelineOf([event])) timeline.set(entry.id, entry);
}

const LISTS = PartLists.keyof().options;
/** Of the head and beside the parts, without versions, its counts and the approvals, which any change of content voids. */
const HEAD_FIELDS = [
  ...(['status', 'kind', 'category', 'severity', 'tlp', 'dueAt', 'absorbed', 'ended'] as const),
  ...(['dismissedHints'] as const),
  ...(['returnedBecause', 'isLinkedToTicket'] as const),
] as const;

/** What stands at a path as `changedPaths` names it. */
function valueAt(path: string, record: PostMortem | undefined, timeline: ReadonlyMap<string, TimelineEntry>): unknown {
  const [place = '', name = ''] = path.split('.');
  if (record === undefined) return undefined;
  if (place === 'timeline') return timeline.get(name);
  const section = SECTION_NAMES.find((one) => place === 'sections' && one === name);
  if (section !== undefined) return record.sections[section];
  const list = LISTS.find((one) => one === place);
  if (list !== undefined) return record[list].find(({ id }) => id === name);
  const field = HEAD_FIELDS.find((one) => one === path);
  return field === undefined ? undefined : record[field];
}

/** Fields that differ between two values; the whole where one of them is missing or no object. */
function differences(path: string, before: unknown, after: unknown): Change[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (!isObject(before) || !isObject(after)) return [changeOf(path, before, after)];
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => canonicalJson(old.get(field)) !== canonicalJson(now.get(field)))
    .map((field) => changeOf(`${path}.${field}`, old.get(field), now.get(field)));
}

const changeOf = (path: string, before: unknown, after: unknown): Change => ({
  path,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The hands in a field, or in the whole of which it is a part, or in any part of it: each actor once, the last first. */
function handsIn(path: string, hands: Touched['hands']): Hand[] {
  const isIn = (one: string): boolean => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`);
  const newest = hands.filter((hand) => isIn(hand.path)).toReversed();
  const seen = new Set<string>();
  return newest.flatMap(({ by, at, revision }) => {
    const who = `${by.kind}#${by.id}`;
    if (seen.has(who)) return [];
    seen.add(who);
    return [{ by, at, revision }];
  });
}
