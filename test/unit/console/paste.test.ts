import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lacksToRead } from '../../../console/record/timeline/paste/lacks-to-read.ts';
import { lacksToImport, linesOf, secretLines } from '../../../console/record/timeline/paste/lines.ts';
import { openQuestions, placeInTime, type When } from '../../../console/record/timeline/paste/place-in-time.ts';
import { readPaste } from '../../../console/record/timeline/paste/read-paste.ts';
import { namesToRoles, rolesFor } from '../../../console/record/timeline/paste/roles.ts';
import { textOfFile } from '../../../console/record/timeline/paste/text-of-file.ts';
import { saidOf } from '../../../console/record/timeline/paste-said.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const BERLIN: When = { day: '2026-11-19', zone: 'Europe/Berlin', dayOrder: '', isConfirmed: true };

/** Each line as `time name: text`, the time in UTC. */
const told = (text: string, when: Partial<When> = {}) =>
  placeInTime(readPaste(text), { ...BERLIN, ...when }).map(
    ({ placedAt, name, text: what }) => `${placedAt?.slice(0, 16)} ${name ?? '-'}: ${what}`,
  );

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

/** Spaces, and what a text is cleared of. */
const NO_WORDS = /[\u00a0\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

const CHATS: Record<string, { text: string; when?: Partial<When>; says: string[] }> = {
  'Slack, copied from its window': {
    text: 'Ana Lopez  8:12 AM\nfirst recipient opens the link\nsecond one, too\nAlertBot  8:16 AM\nthe filter raises an alert',
    says: [
      '2026-11-19T07:12 Ana Lopez: first recipient opens the link\nsecond one, too',
      '2026-11-19T07:16 AlertBot: the filter raises an alert',
    ],
  },
  'Slack with narrow spaces and p.m. of a day that a line names': {
    text: 'Thursday, November 19th\nAna\u202f 11:58\u202fPM\nlast mail\nBen 12:03 am\nfirst of the next day',
    says: ['2026-11-19T22:58 Ana: last mail', '2026-11-19T23:03 Ben: first of the next day'],
  },
  'Teams, with the day of an American': {
    text: '[11/19 8:12 AM] Ana Lopez\nfirst\n[11/19 8:16 AM] Ben\nsecond',
    says: ['2026-11-19T07:12 Ana Lopez: first', '2026-11-19T07:16 Ben: second'],
  },
  'Teams, with the day of a German': {
    text: '[19.11.2026 08:12] Ana Lopez\nfirst\n[19.11.2026 08:16] Ben\nsecond',
    says: ['2026-11-19T07:12 Ana Lopez: first', '2026-11-19T07:16 Ben: second'],
  },
  'WhatsApp of an iPhone': {
    text: '[19.11.26, 08:12:33] Ana: first\nand more\n[19.11.26, 08:16:01] Ben: second',
    says: ['2026-11-19T07:12 Ana: first\nand more', '2026-11-19T07:16 Ben: second'],
  },
  'WhatsApp of an Android': {
    text: '19/11/2026, 08:12 - Ana: first\n19/11/2026, 08:16 - Ben: second',
    says: ['2026-11-19T07:12 Ana: first', '2026-11-19T07:16 Ben: second'],
  },
  'times in brackets': {
    text: '[08:12] Ana: first\n[08:16] Ben: second: with a colon',
    says: ['2026-11-19T07:12 Ana: first', '2026-11-19T07:16 Ben: second: with a colon'],
  },
  IRC: {
    text: '08:12 <ana> first\n08:16 <ben> second',
    says: ['2026-11-19T07:12 ana: first', '2026-11-19T07:16 ben: second'],
  },
  'IRC with brackets': {
    text: '[08:12:01] <ana> first\n[08:16:30] <ben> second',
    says: ['2026-11-19T07:12 ana: first', '2026-11-19T07:16 ben: second'],
  },
  'notes of one person': {
    text: '08:12 first recipient opens the link\n08:16 - filter raises an alert',
    says: ['2026-11-19T07:12 -: first recipient opens the link', '2026-11-19T07:16 -: filter raises an alert'],
  },
  'notes in Zulu time': {
    text: '0:05 nothing\n08:12Z first\n08:16Z second',
    says: ['2026-11-18T23:05 -: nothing', '2026-11-19T08:12 -: first', '2026-11-19T08:16 -: second'],
  },
  'notes with offsets that win over the zone': {
    text: '08:12 +05:30 first\n08:16 CET second',
    says: ['2026-11-19T02:42 -: first', '2026-11-19T07:16 -: second'],
  },
  'a log with ISO times': {
    text: '2026-11-19T07:12:00.123Z sshd: accepted key\n2026-11-19T07:16:04Z sshd: session opened',
    says: ['2026-11-19T07:12 sshd: accepted key', '2026-11-19T07:16 sshd: session opened'],
  },
  'a log with tabs': {
    text: '2026-11-19 08:12:00\tfirst\n2026-11-19 08:16:00\tsecond',
    says: ['2026-11-19T07:12 -: first', '2026-11-19T07:16 -: second'],
  },
  'names with the day below one another': {
    text: 'Ana Lopez, 19.11.2026 08:12\nfirst\nBen, 19.11.2026 08:16\nsecond',
    says: ['2026-11-19T07:12 Ana Lopez: first', '2026-11-19T07:16 Ben: second'],
  },
  'a mail thread': {
    text: 'Ana Lopez on 19 Nov 2026 at 08:12\nfirst\nBen on 19 Nov 2026 at 08:16\nsecond',
    says: ['2026-11-19T07:12 Ana Lopez: first', '2026-11-19T07:16 Ben: second'],
  },
  'a ruler with the day': {
    text: '--- 18 Nov 2026 ---\n23:50 Ana: before\n--- 19 Nov 2026 ---\n00:10 Ana: after',
    says: ['2026-11-18T22:50 Ana: before', '2026-11-18T23:10 Ana: after'],
  },
  'midnight without a ruler': {
    text: '23:58 Ana: before\n00:03 Ana: after',
    says: ['2026-11-19T22:58 Ana: before', '2026-11-19T23:03 Ana: after'],
  },
  'days that stand in the lines, also where a time goes back within one': {
    text: '2026-11-19 23:58 late\n2026-11-19 08:00 early\n2026-11-20 00:10 next',
    says: ['2026-11-19T22:58 -: late', '2026-11-19T07:00 -: early', '2026-11-19T23:10 -: next'],
  },
  'a chat whose members join and leave without a colon': {
    text: '[08:12] Ana: first\n[08:14] Ben joined\n[08:15] Ben: second\n[08:16] Ana: third',
    says: [
      '2026-11-19T07:12 Ana: first',
      '2026-11-19T07:14 -: Ben joined',
      '2026-11-19T07:15 Ben: second',
      '2026-11-19T07:16 Ana: third',
    ],
  },
  'WhatsApp of an Android with what it says itself': {
    text: '19/11/2026, 08:10 - Messages are encrypted\n19/11/2026, 08:12 - Ana: first\n19/11/2026, 08:16 - Ben: second',
    says: ['2026-11-19T07:10 -: Messages are encrypted', '2026-11-19T07:12 Ana: first', '2026-11-19T07:16 Ben: second'],
  },
  'Teams with a line of nobody': {
    text: '[11/19 8:12 AM] Ana Lopez\nfirst\n[11/19 8:14 AM] Ben joined the chat\n[11/19 8:16 AM] Ben\nsecond',
    says: [
      '2026-11-19T07:12 Ana Lopez: first',
      '2026-11-19T07:14 -: Ben joined the chat',
      '2026-11-19T07:16 Ben: second',
    ],
  },
  'notes with their day in brackets, of which none is a name': {
    text: '[19.11. 08:12] mail arrives\n[19.11. 08:16] filter alerts',
    says: ['2026-11-19T07:12 -: mail arrives', '2026-11-19T07:16 -: filter alerts'],
  },
  'short answers that are no days': {
    text: 'Ana  8:12 AM\nwhen was it?\nBen  8:13 AM\ntoday\nAna  8:14 AM\n10/12\nBen  8:15 AM\nFriday',
    says: [
      '2026-11-19T07:12 Ana: when was it?',
      '2026-11-19T07:13 Ben: today',
      '2026-11-19T07:14 Ana: 10/12',
      '2026-11-19T07:15 Ben: Friday',
    ],
  },
  'sentences that end in a time': {
    text: 'Ana Lopez  8:12 AM\nWe saw the first mail at 8:05\nand the next one by 8:07\nBen  8:13 AM\nBlocked the domain 8:11',
    says: [
      '2026-11-19T07:12 Ana Lopez: We saw the first mail at 8:05\nand the next one by 8:07',
      '2026-11-19T07:13 Ben: Blocked the domain 8:11',
    ],
  },
  'times that begin a line of what somebody said': {
    text: '08:12 Ana: two things\n02:00 the backup ran\n23:50 it failed\n08:13 Ben: I see\n08:14 Cleo joined\n08:15 Ben: hello',
    says: [
      '2026-11-19T07:12 Ana: two things\n02:00 the backup ran\n23:50 it failed',
      '2026-11-19T07:13 Ben: I see',
      '2026-11-19T07:14 -: Cleo joined',
      '2026-11-19T07:15 Ben: hello',
    ],
  },
  'letters and pictures that are joined': {
    text: '08:12 Ana: ask the \u{1f469}\u200d\u{1f4bb}\u200b, \u0645\u06cc\u200c\u062e',
    says: ['2026-11-19T07:12 Ana: ask the \u{1f469}\u200d\u{1f4bb}, \u0645\u06cc\u200c\u062e'],
  },
  'a table with days that begin with the year or a weekday': {
    text: 'when;what\n2026/11/19 08:12;first\nThu, 19 Nov 2026 08:13;second\nThu, 19 Nov 2026 08:14:00 +0100;third',
    when: { zone: 'UTC' },
    says: ['2026-11-19T08:12 -: first', '2026-11-19T08:13 -: second', '2026-11-19T07:14 -: third'],
  },
  'a table whose header says that it is of UTC': {
    text: 'Date (UTC),Time (UTC),what\n2026-11-18,08:12,first\n2026-11-18,08:16 +01:00,second',
    says: ['2026-11-18T08:12 -: first', '2026-11-18T07:16 -: second'],
  },
  'messages in JSON with day and time apart': {
    text: JSON.stringify([{ date: '2026-11-18', time: '08:12', user: 'Ana', text: 'first' }]),
    says: ['2026-11-18T07:12 Ana: first'],
  },
  'a table with a column of days': {
    text: 'date,time,who,what\n2026-11-19,08:12,Ana,"first, with a comma"\n2026-11-19,08:16,Ben,"two\nlines"',
    says: ['2026-11-19T07:12 Ana: first, with a comma', '2026-11-19T07:16 Ben: two\nlines'],
  },
  'a table of instants, as an SIEM exports it': {
    text: '_time;user;message\n2026-11-19T08:12:00+01:00;ana;first\n1795072560;ben;second',
    says: ['2026-11-19T07:12 ana: first', '2026-11-19T07:16 ben: second'],
  },
  'a table whose column of times holds instants': {
    text: 'time,user,message\n2026-11-19T07:12:00Z,ana,first\n2026-11-19 08:16,ben,second',
    says: ['2026-11-19T07:12 ana: first', '2026-11-19T07:16 ben: second'],
  },
  'a table with one column of times in UTC and another that says when': {
    text: 'when,time (utc),what\n2026-11-19 09:12,08:12,first\n2026-11-19,08:16,second',
    says: ['2026-11-19T08:12 -: first', '2026-11-19T08:16 -: second'],
  },
  'days that stand in what somebody says, and those that part it': {
    text: '08:12 Ana: dates that matter:\n10/12\n- 11/12\n08:13 Ben: ok\n19.11.26\n08:14 Ben: more\n-- 20.11. --\n08:15 Ana: next\n\n21.11.\n08:16 Ana: last',
    says: [
      '2026-11-19T07:12 Ana: dates that matter:\n10/12\n- 11/12',
      '2026-11-19T07:13 Ben: ok',
      '2026-11-19T07:14 Ben: more',
      '2026-11-20T07:15 Ana: next',
      '2026-11-21T07:16 Ana: last',
    ],
  },
  'an export of Slack': {
    text: JSON.stringify({
      messages: [
        { ts: '1795072320.000100', user: 'U1', text: 'first' },
        { ts: '1795072560.1', user: 'U2', text: 'second' },
      ],
    }),
    says: ['2026-11-19T07:12 U1: first', '2026-11-19T07:16 U2: second'],
  },
  'an export of Teams': {
    text: JSON.stringify([
      { createdDateTime: '2026-11-19T07:12:00Z', from: { user: { displayName: 'Ana' } }, body: { content: 'first' } },
    ]),
    says: ['2026-11-19T07:12 Ana: first'],
  },
};

describe('what is pasted into the timeline', () => {
  it.each(Object.entries(CHATS))('reads %s', (_, { text, when, says }) => {
    expect(told(text, when)).toEqual(says);
  });

  it('asks which of two numbers is the day, and places nothing before it is said', () => {
    const text = '[03/04 08:12] Ana: first';
    expect(openQuestions(readPaste(text)).wantsOrder).toBe(true);
    expect(told(text)).toEqual(['undefined Ana: first']);
    expect(told(text, { dayOrder: 'day first' })).toEqual(['2026-04-03T06:12 Ana: first']);
    expect(told(text, { dayOrder: 'month first' })).toEqual(['2026-03-04T07:12 Ana: first']);
  });

  it('marks the hour that was there twice, the hour that was not there, and the next day', () => {
    const doubts = (text: string, day: string) =>
      placeInTime(readPaste(text), { ...BERLIN, day }).map(({ doubts: said }) => said);
    expect(doubts('02:30 x y', '2026-10-25')).toEqual([['hour there twice']]);
    expect(doubts('02:30 x y', '2026-03-29')).toEqual([['hour not there']]);
    expect(doubts('23:58 x\n00:01 y', '2026-11-19')).toEqual([[], ['next day']]);
  });

  it('takes no row whose day it cannot read for one without a day', () => {
    const rows = readPaste('date,time,what\n2026-11-19,08:12,x\nthe day after,08:13,y\n,08:14,z');
    expect([rows.entries.map(({ text }) => text), rows.unexplained.map(({ text }) => text)]).toEqual([
      ['x', 'z'],
      ['the day after,08:13,y'],
    ]);
    const messages = readPaste(
      JSON.stringify([
        { date: '2026-11-19', time: '08:12', text: 'x' },
        { date: 'then', time: '08:13', text: 'y' },
      ]),
    );
    expect([messages.entries.length, messages.unexplained.length]).toEqual([1, 1]);
  });

  it('takes no day with a year of two digits for a time of day', () => {
    const read = (text: string) => {
      const { entries, unexplained } = readPaste(text);
      return [entries.map((one) => one.text), unexplained.map(({ line }) => line)];
    };
    expect(read('Datum;Zeit;Was\n19.11.26;08:12;first\n20.11.26;;second')).toEqual([['first'], [2]]);
    expect(read('when;what\n19.11.26 08:12;first\n20.11.26;second')).toEqual([['first'], [2]]);
    const messages = [
      { date: '19.11.26', text: 'x' },
      { date: '19.11.26 08:12', text: 'y' },
    ];
    expect(read(JSON.stringify(messages))).toEqual([['y'], [0]]);
    expect(told('time;what\n08.12.33;x')).toEqual(['2026-11-19T07:12 -: x']);
  });

  it('names each line from a quote on that nothing closes', () => {
    const { entries, unexplained } = readPaste(
      'time,who,what,notes\n08:11,Ana,"two\nlines",x\n08:12,Ana,first,"oops\n\n08:13,Ben,second,x\n08:14,Ben,third,y',
    );
    expect([entries.map(({ text }) => text), unexplained]).toEqual([
      ['two\nlines'],
      [
        { line: 3, text: '08:12,Ana,first,"oops' },
        { line: 5, text: '08:13,Ben,second,x' },
        { line: 6, text: '08:14,Ben,third,y' },
      ],
    ]);
    const headless = readPaste('time,what,"notes\n08:12,first,x');
    expect([headless.entries, headless.unexplained.map(({ line }) => line)]).toEqual([[], [0, 1]]);
  });

  it('names each row below a quote that only a later row closes', () => {
    const late = readPaste(
      'time,who,what,notes\n08:12,Ana,first,"oops\nof two lines\n08:13,Ben,second,x\n08:14,Ben,"third",y\n08:15,Ana,fourth,"a\n8 o’clock"',
    );
    expect([late.entries.map(({ text }) => text), late.unexplained]).toEqual([
      ['first', 'fourth'],
      [
        { line: 3, text: '08:13,Ben,second,x' },
        { line: 4, text: '08:14,Ben,"third",y' },
      ],
    ]);
    const inWords = readPaste('what;at\n"first\nsecond;2026-11-19T08:13Z\n"third";2026-11-19T08:14Z');
    expect([inWords.entries, inWords.unexplained.map(({ line }) => line)]).toEqual([[], [1, 2, 3]]);
    const ofHeader = readPaste('time,what,"notes\n08:12,first,x\n08:13,"second",y\n08:14,third,z');
    expect([ofHeader.entries.map(({ text }) => text), ofHeader.unexplained.map(({ line }) => line)]).toEqual([
      ['third'],
      [1, 2],
    ]);
  });

  it('has each row of a table in an entry, or names it, wherever quotes stand too many', () => {
    const cell = fc.constantFrom('Ana', 'x', '', '"ok"', '"two\nlines"', '"', 'a "b"', '"late', '"a""b"');
    const rows = fc.array(fc.tuple(fc.integer({ min: 10, max: 59 }), cell, cell, cell), { minLength: 1, maxLength: 6 });
    mustHold(
      fc.property(rows, (all) => {
        const table = all.map(([minute, who, what, notes], at) => `08:${minute}:0${at},${who},w${at} ${what},${notes}`);
        const { entries, unexplained } = readPaste(['time,who,what,notes', ...table].join('\n'));
        const named = entries.map(({ name = '', text }) => `${name} ${text} `);
        const shown = [...named, ...unexplained.map(({ text }) => text)].join('\n');
        expect(all.filter((_, at) => !shown.includes(`w${at} `)).length, shown).toBe(0);
      }),
    );
  });

  it('lists each line that was read as a day', () => {
    const { dayLines } = readPaste('Today\n08:12 Ana: x\n--- 20 Nov 2026 ---\n08:13 Ana: y');
    expect(dayLines).toEqual([
      { line: 0, text: 'Today' },
      { line: 2, text: '--- 20 Nov 2026 ---' },
    ]);
  });

  it('wants the day where no year is written, and guesses none', () => {
    const text = '[19 Nov 08:12] Ana: first';
    expect(openQuestions(readPaste(text)).wantsDay).toBe(true);
    expect(told(text, { day: '' })).toEqual(['undefined Ana: first']);
    expect(told(text)).toEqual(['2026-11-19T07:12 Ana: first']);
    expect(told('[19 Nov 2025 08:12] Ana: x\n[20 Nov 08:12] Ana: y')).toEqual([
      '2025-11-19T07:12 Ana: x',
      '2025-11-20T07:12 Ana: y',
    ]);
  });

  it('keeps a line that came late after midnight on the day before, and a late one of the old year in it', () => {
    const placed = (text: string, day: string) =>
      placeInTime(readPaste(text), { ...BERLIN, zone: 'UTC', day }).map(
        ({ placedAt, doubts }) => `${placedAt?.slice(0, 16)} ${doubts.join()}`,
      );
    expect(placed('23:58 a\n00:03 b\n23:59 c\n00:05 d', '2026-11-19')).toEqual([
      '2026-11-19T23:58 ',
      '2026-11-20T00:03 next day',
      '2026-11-19T23:59 day before',
      '2026-11-20T00:05 ',
    ]);
    expect(placed('23:58 a\n00:03 b\n19:30 c\n19:40 d\n23:59 e\n00:10 f', '2026-11-19')).toEqual([
      '2026-11-19T23:58 ',
      '2026-11-20T00:03 next day',
      '2026-11-20T19:30 ',
      '2026-11-20T19:40 ',
      '2026-11-20T23:59 ',
      '2026-11-21T00:10 next day',
    ]);
    // Late after the line that was read last, as long as it is since the one before midnight.
    expect(placed('20:00 a\n00:10 b\n23:55 c', '2026-11-19')[2]).toBe('2026-11-19T23:55 day before');
    expect(
      placed('[31 Dec 23:58] a b\n[1 Jan 00:03] c d\n[31 Dec 23:59] e f\n[1 Jan 00:04] g h', '2026-12-31'),
    ).toEqual(['2026-12-31T23:58 ', '2027-01-01T00:03 next year', '2026-12-31T23:59 year before', '2027-01-01T00:04 ']);
    expect(placed('2026-11-19 23:58 a\n2026-11-19 08:00 b', '')[1]).toBe(
      '2026-11-19T08:00 earlier than the line before',
    );
  });

  it('loses no line, whatever is pasted: it is in an entry, says a day, or is named as unexplained', () => {
    const pieces = fc.constantFrom(
      '08:12 Ana: x',
      'Ana  8:12 AM',
      'text',
      '--- 19 Nov 2026 ---',
      'Today',
      '',
      '[08:13] Ben joined',
      '[08:14] Cleo: Monday',
      '19.11.2026 08:15 - Dan: y',
      'We saw it at 8:05',
      'Ana pinned a message',
      '10/12',
      '[',
      '{',
      '99:99 a',
      '\t',
      '"',
      'date,what',
      '1,2',
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((lines) => lines.join('\n')),
      fc.string({ unit: 'grapheme' }),
    );
    mustHold(
      fc.property(texts, (text) => {
        const reading = readPaste(text);
        if (reading.format.includes('table') || reading.format.includes('JSON')) return;
        const lines = text.replace(/\r\n?/g, '\n').split('\n');
        const begun = new Set(reading.entries.map(({ line }) => line));
        const listed = new Set([...reading.unexplained, ...reading.dayLines].map(({ line }) => line));
        const said = reading.entries.map(({ text: words }) => words).join('\n');
        for (const { line, name = '', text: what } of reading.entries) {
          const said = wordsOf(`${name} ${what}`);
          const left = wordsOf((lines[line] ?? '').replace(NO_WORDS, ' ')).filter((word) => !said.includes(word));
          expect(left.filter((word) => !/^(am|pm|nov|on|at|t|z|h|utc|gmt|[ce]e?s?t)$/i.test(word))).toEqual([]);
        }
        for (const [at, line] of lines.entries()) {
          const words = line.replace(NO_WORDS, ' ').trim();
          if (words === '' || begun.has(at) || listed.has(at)) continue;
          expect(said.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
        }
      }),
      { runs: 3_000 },
    );
  });

  it('reads a chat of any form with its names, its times and its words, also out of order and over midnight', () => {
    const two = (one: number) => String(one).padStart(2, '0');
    const [hourOf, minuteOf] = [(m: number) => two(Math.floor(m / 60) % 24), (m: number) => two(m % 60)];
    const clockAt = (m: number) => `${hourOf(m)}:${minuteOf(m)}`;
    const isoAt = (m: number) => `2026-11-${m >= 1_440 ? 20 : 19}`;
    const dayAt = (m: number) => (m >= 1_440 ? 20 : 19);
    type Say = (m: number, name: string | undefined, text: string) => string;
    const beside = (name: string | undefined, text: string) => (name === undefined ? text : `${name}: ${text}`);
    const forms: Record<string, Say> = {
      brackets: (m, name, text) => `[${clockAt(m)}] ${beside(name, text)}`,
      bare: (m, name, text) => `${clockAt(m)} ${beside(name, text)}`,
      dotted: (m, name, text) => `[${dayAt(m)}.11.2026, ${clockAt(m)}] ${beside(name, text)}`,
      dashed: (m, name, text) => `${dayAt(m)}/11/2026, ${clockAt(m)} - ${beside(name, text)}`,
      log: (m, name, text) => `${isoAt(m)} ${clockAt(m)} ${beside(name, text)}`,
      teams: (m, name, text) => `[11/${dayAt(m)} ${clockAt(m)}] ${name === undefined ? text : `${name}\n${text}`}`,
      slack: (m, name, text) => `${name ?? 'Ana Lopez'}  ${clockAt(m)}\n${text}`,
      mail: (m, name, text) => `${name ?? 'Ana Lopez'} on ${dayAt(m)} Nov 2026 at ${clockAt(m)}\n${text}`,
    };
    const texts = fc.constantFrom('first mail', 'today', 'Friday', '10/12', 'we saw it at 8:05', 'ok', 'Monday 9:00');
    const ofChat = fc.constantFrom('Ben joined', 'Messages are encrypted', 'Cleo changed the topic');
    const said = fc.record({ name: fc.constantFrom('Ana Lopez', 'ben', 'Dr. Ott', 'AlertBot'), text: texts });
    const chats = fc.array(fc.record({ said, isOfChat: fc.nat(3), words: ofChat, late: fc.nat(9) }), {
      minLength: 2,
      maxLength: 12,
    });
    mustHold(
      fc.property(
        chats,
        fc.constantFrom(...Object.keys(forms)),
        fc.integer({ min: 0, max: 1_439 }),
        (all, form, start) => {
          const say = forms[form];
          if (say === undefined) return;
          let named = 0;
          const lines = all.map(({ said: { name, text }, isOfChat, words, late }, at) => {
            // The chat itself says less than the people in it; those with the text below may say nothing.
            const isNameless = isOfChat === 0 && named >= 2 * (at - named + 1) && !['slack', 'mail'].includes(form);
            if (!isNameless) named += 1;
            const minute = Math.max(start + at * 3 - (at === 0 ? 0 : late), start);
            return { minute, name: isNameless ? undefined : name, text: isNameless ? words : text };
          });
          const pasted = lines.map(({ minute, name, text }) => say(minute, name, text)).join('\n');
          const placed = placeInTime(readPaste(pasted), { ...BERLIN, zone: 'UTC' });
          const chat = (name: string | undefined) => name ?? (['slack', 'mail'].includes(form) ? 'Ana Lopez' : '-');
          expect(placed.map(({ placedAt, name = '-', text }) => `${placedAt?.slice(0, 16)} ${name}: ${text}`)).toEqual(
            lines.map(({ minute, name, text }) => `${isoAt(minute)}T${clockAt(minute)} ${chat(name)}: ${text}`),
          );
        },
      ),
      { runs: 2_000 },
    );
  });

  it('says roles where names were, also of those who are only mentioned, and nobody else', () => {
    const roles = { 'Ana Lopez': 'SOC analyst', 'Ben Ott': '', AlertBot: 'system' };
    expect(namesToRoles(roles)('@Ana Lopez and ben told Bennet; ask @Ana. AlertBot said so')).toBe(
      'SOC analyst and somebody told Bennet; ask SOC analyst. AlertBot said so',
    );
  });

  it('leaves no name of anybody who wrote, however it and the handle are spelled', () => {
    const firsts = ['ana', 'Özlem', 'jean', 'ngozi', 'Łukasz'];
    const lasts = ['lopez', "O'Brien", 'Ott', 'de la Cruz', 'Nwosu'];
    const spellings = [
      (name: string) => name,
      (name: string) => name.toLowerCase(),
      (name: string) => name.toUpperCase(),
      (name: string) => `@${name.replace(/ /g, '.')}`,
      (name: string) => name.replace(/ /g, '_').toLowerCase(),
      (name: string) => name.normalize('NFD'),
      (name: string) => name.split(' ')[0] ?? '',
      (name: string) => name.split(' ').at(-1) ?? '',
    ];
    const people = fc
      .tuple(fc.constantFrom(...firsts), fc.constantFrom(...lasts), fc.constantFrom(...spellings.slice(0, 6)))
      .map(([first, last, spell]) => ({
        name: `${first} ${last}`,
        written: spell(`${first} ${last}`).replace('@', ''),
      }));
    const mentions = fc.tuple(fc.nat(), fc.constantFrom(...spellings), fc.constantFrom('told', ', then', '\n', '…'));
    mustHold(
      fc.property(fc.array(people, { minLength: 1, maxLength: 3 }), fc.array(mentions), (wrote, said) => {
        const roles = Object.fromEntries(wrote.map(({ written }) => [written, '']));
        const text = said
          .map(([who, spell, then]) => `${spell(wrote[who % wrote.length]?.name ?? '')} ${then}`)
          .join(' ');
        const result = namesToRoles(roles)(text).normalize('NFC').toLowerCase();
        const names = wrote.flatMap(({ name }) => name.normalize('NFC').toLowerCase().split(/[ ']/));
        for (const word of result.split(/[^\p{L}\p{M}]+/u)) {
          if (word.length >= 3) expect(names).not.toContain(word);
        }
      }),
      { runs: 1_000 },
    );
  });

  it('gives the name that two people share to neither, and keeps common words of handles', () => {
    const toRoles = namesToRoles({ 'Ana Lopez': 'analyst', 'Ana Ott': 'engineer', 'soc.lead': 'commander' });
    expect(toRoles('Ana told Ott, the SOC and @soc.lead')).toBe('somebody told engineer, the SOC and commander');
  });

  it('marks what it guessed of a day: Today, a weekday, and a year that begins', () => {
    const placed = (text: string, day: string) =>
      placeInTime(readPaste(text), { ...BERLIN, zone: 'UTC', day }).map(
        ({ placedAt, doubts }) => `${placedAt?.slice(0, 16)} ${doubts.join()}`,
      );
    expect(placed('Today\n08:12 Ana: x\nToday\n09:12 Ana: y', '2026-11-19')).toEqual([
      '2026-11-19T08:12 ',
      '2026-11-20T09:12 day is a guess',
    ]);
    // The 19th is a Thursday.
    expect(placed('08:12 Ana: x\nMonday\n07:00 Ana: y\n07:05 Ana: z', '2026-11-19')).toEqual([
      '2026-11-19T08:12 ',
      '2026-11-23T07:00 day is a guess',
      '2026-11-23T07:05 ',
    ]);
    expect(placed('[31 Dec 23:58] Ana: x\n[1 Jan 00:03] Ben: y\n[1 Jan 00:04] Ben: z', '2026-12-31')).toEqual([
      '2026-12-31T23:58 ',
      '2027-01-01T00:03 next year',
      '2027-01-01T00:04 ',
    ]);
    expect(placed('[19 Nov 08:12] Ana: x\n[18 Nov 08:13] Ben: y', '2026-11-19')[1]).toBe(
      '2026-11-18T08:13 earlier than the line before',
    );
  });

  it('takes 5,000 lines at once, each of somebody else, within the time of a test', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `08:12 Ana${at} Lopez${at}: told @Ana${at + 1} what happened`).join(
        '\n',
      );
    const lacks = (text: string) => lacksToRead(text, readPaste(text));
    expect(lacks(many(5_001))).toContain('5,001 lines; 5,000 can be read at once');
    expect(lacks('x'.repeat(1_000_001))).toContain('megabyte');
    const reading = readPaste(many(5_000));
    expect(lacks(many(5_000))).toBeUndefined();
    const lines = linesOf({ placed: placeInTime(reading, BERLIN), roles: rolesFor(reading.entries), existing: [] });
    expect(lines[0]?.what).toBe('told somebody what happened');
  });

  it('lists each name once, and guesses that a bot is no person', () => {
    const { entries } = readPaste('[08:12] Ana: x\n[08:13] AlertBot: y\n[08:14] Ana: z');
    expect(rolesFor(entries)).toEqual({ Ana: '', AlertBot: 'system' });
    expect(rolesFor(readPaste('[08:13] Alert Bot: y').entries)).toEqual({ 'Alert Bot': 'system' });
  });

  it('leaves out at first who joined, what is only a reaction, and what is there already', () => {
    const placed = placeInTime(
      readPaste('08:12 Ana: joined the channel\n08:13 Ana: :+1:\n08:14 Ana: filter alerted\n08:15 Ana: blocked it'),
      BERLIN,
    );
    const there = {
      id: 'x',
      at: '2026-11-19T07:14:09.000Z',
      what: 'Filter  alerted',
      kind: 'action',
      origin: 'person',
      self: '',
      etag: '',
    } as const;
    const lines = linesOf({ placed, roles: {}, existing: [there] });
    expect(lines.map(({ isTaken }) => isTaken)).toEqual([false, false, false, true]);
  });

  it.each([
    ['removed the malware from the host', true],
    ['Ben added a rule to the mail filter', true],
    ['removed the attacker from the admin group', true],
    ['left the host on, for its memory', true],
    ['joined #incident-42', false],
    ['Ben has left the channel.', false],
    ['was added to the call', false],
    ['Ana added Ben to this channel', false],
    ['left', false],
  ])('takes deeds, and not who comes and goes: %s', (text, isTaken) => {
    const placed = placeInTime(readPaste(`08:12 Ana: ${text}`), BERLIN);
    expect(linesOf({ placed, roles: {}, existing: [] })[0]?.isTaken).toBe(isTaken);
  });

  it.each([
    'password: hunter2hunter2',
    'AKIAIOSFODNN7EXAMPLE',
    '-----BEGIN RSA PRIVATE KEY-----',
    'https://user:pass123@host',
    'Authorization: Bearer abcdefghijklmnop123456',
  ])('stops at what looks like a secret: %s', (secret) => {
    const lines = linesOf({
      placed: placeInTime(readPaste(`08:12 Ana: see ${secret}`), BERLIN),
      roles: {},
      existing: [],
    });
    const secrets = secretLines(lines).length;
    expect(lacksToImport({ taken: lines, when: BERLIN, secrets, wantsOrder: false })).toContain('secret');
  });

  it('keeps what was said of a text while it is changed, but for lines that say something else now', () => {
    const first = readPaste('08:12 Ana: x\n08:13 Ben: y');
    const said = {
      ...saidOf(first, 'UTC'),
      when: { ...BERLIN },
      roles: { Ana: 'analyst', Ben: '' },
      changes: { 0: { isTaken: false }, 1: { what: 'rewritten' } },
    };
    expect(saidOf(first, 'UTC', said)).toBe(said);
    const again = saidOf(readPaste('08:12 Ana: x\n08:13 Ben: other\n08:14 Cleo: z'), 'UTC', said);
    expect(again.when).toEqual({ ...BERLIN, isConfirmed: false });
    expect(again.roles).toEqual({ Ana: 'analyst', Ben: '', Cleo: '' });
    expect(again.changes).toEqual({ 0: { isTaken: false } });
  });

  it('keeps what was said of lines when others come above them, also of those that say the same', () => {
    const said = {
      ...saidOf(readPaste('08:12 Ana: x\n08:13 Ben: y\n08:14 Ben: x'), 'UTC'),
      changes: { 0: { isTaken: false }, 2: { what: 'rewritten' } },
      looked: new Map([[1, 'y']]),
    };
    const { changes, looked } = saidOf(
      readPaste('08:11 Cleo: z\n08:12 Ana: x\n08:13 Ben: y\n08:14 Ben: x'),
      'UTC',
      said,
    );
    expect([changes, [...looked]]).toEqual([{ 1: { isTaken: false }, 3: { what: 'rewritten' } }, [[2, 'y']]]);
  });

  it('reads files in UTF-8 and with a mark of their encoding, and guesses no other', () => {
    const bytes = (...all: number[]) => textOfFile(new Uint8Array(all));
    const utf8 = [0x52, 0xc3, 0xb6, 0x6d];
    expect([bytes(...utf8), bytes(0xef, 0xbb, 0xbf, ...utf8)]).toEqual(['R\u00f6m', 'R\u00f6m']);
    expect(bytes(0xff, 0xfe, 0x52, 0, 0xf6, 0)).toBe('R\u00f6');
    expect(bytes(0xfe, 0xff, 0, 0x52, 0, 0xf6)).toBe('R\u00f6');
    // As Windows writes it in the west.
    expect(bytes(0x52, 0xf6, 0x6d)).toBeUndefined();
  });

  it('sends nothing before day and zone are confirmed', () => {
    const taken = linesOf({ placed: placeInTime(readPaste('08:12 Ana: x y'), BERLIN), roles: {}, existing: [] });
    const lacks = (when: Partial<When>) =>
      lacksToImport({ taken, when: { ...BERLIN, ...when }, secrets: 0, wantsOrder: false });
    expect(lacks({})).toBeUndefined();
    expect(lacks({ isConfirmed: false })).toContain('Confirm');
  });
});
