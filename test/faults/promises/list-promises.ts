import { fixListing } from '../../../shared/domain/lists/fix-listing.ts';
import { lessonListing } from '../../../shared/domain/lists/lesson-listing.ts';
import type { Listing } from '../../../shared/domain/lists/list-entry.ts';
import { recordListing } from '../../../shared/domain/lists/record-listing.ts';
import { wordsOfRecord } from '../../../shared/domain/lists/search-words.ts';
import { canonicalJson } from '../../../shared/domain/words/canonical-json.ts';
import { keys } from '../../../shared/store/keys.ts';
import type { KeptRecord, Remains } from './remains.ts';
import type { Violation } from './violation.ts';

const listingsOf = ({ postMortem, remediations }: KeptRecord): Listing[] => [
  recordListing(postMortem),
  lessonListing(postMortem),
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
