import { applyToPostMortem } from './apply-post-mortem.ts';
import { canonicalJson, type Sha256 } from './audit-chain.ts';
import type { DomainEvent } from './events.ts';
import type { PostMortemId } from './identifiers.ts';
import { endStatus, type Import } from './import.ts';
import { type ImportIds, importIds } from './import-ids.ts';
import { importedParts } from './import-parts.ts';
import { openByHand } from './open-record.ts';
import type { Part } from './parts.ts';
import type { Author } from './person.ts';
import type { HoldfastConfig } from './policy.ts';
import type { PostMortem } from './post-mortem.ts';
import type { PostMortemFile } from './post-mortem-file.ts';
import { SECTION_NAMES, WrittenSection } from './sections.ts';
import { entriesIn } from './timeline.ts';
import * as write from './write-record.ts';

type Rules = Pick<HoldfastConfig, 'postMortem'>;

/** One change of the record: what is there already is passed over, so that it may be tried again. */
export type ImportStep = (record: PostMortem) => DomainEvent[];

/** Each brings its event and its item, and DynamoDB takes 100 items in a transaction. */
const COMMANDS_AT_ONCE = 20;
/** DynamoDB takes 4 MB in a transaction; a character may be four bytes, and stands in the event and in the item. */
const CHARACTERS_AT_ONCE = 300_000;

export function openImported(id: PostMortemId, { file, sha256, at, by }: Import, rules: Rules): DomainEvent[] {
  return openByHand(id, file, by, at, rules, { id: file.id, sha256, at });
}

/**
 * The changes that fill the opened record in, in order. Part ids follow from the file, so that a second try finds what
 * the first one wrote.
 *
 *     opened ── sections, parts ── timeline, 50 at a time ── Import Finished
 *                     └─ a crash: the same steps again, and those before it do nothing
 */
export function importSteps(wanted: Import, sha256: Sha256): ImportStep[] {
  const { file, by, at } = wanted;
  const ids = importIds(wanted, sha256);
  const commands = [
    ...sectionCommands(file, by),
    ...importedParts(wanted, ids).map((part) => partCommand(part, by)),
    ...worksWithCommands(file, ids, by),
  ];
  return [
    ...packed(commands).map(together),
    ...timelineSteps(file, ids, by),
    ({ id, status }) =>
      status === 'open'
        ? [{ type: 'Import Finished', data: { postMortemId: id, status: endStatus(wanted), at, by } }]
        : [],
  ];
}

/** Everything that an import would do, without a store. @throws Refusal when the rules do not allow it */
export function rehearse(id: PostMortemId, wanted: Import, rules: Rules, sha256: Sha256): PostMortem {
  const opened = openImported(id, wanted, rules).reduce<PostMortem | undefined>(applyToPostMortem, undefined);
  if (opened === undefined) throw new Error('a record begins with the event that opens it');
  return importSteps(wanted, sha256).reduce(after, opened);
}

const after = (record: PostMortem, step: ImportStep): PostMortem => step(record).reduce(applyToPostMortem, record);

type Command = { characters: number; step: ImportStep };

function sectionCommands({ sections }: PostMortemFile, by: Author): Command[] {
  return SECTION_NAMES.flatMap((section) => {
    const content = sections[section];
    if (content === undefined) return [];
    const written = WrittenSection.parse({ section, content });
    const text = canonicalJson(content);
    return {
      characters: text.length,
      step: (record) =>
        canonicalJson(record.sections[section]) === text ? [] : write.writeSection(record, written, by),
    };
  });
}

function partCommand(part: Part, by: Author): Command {
  return {
    characters: canonicalJson(part).length,
    step(record) {
      if (hasPart(record, part.content.id)) return [];
      if (part.kind === 'root cause') return write.addRootCause(record, part.content, by);
      if (part.kind === 'contributing factor') return write.addContributingFactor(record, part.content, by);
      return write.addPart(record, part, by);
    },
  };
}

/** Causes may name each other, so all of them are there before any says which it works with. */
function worksWithCommands({ rootCauses }: PostMortemFile, ids: ImportIds, by: Author): Command[] {
  return rootCauses.flatMap(({ worksWith }, index) => {
    if (worksWith === undefined) return [];
    const id = ids.cause(index);
    const named = worksWith.map(ids.named);
    return {
      characters: 1_000,
      step(record) {
        const found = record.rootCauses.find((one) => one.id === id);
        if (found === undefined || found.worksWith !== undefined) return [];
        return write.changePart(record, { kind: 'root cause', content: { ...found, worksWith: named } }, by);
      },
    };
  });
}

/** A piece goes in when exactly what comes before it is there. */
function timelineSteps({ timeline }: PostMortemFile, ids: ImportIds, by: Author): ImportStep[] {
  const entries = timeline.map((entry, index) => ({ ...entry, id: ids.entry(index) }));
  const starts = Array.from({ length: Math.ceil(entries.length / write.ENTRIES_AT_ONCE) }, (_, piece) => piece);
  return starts.map((piece) => {
    const start = piece * write.ENTRIES_AT_ONCE;
    return (record) =>
      entriesIn(record.timelineCounts) === start
        ? write.addTimelineEntries(record, entries.slice(start, start + write.ENTRIES_AT_ONCE), by)
        : [];
  });
}

function hasPart(record: PostMortem, id: string): boolean {
  const lists = [record.rootCauses, record.contributingFactors, record.observations, record.recommendations];
  return [...lists, record.lessons, record.notifications, record.evidence].some((list) =>
    list.some((one) => one.id === id),
  );
}

function together(commands: readonly Command[]): ImportStep {
  return (before) => {
    let record = before;
    const events: DomainEvent[] = [];
    for (const { step } of commands) {
      const more = step(record);
      record = more.reduce(applyToPostMortem, record);
      events.push(...more);
    }
    return events;
  };
}

function packed(commands: readonly Command[]): Command[][] {
  const packs: Command[][] = [];
  let room = 0;
  for (const command of commands) {
    const last = packs.at(-1);
    room -= command.characters;
    if (last === undefined || last.length === COMMANDS_AT_ONCE || room < 0) {
      packs.push([command]);
      room = CHARACTERS_AT_ONCE - command.characters;
    } else last.push(command);
  }
  return packs;
}
