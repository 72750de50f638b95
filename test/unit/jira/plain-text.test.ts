import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { techniquesIn } from '../../../shared/domain/ticket/incident-ticket.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const text = (words: unknown, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const node = (type: string, attrs: unknown, ...content: unknown[]) => ({ type, attrs, content });
const line = (...content: unknown[]) => node('paragraph', {}, ...content);
const item = (...content: unknown[]) => node('listItem', {}, ...content);
const href = (address: string) => ({ type: 'link', attrs: { href: address } });
const PLAYBOOK = 'https://wiki.test/playbook';

describe('the words of a document', () => {
  it.each([
    [
      'a line for each block',
      [node('heading', { level: 1 }, text('a')), line(text('b')), node('rule', {}), line(text('c'))],
      'a\nb\nc',
    ],
    ['a break of a line', [line(text('a'), node('hardBreak', null), text('b'))], 'a\nb'],
    [
      'the address of a link',
      [line(text('see '), text('the playbook', href(PLAYBOOK)), text('.'))],
      `see the playbook (${PLAYBOOK}).`,
    ],
    [
      'that once, when a part of the link is bold',
      [line(text('the ', href(PLAYBOOK)), text('book', href(PLAYBOOK), { type: 'strong' }))],
      `the book (${PLAYBOOK})`,
    ],
    [
      'and not beside words that are the address',
      [line(text('wiki.test/playbook', href(`${PLAYBOOK}/`)))],
      'wiki.test/playbook',
    ],
    ['a mailbox', [line(text('a@b.test', href('mailto:a@b.test')))], 'a@b.test'],
    [
      'smart links',
      [
        line(node('inlineCard', { url: PLAYBOOK })),
        node('blockCard', { url: PLAYBOOK }),
        node('embedCard', { url: PLAYBOOK }),
        node('blockCard', { data: { url: PLAYBOOK } }),
      ],
      Array(4).fill(PLAYBOOK).join('\n'),
    ],
    [
      'a date, a status',
      [line(node('date', { timestamp: '1764064800000' }), text(' '), node('status', { text: 'CONTAINED' }))],
      '2025-11-25 CONTAINED',
    ],
    [
      'people and emoji',
      [
        line(
          node('mention', { id: '1', text: '@Mia' }),
          node('mention', { id: '712020:mia' }),
          node('emoji', { shortName: ':fire:', text: '🔥' }),
          node('emoji', { shortName: ':acme:' }),
        ),
      ],
      '@Mia@someone🔥:acme:',
    ],
    [
      'lists in lists',
      [
        node(
          'bulletList',
          {},
          item(
            line(text('a')),
            node('orderedList', { order: 3 }, item(line(text('b'))), item(line(text('c')), line(text('d')))),
          ),
        ),
        node('orderedList', {}, item(line(text('e')))),
      ],
      '- a\n  3. b\n  4. c\n    d\n1. e',
    ],
    [
      'tasks and decisions',
      [
        node(
          'taskList',
          {},
          node('taskItem', { state: 'DONE' }, text('a')),
          node('taskItem', { state: 'TODO' }, text('b')),
          node('taskList', {}, node('taskItem', {}, text('c'))),
        ),
        node('decisionList', {}, node('decisionItem', {}, text('d'))),
      ],
      '[x] a\n[ ] b\n[ ] c\nDecision: d',
    ],
    [
      'titles of what is folded',
      [
        node('expand', { title: 'Indicators' }, line(text('1.2.3.4'))),
        node('nestedExpand', { title: 'More' }, line(text('a'))),
      ],
      'Indicators\n1.2.3.4\nMore\na',
    ],
    [
      'cells side by side',
      [
        node(
          'table',
          {},
          node('tableRow', {}, node('tableHeader', {}, line(text('a'))), node('tableHeader', {}, line(text('b')))),
          node(
            'tableRow',
            {},
            node('tableCell', {}, line(text('c')), line(text('d'))),
            node('tableCell', {}, line(text('e'))),
          ),
        ),
      ],
      'a | b\nc d | e',
    ],
    [
      'pictures by what they show',
      [node('mediaSingle', {}, node('media', { id: '1', alt: 'chart.png' }), node('caption', {}, text('Traffic')))],
      'chart.png\nTraffic',
    ],
    [
      'panels, columns and quotes',
      [
        node('panel', { panelType: 'info' }, line(text('a'))),
        node('layoutSection', {}, node('layoutColumn', {}, line(text('b')))),
        node('blockquote', {}, line(text('c'))),
      ],
      'a\nb\nc',
    ],
    ['code as it is', [node('codeBlock', { language: 'sh' }, text('a\n  b'))], 'a\n  b'],
  ])('have %s', (_, content, words) => {
    expect(plainText(doc(...content))).toBe(words);
  });

  const oddOnes: readonly (readonly [string, unknown])[] = [
    ['attributes that are null', node('hardBreak', null)],
    ['content that is null', { type: 'paragraph', content: null }],
    ['a number for a text', text(7)],
    ['no type', { text: 'x' }],
    ['a type of tomorrow', node('hologram', { url: 7 })],
    ['a date of no time', node('date', { timestamp: 'soon' })],
    ['a date beyond time', node('date', { timestamp: '9e99' })],
    [
      'marks that are none',
      { type: 'text', text: '', marks: [null, 7, { type: 'link' }, { type: 'link', attrs: { href: 7 } }] },
    ],
    ['null in its place', null],
    ['a string in its place', 'x'],
    ['a list in its place', [text('x')]],
  ];
  it.each(oddOnes)('are all there around a node with %s', (_, odd) => {
    const words = plainText(doc(line(text('before')), odd, line(text('a '), odd, text('b')), line(text('after'))));
    expect(words).toMatch(/^before\n(?:x\n)?a ?(?:\n|x|\nx\n)? ?b\nafter$/);
  });

  it('tell a technique by its address', () => {
    const address = 'https://attack.mitre.org/techniques/T1566/002/';
    const words = plainText(doc(line(node('inlineCard', { url: address }), text(' and T1110, T1078.004'))));
    expect([techniquesIn(words), techniquesIn('T1566/002 and techniques/T1059')]).toEqual([
      ['T1566.002', 'T1110', 'T1078.004'],
      ['T1566', 'T1059'],
    ]);
  });

  it.each([
    ['T1114.003 ruled out. T1078 was used', ['T1078']],
    ['(T1114.003 ruled out)', []],
    ['We ruled out T1114.003, and saw T1566.002', ['T1566.002']],
    ['Ruled out: T1078', []],
    ['no evidence of T1486; no sign of T1490', []],
    ['No evidence of T1078, T1110 or T1190', []],
    ['No evidence of exfiltration and T1486 was used', ['T1486']],
    ['No T1078 was seen', []],
    ['kein T1078, keine Hinweise auf T1486', []],
    ['T1566, T1078 and T1110 were not observed', []],
    ['T1566 confirmed and T1078 ruled out', ['T1566']],
    ['T1566.002, not T1566.001', ['T1566.002']],
    ['not (T1078)', []],
    ['T1566 but not T1078, nor T1110', ['T1566']],
    ['T1078 could not be blocked in time', ['T1078']],
    ['The attacker excluded a folder from Defender (T1562.001)', ['T1562.001']],
    ['T1110 was not seen\nT1110.003 was', ['T1110.003']],
    ['T1486 wurde ausgeschlossen, T1078 nicht', ['T1078']],
    [
      'seen at https://attack.mitre.org/techniques/T1566/002/, not https://attack.mitre.org/techniques/T1078/001/',
      ['T1566.002'],
    ],
    ['printer T2000 and build T9999', []],
    ['T1086 by hand', ['T1086']],
  ])('name the techniques of %j', (words, ids) => {
    expect(techniquesIn(words)).toEqual(ids);
  });

  it('are looked through for techniques in one go, however many there are', () => {
    const row = Array.from({ length: 20_000 }, () => 'T1566.002, T1078').join(', ');
    const hostile = [
      row,
      row.replaceAll(', ', ' '),
      'ükein'.repeat(60_000),
      'no '.repeat(90_000),
      `not ${row} x`,
      '('.repeat(200_000),
    ];
    const before = performance.now();
    const found = hostile.map(techniquesIn);
    expect([found[0], found[1], performance.now() - before < 5_000]).toEqual([
      ['T1566.002', 'T1078'],
      ['T1566.002', 'T1078'],
      true,
    ]);
  });

  it('survive a document of ten thousand levels, and one of more nodes than are read', () => {
    let deep: unknown = line(text('at the bottom'));
    for (let level = 0; level < 10_000; level += 1) deep = node(level % 2 === 0 ? 'bulletList' : 'listItem', {}, deep);
    const wide = { type: 'doc', content: Array.from({ length: 60_000 }, () => line(text('abc'))) };
    expect(plainText(doc(line(text('a')), deep, line(text('b'))))).toMatch(/^a\n[- ]*at the bottom\nb$/);
    expect(plainText(wide).length).toBeLessThan(60_000 * 4);
  });

  it('never fail, whatever Jira says', () => {
    const value = fc.jsonValue({ maxDepth: 6 });
    const odd = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.record(
        {
          type: fc.oneof(
            fc.constantFrom('doc', 'text', 'bulletList', 'tableRow', 'taskItem', 'mention', 'date', 'media'),
            value,
          ),
          text: value,
          attrs: fc.oneof(value, fc.record({ url: value, text: value, title: value, order: value, timestamp: value })),
          marks: fc.oneof(value, fc.array(fc.record({ type: fc.constant('link'), attrs: value }))),
          content: fc.oneof({ maxDepth: 4 }, value, fc.array(tie('node'), { maxLength: 4 })),
        },
        { requiredKeys: [] },
      ),
    })).node;
    mustHold(
      fc.property(fc.oneof(odd, value), (field) => {
        expect(typeof plainText(field)).toBe('string');
      }),
      { runs: 500 },
    );
  });
});

describe('the words of wiki markup', () => {
  it.each([
    ['headings and quotes', 'h1. Scope\nbq. said', 'Scope\nsaid'],
    [
      'links',
      `see [the playbook|${PLAYBOOK}], [${PLAYBOOK}] and [x|${PLAYBOOK}|smart-link]`,
      `see the playbook (${PLAYBOOK}), ${PLAYBOOK} and x (${PLAYBOOK})`,
    ],
    [
      'people and files',
      '[~mia] [~accountid:5b10] [^log.txt] !chart.png|thumbnail!',
      '@mia @someone log.txt chart.png',
    ],
    ['lists', '* a\n** b\n# c\n# d\n## e\n- f', '- a\n  - b\n1. c\n2. d\n  1. e\n- f'],
    [
      'code',
      'run {{ls}}:\n{code:bash}\n* {not} a list\n{code}\n{noformat}[a|b]{noformat}',
      'run ls:\n* {not} a list\n[a|b]',
    ],
    ['tables', '||a||b||\n|c \\| d|[e|https://e.test]|', 'a | b\nc | d | e (https://e.test)'],
    [
      'colours and panels',
      '{color:red}hot{color} {panel:title=Indicators|borderStyle=solid}\n1.2.3.4\n{panel}',
      'hot Indicators\n1.2.3.4',
    ],
    ['what is escaped', 'a \\*b\\* \\{x\\} C:&#92;x', 'a *b* {x} C:\\x'],
    [
      'and what may be a word',
      '*bold* _it_ [SEC-1] {x} wow! a_b_c arn:aws:s3:::a_b_c*',
      '*bold* _it_ [SEC-1] {x} wow! a_b_c arn:aws:s3:::a_b_c*',
    ],
  ])('are without the signs of %s', (_, markup, words) => {
    expect(plainText(markup)).toBe(words);
  });

  it.each(['{code:a}', '[', '{{', '|[', '!a', '[a|', '{panel:title=', '\\', '*'])(
    'cost little, when %s comes again and again',
    (sign) => {
      const begunAt = performance.now();
      plainText(sign.repeat(32_767 / sign.length));
      plainText(`|${sign.repeat(32_767 / sign.length)}`);
      expect(performance.now() - begunAt).toBeLessThan(2_000);
    },
  );
});
