import { lastChange, RECORD_CHANGES } from '../../../shared/domain/lists/changes.ts';
import { fixListing } from '../../../shared/domain/lists/fix-listing.ts';
import { lessonListing } from '../../../shared/domain/lists/lesson-listing.ts';
import type { Listing } from '../../../shared/domain/lists/list-entry.ts';
import { measureListing } from '../../../shared/domain/lists/measure-listing.ts';
import { recordListing } from '../../../shared/domain/lists/record-listing.ts';
import { wordsOfRecord } from '../../../shared/domain/lists/search-words.ts';
import { canonicalJson } from '../../../shared/domain/words/canonical-json.ts';
import { changes, keys } from '../../../shared/store/keys.ts';
import { lastChangeOf } from './log-promises.ts';
import type { KeptRecord, Remains } from './remains.ts';
import type { Violation } from './violation.ts';

const listingsOf = ({ postMortem, remediations }: KeptRecord): Listing[] => [
  recordListing(postMortem),
  lessonListing(postMortem),
  measureListing(postMortem),
  ...remediations.map((fix) => fixListing(fix, postMortem)),
];

/** Whatever is late, told twice or out of order: in the end the lists show each thing as it is, and nothing else. */
export function listsAreInStep({ records, storm }: Remains): Violation[] {
  const promise = 'the lists show every record and fix as it is';
  const items = storm.table.all().filter(({ removed }) => removed !== true);
  const lines = new Map<string, string>(
    items.filter(({ pk }) => pk.startsWith('LINES#')).map(({ pk, sk, line }) => [`${pk} ${sk}`, canonicalJson(line)]),
  );
  const wanted = new Map<string, { record: string; line: string }>(
    records.flatMap((record) =>
      listingsOf(record)
        .flatMap(({ entries }) => entries)
        .map(({ list, at, id, line }) => {
          const { pk, sk } = keys.listLine(list, at, id);
          return [`${pk} ${sk}`, { record: record.id, line: canonicalJson(line) }] as const;
        }),
    ),
  );
  return [
    ...[...wanted].flatMap(([key, { record, line }]): Violation[] => {
      const shown = lines.get(key);
      if (shown === line) return [];
      const because = shown === undefined ? `${key} is missing` : `${key} shows ${shown}, not ${line}`;
      return [{ promise, because, about: [record] }];
    }),
    ...[...lines.keys()]
      .filter((key) => !wanted.has(key))
      .map((key): Violation => ({ promise, because: `${key} shows what is not there`, about: [key] })),
  ];
}

/** Whatever is late, told twice or out of order: in the end each thing stands where its last change puts it, and nowhere else. */
export function changesAreInStep({ records, storm }: Remains): Violation[] {
  const promise = 'the lists by last change have every record and fix where its log puts it';
  const wanted = new Map<string, string>(
    records.flatMap(({ id, postMortem, remediations, log }) => [
      [
        `${id} CHANGED`,
        placeText(changes.records(postMortem.status, postMortem.severity), lastChange(RECORD_CHANGES, log)),
      ],
      ...remediations.flatMap((fix): [string, string][] => [
        [`${id} ${fix.id}#CHANGED`, placeText(changes.fixes(fix.state), lastChangeOf(log, fix))],
        [`${id} ${fix.id}#CHANGED#TEAM`, placeText(changes.fixes(fix.state, fix.ownerTeam), lastChangeOf(log, fix))],
      ]),
    ]),
  );
  const found = new Map<string, string>(
    storm.table
      .all()
      .filter(({ deadlineQueue }) => String(deadlineQueue).startsWith('CHANGED#'))
      .map(({ pk, sk, deadlineQueue, deadlineAt }) => [
        `${pk.slice('LISTED#'.length)} ${sk}`,
        placeText(String(deadlineQueue), String(deadlineAt).split('#')[0]),
      ]),
  );
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((name): Violation[] => {
    const [is, should] = [found.get(name), wanted.get(name)];
    return is === should
      ? []
      : [{ promise, because: `${name} stands at ${is}, and should at ${should}`, about: [name] }];
  });
}

const placeText = (queue: string, changedAt: string | undefined): string => `${queue} ${changedAt}`;

/** A count that is wrong once is wrong for ever. */
export function countsAreRight({ records, storm }: Remains): Violation[] {
  const promise = 'the lists are as long as their counts say';
  const wanted = new Map<string, number>();
  for (const { list, tlp } of records.flatMap(listingsOf).flatMap(({ counts }) => counts)) {
    const name = `${keys.count(list).sk} ${tlp}`;
    wanted.set(name, (wanted.get(name) ?? 0) + 1);
  }
  const counted = storm.table
    .all()
    .filter(({ pk }) => pk === 'COUNTS')
    .flatMap(({ pk: _, sk, ...marks }) =>
      Object.entries(marks).map(([tlp, count]) => [`${sk} ${tlp}`, count] as const),
    );
  const found = new Map<string, number>(
    counted.map(([name, count]) => [name, Number(count)] as const).filter(([, count]) => count !== 0),
  );
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((name): Violation[] => {
    const [is, should] = [found.get(name) ?? 0, wanted.get(name) ?? 0];
    return is === should ? [] : [{ promise, because: `${name}: ${is}, and there are ${should}`, about: [name] }];
  });
}

export function recordsAreFoundByTheirWords({ records, storm }: Remains): Violation[] {
  const promise = 'a record is found by the words that it has, and by no other';
  const stored = new Set<string>(
    storm.table
      .all()
      .filter(({ pk, sk, removed }) => pk.startsWith('FIND#') && sk.endsWith('#RECORD') && removed !== true)
      .map(({ sk }) => sk),
  );
  const wanted = new Set<string>(
    records.flatMap(({ postMortem }) =>
      wordsOfRecord(postMortem).map((word) => keys.searchWord(word, postMortem.openedAt, postMortem.id, 'RECORD').sk),
    ),
  );
  const differing = [...wanted.symmetricDifference(stored)];
  return differing.map((key) => ({
    promise,
    because: `${key}: ${stored.has(key) ? 'is no word of it' : 'is missing'}`,
    about: [key],
  }));
}
