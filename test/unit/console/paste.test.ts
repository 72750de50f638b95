import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessKind } from '../../../console/record/timeline/paste/guess-kind.ts';
import { inBatches } from '../../../console/record/timeline/paste/in-batches.ts';
import { looksSecret } from '../../../console/record/timeline/paste/looks-secret.ts';
import { markDuplicates } from '../../../console/record/timeline/paste/mark-duplicates.ts';
import { placeInTime } from '../../../console/record/timeline/paste/place-in-time.ts';
import { readPaste } from '../../../console/record/timeline/paste/read-paste.ts';
import { rolesFor, withRoles } from '../../../console/record/timeline/paste/roles.ts';

const CHOICES = { day: '2026-11-19', zone: 'Europe/Berlin', dayOrder: 'day first' as const };

function told(text: string): string[] {
  return placeInTime(readPaste(text), CHOICES).map((one) => `${one.at.slice(0, 16)} ${one.name ?? '-'}: ${one.text}`);
}

const ANA = '2026-11-19T07:12 Ana Berg: mail is down';
const BOT = '2026-11-19T07:13 Ben: looking';

const PASTES: [string, string, string[]][] = [
  ['brackets', '[08:12] Ana Berg: mail is down\n[08:13] Ben: looking', [ANA, BOT]],
  ['brackets with seconds', '[08:12:33] Ana Berg: mail is down\n[08:13:01] Ben: looking', [ANA, BOT]],
  ['IRC', '[08:12] <Ana Berg> mail is down\n[08:13] <Ben> looking', [ANA, BOT]],
  ['a phone', '[19.11.2026, 08:12:33] Ana Berg: mail is down\n[19.11.2026, 08:13:01] Ben: looking', [ANA, BOT]],
  [
    'a phone in America',
    '[11/19/26, 8:12:33\u202fAM] Ana Berg: mail is down\n[11/19/26, 8:13:01\u202fAM] Ben: looking',
    [ANA, BOT],
  ],
  ['a phone with dashes', '19/11/2026, 08:12 - Ana Berg: mail is down\n19/11/2026, 08:13 - Ben: looking', [ANA, BOT]],
  ['Slack', 'Ana Berg  08:12\nmail is down\nBen  08:13\nlooking', [ANA, BOT]],
  ['Slack, 12 hours', 'Ana Berg  8:12 AM\nmail is down\n\nBen  8:13 am\nlooking', [ANA, BOT]],
  ['Slack, one space', 'Ana Berg 8:12 AM\nmail is down\nBen 8:13 AM\nlooking', [ANA, BOT]],
  ['Slack, brackets', 'Ana Berg  [8:12 AM]\nmail is down\nBen  [8:13 AM]\nlooking', [ANA, BOT]],
  ['Slack with a day', 'Thursday, November 19th\nAna Berg  8:12 AM\nmail is down\nBen  8:13 AM\nlooking', [ANA, BOT]],
  ['Teams', '[11/19 8:12 AM] Ana Berg\nmail is down\n[11/19 8:13 AM] Ben\nlooking', [ANA, BOT]],
  ['Teams in German', '[19.11.2026 08:12] Ana Berg\nmail is down\n[19.11.2026 08:13] Ben\nlooking', [ANA, BOT]],
  ['Teams, name first', 'Ana Berg, 19 Nov 2026 08:12\nmail is down\nBen, 19 Nov 2026 08:13\nlooking', [ANA, BOT]],
  ['name and date', 'Ana Berg, 11/19/2026 8:12 AM\nmail is down\nBen, 11/19/2026 8:13 AM\nlooking', [ANA, BOT]],
  ['notes with names', '08:12 Ana Berg: mail is down\n08:13 Ben: looking', [ANA, BOT]],
  ['notes with a first word', '08:12 Ben mail is down\n08:13 Ben looking', ['2026-11-19T07:12 Ben: mail is down', BOT]],
  [
    'notes of 12 hours',
    '8:12 PM Ben mail is down\n8:13 pm Ben looking',
    ['2026-11-19T19:12 Ben: mail is down', '2026-11-19T19:13 Ben: looking'],
  ],
  ['ISO and tab', '2026-11-19T07:12:00Z\tAna Berg: mail is down\n2026-11-19T08:13:00+01:00\tBen: looking', [ANA, BOT]],
  ['ISO and comma', '2026-11-19 08:12:00,Ana Berg: mail is down\n2026-11-19 08:13:00,Ben: looking', [ANA, BOT]],
  ['a log', '2026-11-19T07:12:00.123Z mail is down', ['2026-11-19T07:12 -: mail is down']],
  [
    'a table',
    'time,who,text\n2026-11-19T07:12:00Z,Ana Berg,mail is down\n2026-11-19T08:13+01:00,Ben,looking',
    [ANA, BOT],
  ],
  [
    'a table with date',
    'Date;Time;Author;Message\n19.11.2026;08:12;Ana Berg;"mail ""is""; down"',
    ['2026-11-19T07:12 Ana Berg: mail "is"; down'],
  ],
  [
    'JSON',
    '[{"ts":"1795072320.0001","user":"Ana Berg","text":"mail is down"},{"ts":1795072380,"user":"Ben","text":"looking"}]',
    [ANA, BOT],
  ],
  ['JSON, within', '{"messages":[{"ts":1795072320000,"user":"Ana Berg","text":"mail is down"}]}', [ANA]],
  ['day between rules', '--- 19 Nov 2026 ---\n[08:12] Ana Berg: mail is down', [ANA]],
];

describe('what is pasted into a timeline', () => {
  it.each(PASTES)('is read from %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('keeps a line without a head with the one above, and tells what no format explains', () => {
    const reading = readPaste('copied from chat\n[08:12] Ana: mail\nis down');
    expect(reading.entries.map(({ text, lines }) => ({ text, lines }))).toEqual([
      { text: 'mail\nis down', lines: [2, 3] },
    ]);
    expect(reading.unexplained).toEqual([{ line: 1, text: 'copied from chat' }]);
  });

  it('asks for the order of day and month', () => {
    const reading = readPaste('[03/04/2026 08:12] Ana\nhello');
    expect(reading.isDayOrderAmbiguous).toBe(true);
    const at = (dayOrder: 'day first' | 'month first') =>
      placeInTime(reading, { ...CHOICES, zone: 'UTC', dayOrder })[0]?.at;
    expect([at('day first'), at('month first')]).toEqual(['2026-04-03T08:12:00.000Z', '2026-03-04T08:12:00.000Z']);
  });

  it('goes on with the next day past midnight, and says so', () => {
    const placed = placeInTime(readPaste('[23:59] Ana: a\n[00:01] Ana: b'), { ...CHOICES, zone: 'UTC' });
    expect(placed.map(({ at, isNextDay }) => [at, isNextDay])).toEqual([
      ['2026-11-19T23:59:00.000Z', undefined],
      ['2026-11-20T00:01:00.000Z', true],
    ]);
  });

  it('leaves days alone that stand with their times', () => {
    const reading = readPaste('2026-11-19T23:00Z, later\n2026-11-19T08:00Z, earlier');
    expect(placeInTime(reading, CHOICES).map(({ at }) => at)).toEqual([
      '2026-11-19T23:00:00.000Z',
      '2026-11-19T08:00:00.000Z',
    ]);
  });

  it('marks the hour that a change of the clocks repeats or leaves out', () => {
    const on = (day: string) => placeInTime(readPaste('[02:30] Ana: a'), { ...CHOICES, day })[0];
    expect(on('2026-10-25')).toMatchObject({ at: '2026-10-25T00:30:00.000Z', isRepeated: true });
    expect(on('2026-03-29')).toMatchObject({ isMissing: true });
  });

  it('comes back from the clock of every zone', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
      'America/St_Johns',
    ];
    const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, (zone, minutes) => {
        const at = new Date(minutes * 60_000);
        const wall = at.toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
        const [placed] = placeInTime(readPaste(`[${wall}] Ana: a`), { ...CHOICES, zone });
        if (placed?.isRepeated) expect(Date.parse(placed.at)).toBeLessThanOrEqual(at.getTime());
        else expect(placed?.at).toBe(at.toISOString());
      }),
    );
  });

  it('never fails, and loses no line', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '[08:12] ',
        'Ana: ',
        '\n',
        'Ana  8:12 AM',
        '11/19 ',
        '19 Nov 2026',
        'time,text',
        ',',
        '"',
        '{',
        '2026-11-19T07:12Z ',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const { entries, dayLines, unexplained, format } = readPaste(text);
        if (format === 'JSON messages') return;
        const seen = [...entries.flatMap(({ lines }) => lines), ...dayLines, ...unexplained.map(({ line }) => line)];
        const all = text
          .replace(/[\ufeff\u200e\u200f]/g, '')
          .split(/\r\n|\r|\n/)
          .flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
        expect(seen.toSorted((a, b) => a - b)).toEqual(expect.arrayContaining(all));
        placeInTime(readPaste(text), CHOICES);
      }),
      { numRuns: 1_000 },
    );
  });

  it('says roles in place of names', () => {
    const { entries } = readPaste('[08:12] Ana Berg: @Ben look\n[08:13] Ben: @ana berg yes @Benno');
    expect(rolesFor(entries)).toEqual(['Ana Berg', 'Ben']);
    const roles = new Map([
      ['Ana Berg', 'lead'],
      ['Ben', 'analyst'],
    ]);
    expect(entries.map((one) => withRoles(one, roles))).toEqual([
      { role: 'lead', text: 'analyst look', mentions: 1 },
      { role: 'analyst', text: 'lead yes @Benno', mentions: 1 },
    ]);
  });

  it('marks joins, bots and reactions', () => {
    const { entries } = readPaste(
      '[08:12] Ana: joined the channel\n[08:13] Alert bot: disk\n[08:14] Ben: :+1: 2\n[08:15] Ben: ok',
    );
    expect(entries.map(({ noise }) => noise)).toEqual(['join', 'bot', 'reaction', undefined]);
  });

  it.each([
    'password: hunter22',
    `AKIA${'A'.repeat(16)}`,
    '-----BEGIN RSA PRIVATE KEY-----',
    'eyJhbGciOiJI.eyJzdWIiOiIx.abc',
    'https://me:secret@host/',
  ])('sees a secret in %s', (text) => {
    expect([looksSecret(text), looksSecret('we reset the password of two people')]).toEqual([true, false]);
  });

  it('guesses a kind, marks duplicates and makes batches', () => {
    expect(['alert fired', 'we decided to wait', 'blocked the address', 'hello'].map(guessKind)).toEqual([
      'detection',
      'decision',
      'action',
      'communication',
    ]);
    const at = '2026-11-19T07:12:00.000Z';
    const entries = [
      { at, text: 'a' },
      { at, text: 'b' },
      { at, text: 'b' },
    ];
    expect(markDuplicates(entries, [{ at: '2026-11-19T07:12:30Z', what: 'a ' }]).map((one) => one.isDuplicate)).toEqual(
      [true, false, true],
    );
    expect(inBatches([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
  });
});
