import type { paths } from '../../client/api.ts';
import type { Tlp } from '../marks/tlp-order.ts';
import { to } from '../router/to.ts';

export type MyWork = paths['/my-work']['get']['responses']['200']['content']['application/json'];

export type WorkItem = {
  /** Kind and id: the same thing has the same one, whichever group it is in. */
  key: string;
  /** Of the incident; absent where few may read. */
  incident?: string | undefined;
  words?: string | undefined;
  about?: string | undefined;
  tlp: Tlp;
  /** Id to show where nothing else may be shown. */
  id: string;
  dueAt?: string | undefined;
  href: string;
};

export type WorkGroup = { name: GroupName; items: readonly WorkItem[]; isMore: boolean };
export type GroupName = keyof typeof GROUPS;

/** Groups in the order in which work is shown, with what each wants done. */
export const GROUPS = {
  toDecide: { words: 'Decide', action: 'Review' },
  toWrite: { words: 'Write', action: 'Go on' },
  toProve: { words: 'Prove', action: 'Story' },
  toPutInPlace: { words: 'Put in place', action: 'Put in place' },
  toConfirm: { words: 'Confirm', action: 'Confirm' },
  toReview: { words: 'Review', action: 'Review' },
  toUndo: { words: 'Undo', action: 'Undo' },
} as const;

/** What waits for somebody: each thing once, in the first group that has it, the earliest deadline first. */
export function workGroups(work: MyWork): WorkGroup[] {
  const seen = new Set<string>();
  const groups = (Object.keys(GROUPS) as GroupName[]).map((name): WorkGroup => {
    const own = ITEMS[name](work).filter(({ key }) => !seen.has(key));
    for (const { key } of own) seen.add(key);
    return { name, items: byDeadline(own), isMore: work[name].more };
  });
  return groups.filter(({ items, isMore }) => items.length > 0 || isMore);
}

const byDeadline = (items: readonly WorkItem[]) =>
  items.toSorted((a, b) => dueOf(a) - dueOf(b) || a.key.localeCompare(b.key));
const dueOf = ({ dueAt }: WorkItem) => (dueAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(dueAt));

const ITEMS: Record<GroupName, (work: MyWork) => WorkItem[]> = {
  toDecide: ({ toDecide }) => toDecide.lines.map((line) => recordItem(line, to.review(line.id))),
  toWrite: ({ toWrite }) => toWrite.lines.map((line) => recordItem(line, to.record(line.id))),
  toProve: ({ toProve }) => toProve.lines.map(fixItem),
  toPutInPlace: ({ toPutInPlace }) => toPutInPlace.lines.map((line) => lessonItem(line, '?status=open')),
  toConfirm: ({ toConfirm }) => toConfirm.lines.map((line) => lessonItem(line, '?status=claimed')),
  toReview: ({ toReview }) => toReview.lines.map((line) => lessonItem(line, '?status=in+place')),
  toUndo: ({ toUndo }) => toUndo.lines.map(measureItem),
};

/** Records to begin that are named; all of them are in the list. */
const MOST_TO_BEGIN = 5;

/**
 * Open records in which the person has no part yet, such as that of an incident which was closed just now. Whoever has more to
 * write than is told is shown none: which of them are their own is not known.
 */
export function recordsToBegin(work: MyWork, open: readonly MyWork['toWrite']['lines'][number][]): WorkItem[] {
  if (work.toWrite.more) return [];
  const own = new Set(work.toWrite.lines.map(({ id }) => id));
  return open
    .filter(({ id }) => !own.has(id))
    .slice(0, MOST_TO_BEGIN)
    .map((line) => recordItem(line, to.record(line.id)));
}

function recordItem(line: MyWork['toDecide']['lines'][number], href: string): WorkItem {
  const common = { key: `record ${line.id}`, id: line.id, tlp: line.tlp, href };
  if (!('incident' in line)) return common;
  const { incident, dueAt, severity } = line;
  return { ...common, incident: incident.key, words: incident.title, about: severity, dueAt };
}

function fixItem(line: MyWork['toProve']['lines'][number]): WorkItem {
  const href = to.fix(line.postMortemId, line.id);
  const common = { key: `fix ${line.id}`, id: line.id, tlp: line.tlp, href };
  if (!('title' in line)) return common;
  return {
    ...common,
    incident: line.ticket?.key ?? line.incident,
    words: line.title,
    about: line.ownerTeam,
    dueAt: line.dueAt,
  };
}

function lessonItem(line: MyWork['toConfirm']['lines'][number], search: string): WorkItem {
  const common = { key: `lesson ${line.id}`, id: line.id, tlp: line.tlp, href: to.lessons(search) };
  if (!('statement' in line)) return { ...common, href: to.record(line.postMortemId) };
  return {
    ...common,
    incident: line.incident,
    words: line.statement,
    about: `${line.updates}: ${line.document}`,
    dueAt: line.dueAt,
  };
}

function measureItem(line: MyWork['toUndo']['lines'][number]): WorkItem {
  const common = { key: `measure ${line.id}`, id: line.id, tlp: line.tlp, href: to.measures() };
  if (!('what' in line)) return { ...common, href: to.record(line.postMortemId) };
  return { ...common, incident: line.incident, words: line.what, about: line.ownerTeam, dueAt: line.until };
}
