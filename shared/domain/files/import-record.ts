import type { DomainEvent } from '../events/events.ts';
import type { Sha256 } from '../history/audit-chain.ts';
import type { HoldfastConfig } from '../policy/policy.ts';
import { applyToPostMortem } from '../record/apply-post-mortem.ts';
import { type Part, partsIn } from '../record/content/parts.ts';
import { SECTION_NAMES, WrittenSection } from '../record/content/sections.ts';
import { openByHand } from '../record/decide/open-record.ts';
import { bytesOf, ITEM_LIMIT_BYTES, mustFit } from '../record/decide/record-size.ts';
import * as write from '../record/decide/write-record.ts';
import type { RecordEvent } from '../record/events/record-events.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import type { PostMortemId } from '../words/identifiers.ts';
import type { Author } from '../words/person.ts';
import { Refusal } from '../words/refusal.ts';
import { endStatus, type Import } from './import.ts';
import { mustBeAssignableHere } from './import-assignment.ts';
import { type ImportIds, importIds } from './import-ids.ts';
import { importedPartsByPath } from './import-parts.ts';
import type { PostMortemFile } from './post-mortem-file.ts';

type Rules = Pick<HoldfastConfig, 'postMortem'>;
type RehearsalRules = Rules & Pick<HoldfastConfig, 'teams' | 'remediation' | 'jira'>;

/**
 * Facts in the log of a half-imported record that the record does not hold. `entryIds`: of the timeline, also of entries that
 * somebody took out since.
 */
export type ImportProgress = { entryIds: ReadonlySet<string>; isFinished: boolean };

export const NO_PROGRESS: ImportProgress = { entryIds: new Set(), isFinished: false };

/**
 * One change of the record. It passes over what is there already, also when people wrote it, so that it may be tried again on
 * a record that people write in. A part that somebody took out comes back: other parts of the file may name it.
 */
export type ImportStep = (record: PostMortem, progress: ImportProgress) => RecordEvent[];

/** Each brings its event and its item, and DynamoDB takes 100 items in a transaction. */
const COMMANDS_AT_ONCE = 20;
/** Each part is stored twice, in its event and in its item; DynamoDB takes 400 KB in one of these, and 4 MB in a transaction. */
const BYTES_AT_ONCE = 300_000;

export function openImported(id: PostMortemId, wanted: Import, rules: Rules): RecordEvent[] {
  const { file, sha256, at, by } = wanted;
  return openByHand(id, file, by, at, rules, { id: file.id, sha256, at, endsAs: endStatus(wanted) });
}

/**
 * The changes that fill the opened record in, in order. Ids follow from the file, so that a second try finds what the
 * first one wrote.
 *
 *     opened ── sections, parts ── timeline, piece by piece ── Import Finished
 *                     └─ a crash: the same steps again, and those before it do nothing
 */
export function importSteps(wanted: Import, sha256: Sha256): ImportStep[] {
  const { file, by, at } = wanted;
  const ids = importIds(wanted, sha256);
  return [
    ...cut(commandsOf(wanted, ids), ({ bytes }) => bytes, COMMANDS_AT_ONCE).map(together),
    ...timelineSteps(file, ids, by),
    ({ id, status }, { isFinished }) =>
      status === 'open' && !isFinished
        ? [{ type: 'Import Finished', data: { postMortemId: id, status: endStatus(wanted), at, by } }]
        : [],
  ];
}

/** How far the import of a record came, by its log. @param before by the entries before these */
export function importProgress(log: readonly DomainEvent[], before = NO_PROGRESS): ImportProgress {
  const entries = log.flatMap((event) => (event.type === 'Timeline Entries Added' ? event.data.entries : []));
  return {
    entryIds: new Set([...before.entryIds, ...entries.map(({ id }) => id)]),
    isFinished: before.isFinished || log.some(({ type }) => type === 'Import Finished'),
  };
}

/**
 * Everything that an import would do, without a store.
 *
 * @throws Refusal when the rules do not allow it, or DynamoDB would not take it: an import must not break off half-way
 */
export function rehearse(id: PostMortemId, wanted: Import, rules: RehearsalRules, sha256: Sha256): PostMortem {
  const opened = openImported(id, wanted, rules).reduce<PostMortem | undefined>(applyToPostMortem, undefined);
  if (opened === undefined) throw new Error('a record begins with the event that opens it');
  const ids = importIds(wanted, sha256);
  for (const command of commandsOf(wanted, ids)) mustBeAnItem(command);
  mustBeAssignableHere(wanted, ids, rules);
  return importSteps(wanted, sha256).reduce(after, opened);
}

function after(before: PostMortem, step: ImportStep): PostMortem {
  const events = step(before, NO_PROGRESS);
  const record = events.reduce(applyToPostMortem, before);
  mustFit(before, record, events);
  return record;
}

/** `path`: where in the file it comes from. */
type Command = { path: string; bytes: number; step: ImportStep };

function commandsOf(wanted: Import, ids: ImportIds): Command[] {
  const { file, by } = wanted;
  return [
    ...sectionCommands(file, by),
    ...importedPartsByPath(wanted, ids).map(([path, part]) => partCommand(part, path, by)),
    ...worksWithCommands(file, ids, by),
  ];
}

function mustBeAnItem({ path, bytes }: Command): void {
  if (bytes <= ITEM_LIMIT_BYTES) return;
  const message =
    `it has ${bytes} bytes in UTF-8, and DynamoDB takes ${ITEM_LIMIT_BYTES} of them in one item: ` +
    'shorten it, or keep it in a file and name that as evidence';
  throw new Refusal('limit', `${path}: ${message}`, [{ path, message }]);
}

function sectionCommands({ sections }: PostMortemFile, by: Author): Command[] {
  return SECTION_NAMES.flatMap((section) => {
    const content = sections[section];
    if (content === undefined) return [];
    const written = WrittenSection.parse({ section, content });
    return {
      path: `sections.${section}`,
      bytes: bytesOf(content),
      step: (record) => (record.sections[section] === undefined ? write.writeSection(record, written, by) : []),
    };
  });
}

function partCommand(part: Part, path: string, by: Author): Command {
  return {
    path,
    bytes: bytesOf(part),
    step(record) {
      if (hasPart(record, part)) return [];
      if (part.kind === 'root cause') return write.addRootCause(record, part.content, by);
      if (part.kind === 'contributing factor') return write.addContributingFactor(record, part.content, by);
      return write.addPart(record, part, by);
    },
  };
}

/** Causes may name each other, so all of them are there before any says which it works with. */
function worksWithCommands({ rootCauses }: PostMortemFile, ids: ImportIds, by: Author): Command[] {
  return rootCauses.flatMap(({ worksWith, ...cause }, index) => {
    if (worksWith === undefined) return [];
    const id = ids.cause(index);
    const named = worksWith.map(ids.named);
    return {
      path: `rootCauses.${index}.worksWith`,
      bytes: bytesOf({ ...cause, id, worksWith: named }),
      step(record) {
        const found = record.rootCauses.find((one) => one.id === id);
        if (found === undefined || found.worksWith !== undefined) return [];
        return write.changePart(record, { kind: 'root cause', content: { ...found, worksWith: named } }, by);
      },
    };
  });
}

/** Adds the entries of a piece that are not there yet: an earlier version may have cut the pieces elsewhere. */
function timelineSteps({ timeline }: PostMortemFile, ids: ImportIds, by: Author): ImportStep[] {
  const idOf = new Map(timeline.map(({ id }, index) => [id, ids.entry(index)]));
  const entries = timeline.map(({ corrects, ...entry }, index) => {
    const corrected = corrects && idOf.get(corrects.id);
    const setRight =
      corrects === undefined || corrected === undefined ? {} : { corrects: { ...corrects, id: corrected } };
    return { ...entry, ...setRight, id: ids.entry(index) };
  });
  return cut(entries, bytesOf, write.ENTRIES_AT_ONCE).map((piece): ImportStep => {
    return (record, { entryIds }) => {
      const missing = piece.filter(({ id }) => !entryIds.has(id));
      return missing.length === 0 ? [] : write.addTimelineEntries(record, missing, by);
    };
  });
}

function hasPart(record: PostMortem, { kind, content }: Part): boolean {
  // A fact is set right once: who did it meanwhile is right, and the file says it too late.
  if (kind === 'correction' && record.corrections.some(({ of }) => of === content.of)) return true;
  return partsIn(record).some((one) => one.content.id === content.id);
}

function together(commands: readonly Command[]): ImportStep {
  return (before, progress) => {
    let record = before;
    const events: RecordEvent[] = [];
    for (const { step } of commands) {
      const more = step(record, progress);
      record = more.reduce(applyToPostMortem, record);
      events.push(...more);
    }
    return events;
  };
}

/** In pieces that have at most so many, and are no larger than an item of DynamoDB, unless one alone is. */
function cut<One>(all: readonly One[], sizeOf: (one: One) => number, limit: number): One[][] {
  const pieces: One[][] = [];
  let room = 0;
  for (const one of all) {
    const last = pieces.at(-1);
    const bytes = sizeOf(one);
    room -= bytes;
    if (last === undefined || last.length === limit || room < 0) {
      pieces.push([one]);
      room = BYTES_AT_ONCE - bytes;
    } else last.push(one);
  }
  return pieces;
}
