import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../../local/jira-simulator/sites/data-center.ts';
import { adfOfWords, startSite } from '../../../support/jira/simulated-site.ts';

const task = { project: { key: 'PLAT' }, issuetype: { name: 'Task' }, summary: 'Fix' };
const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const node = (type: string, content: unknown[], attrs?: object) => ({ type, content, ...(attrs && { attrs }) });
const paragraph = (...content: unknown[]) => node('paragraph', content);
const list = (...items: unknown[]) => node('bulletList', items);
const item = (...content: unknown[]) => node('listItem', content);

const taken: readonly [what: string, document: unknown][] = [
  ['an empty document', doc()],
  ['an empty paragraph', doc(paragraph())],
  ['an empty code block', doc(node('codeBlock', []))],
  ['code of two lines', doc(node('codeBlock', [text('one\ntwo')]))],
  [
    'a strong link',
    doc(paragraph(text('a', { type: 'strong' }, { type: 'link', attrs: { href: 'https://a.example' } }))),
  ],
  ['a mention', doc(paragraph({ type: 'mention', attrs: { id: '712020:mia', text: '@Mia' } }))],
  ['a list in a list', doc(list(item(paragraph(text('a')), list(item(paragraph(text('b')))))))],
  ['a task', doc(node('taskList', [node('taskItem', [text('a')], { localId: '2', state: 'TODO' })], { localId: '1' }))],
  ['a table', doc(node('table', [node('tableRow', [node('tableCell', [paragraph(text('a'))])])]))],
  ['a status', doc(paragraph({ type: 'status', attrs: { text: 'OPEN', color: 'red' } }))],
];

const refused: readonly [what: string, document: unknown][] = [
  ['an empty text', doc(paragraph(text('')))],
  ['a line break in a text', adfOfWords('one\ntwo')],
  ['no version', { type: 'doc', content: [] }],
  ['another version', { type: 'doc', version: 2, content: [] }],
  ['an unknown node', doc({ type: 'banner' })],
  ['an unknown mark', doc(paragraph(text('a', { type: 'blink' })))],
  ['a text at the top', doc(text('a'))],
  ['a line break at the top', doc({ type: 'hardBreak' })],
  ['a bare list item', doc(item(paragraph()))],
  ['an item of bare text', doc(list(item(text('a'))))],
  ['an empty list', doc(list())],
  ['strong code', doc(paragraph(text('a', { type: 'code' }, { type: 'strong' })))],
  ['a link to nowhere', doc(paragraph(text('a', { type: 'link' })))],
  ['a heading of level 7', doc(node('heading', [text('a')], { level: 7 }))],
  ['marked code', doc(node('codeBlock', [text('a', { type: 'strong' })]))],
  ['an unknown attribute', doc(node('paragraph', [], { colour: 'red' }))],
  ['no content', { type: 'doc', version: 1, content: null }],
  ['a status without a colour', doc(paragraph({ type: 'status', attrs: { text: 'OPEN' } }))],
  ['a status without words', doc(paragraph({ type: 'status', attrs: { text: '', color: 'red' } }))],
  ['a colour by name', doc(paragraph(text('a', { type: 'textColor', attrs: { color: 'red' } })))],
  ['an expand in a list', doc(list(item(paragraph(), node('expand', [paragraph()]))))],
  ['a table in a panel', doc(node('panel', [node('table', [])], { panelType: 'info' }))],
  ['a heading in a list item', doc(list(item(node('heading', [], { level: 1 }))))],
  ['a heading in a quotation', doc(node('blockquote', [node('heading', [], { level: 1 })]))],
];

describe('a description', () => {
  it.each(taken)('with %s is taken', async (_what, description) => {
    const { create } = await startSite(classicEnglish);

    expect((await create({ ...task, description })).status).toBe(201);
  });

  it.each(refused)('with %s is refused, and no field is named', async (_what, description) => {
    const { create, jira } = await startSite(classicEnglish);
    const { status, body } = await create({ ...task, description });

    expect([status, body, jira.issues()]).toEqual([400, { errorMessages: ['INVALID_INPUT'], errors: {} }, []]);
  });

  it.each([
    ['a string', 'Words', 'Operation value must be an Atlassian Document (see the Atlassian Document Format)'],
    [
      'a text of 32,768 letters',
      adfOfWords('a'.repeat(32_768)),
      'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
    ],
  ])('that is %s is refused by its field', async (_what, description, message) => {
    const { create } = await startSite(classicEnglish);
    const { status, body } = await create({ ...task, description });

    expect([status, body]).toEqual([400, { errorMessages: [], errors: { description: message } }]);
  });

  it('keeps its line breaks where the site is set to', async () => {
    const { create } = await startSite(classicEnglish, { manners: { lineBreaksInText: 'kept' } });

    expect((await create({ ...task, description: adfOfWords('one\ntwo') })).status).toBe(201);
  });

  it('is a string on Data Center, and reads back as it was', async () => {
    const { call } = await startSite(onDataCenter(classicEnglish));
    const words = 'h2. Seen\n\nIn *one* mailbox.';
    const refusal = await call('POST', '/rest/api/2/issue', { fields: { ...task, description: adfOfWords('a') } });
    await call('POST', '/rest/api/2/issue', { fields: { ...task, description: words } });
    const { body } = await call('GET', '/rest/api/2/issue/PLAT-1?fields=description');

    expect([refusal.status, body]).toEqual([400, expect.objectContaining({ fields: { description: words } })]);
  });
});

describe('a comment', () => {
  it.each([
    ['an empty text', doc(paragraph(text(''))), 'Comment body is not valid!'],
    [
      'a text of 32,768 letters',
      adfOfWords('a'.repeat(32_768)),
      'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
    ],
  ])('with %s is refused by its own name', async (_what, body, message) => {
    const { answer, created } = await startSite(classicEnglish);
    const key = await created(task);

    expect(await answer('POST', `/rest/api/3/issue/${key}/comment`, { body })).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { comment: message } },
    });
  });
});
