/**
 * Nodes and marks of a document, in our own words. It is the schema of the editor, which refuses all that a Jira may
 * refuse, and perhaps more: https://unpkg.com/@atlaskit/adf-schema/dist/json-schema/v1/full.json
 * It is narrower than the schema where an item begins with a list, and where media, extensions and aligned blocks stand.
 */
export type AttributeRule = {
  /** A colour is written as `#rrggbb`; `some words` are not empty. */
  readonly kind: 'anything' | 'words' | 'some words' | 'colour' | 'number' | 'yes or no' | readonly (string | number)[];
  readonly isRequired: boolean;
};
export type AttributeRules = Readonly<Record<string, AttributeRule>>;

type NodeRule = {
  readonly attrs?: AttributeRules;
  /** Absent: the node has no content at all. `first` is narrower where the first child has to be a block of text. */
  readonly content?: { readonly of: readonly string[]; readonly first?: readonly string[]; readonly least: 0 | 1 };
};

const must = (kind: AttributeRule['kind']): AttributeRule => ({ kind, isRequired: true });
const may = (kind: AttributeRule['kind']): AttributeRule => ({ kind, isRequired: false });
const localId = { localId: may('words') };

const inline = [
  'text',
  'hardBreak',
  'mention',
  'emoji',
  'date',
  'status',
  'inlineCard',
  'inlineExtension',
  'mediaInline',
];
const media = ['mediaSingle', 'mediaGroup'];
const lists = ['bulletList', 'orderedList'];
const inPanel = [
  'paragraph',
  'heading',
  ...lists,
  'blockCard',
  ...media,
  'codeBlock',
  'taskList',
  'rule',
  'decisionList',
];
const inExpand = [...inPanel, 'panel', 'blockquote', 'table', 'embedCard', 'extension'];
const inCell = ['paragraph', 'heading', ...lists, 'panel', 'blockquote', 'rule', 'codeBlock', ...media].concat([
  'decisionList',
  'taskList',
  'blockCard',
  'embedCard',
  'extension',
  'nestedExpand',
]);
const blocks = [...inExpand, 'expand', 'bodiedExtension'];

const cell: NodeRule = {
  attrs: {
    ...localId,
    colspan: may('number'),
    rowspan: may('number'),
    colwidth: may('anything'),
    background: may('words'),
  },
  content: { of: inCell, least: 1 },
};
const cardLayouts = ['wide', 'full-width', 'center', 'wrap-right', 'wrap-left', 'align-end', 'align-start'];
const card: AttributeRules = { url: must('words'), localId: may('words') };

export const adfNodes: Readonly<Record<string, NodeRule>> = {
  doc: { content: { of: blocks, least: 0 } },
  paragraph: { attrs: localId, content: { of: inline, least: 0 } },
  heading: {
    attrs: { ...localId, level: must([1, 2, 3, 4, 5, 6]) },
    content: { of: inline, least: 0 },
  },
  text: {},
  hardBreak: { attrs: { ...localId, text: may(['\n']) } },
  rule: { attrs: localId },
  bulletList: { attrs: localId, content: { of: ['listItem'], least: 1 } },
  orderedList: { attrs: { ...localId, order: may('number') }, content: { of: ['listItem'], least: 1 } },
  listItem: {
    attrs: localId,
    content: {
      first: ['paragraph', 'mediaSingle', 'codeBlock'],
      of: ['paragraph', 'mediaSingle', 'codeBlock', ...lists, 'taskList'],
      least: 1,
    },
  },
  blockquote: { attrs: localId, content: { of: ['paragraph', ...lists, 'codeBlock', ...media], least: 1 } },
  codeBlock: {
    attrs: { ...localId, language: may('words'), uniqueId: may('words') },
    content: { of: ['text'], least: 0 },
  },
  panel: {
    attrs: {
      ...localId,
      panelType: must(['info', 'note', 'tip', 'warning', 'error', 'success', 'custom']),
      panelIcon: may('words'),
      panelIconId: may('words'),
      panelIconText: may('words'),
      panelColor: may('words'),
    },
    content: { of: inPanel, least: 1 },
  },
  expand: { attrs: { ...localId, title: may('words') }, content: { of: inExpand, least: 1 } },
  nestedExpand: { attrs: { ...localId, title: may('words') }, content: { of: inPanel, least: 1 } },
  table: {
    attrs: {
      ...localId,
      displayMode: may(['default', 'fixed']),
      isNumberColumnEnabled: may('yes or no'),
      layout: may(['wide', 'full-width', 'center', 'align-end', 'align-start', 'default']),
      width: may('number'),
    },
    content: { of: ['tableRow'], least: 1 },
  },
  tableRow: { attrs: localId, content: { of: ['tableCell', 'tableHeader'], least: 0 } },
  tableCell: cell,
  tableHeader: cell,
  taskList: {
    attrs: { localId: must('words') },
    content: { first: ['taskItem'], of: ['taskItem', 'taskList'], least: 1 },
  },
  taskItem: { attrs: { localId: must('words'), state: must(['TODO', 'DONE']) }, content: { of: inline, least: 0 } },
  decisionList: { attrs: { localId: must('words') }, content: { of: ['decisionItem'], least: 1 } },
  decisionItem: { attrs: { localId: must('words'), state: must('words') }, content: { of: inline, least: 0 } },
  mention: {
    attrs: {
      ...localId,
      id: must('words'),
      text: may('words'),
      accessLevel: may('words'),
      userType: may(['DEFAULT', 'SPECIAL', 'APP']),
    },
  },
  emoji: { attrs: { ...localId, shortName: must('words'), id: may('words'), text: may('words') } },
  date: { attrs: { ...localId, timestamp: must('words') } },
  status: {
    attrs: {
      ...localId,
      text: must('some words'),
      color: must(['neutral', 'purple', 'blue', 'red', 'yellow', 'green']),
      style: may('words'),
    },
  },
  inlineCard: { attrs: card },
  blockCard: { attrs: card },
  embedCard: { attrs: { ...card, layout: must(cardLayouts), width: may('number') } },
};

export const adfMarks: Readonly<Record<string, AttributeRules>> = {
  strong: {},
  em: {},
  strike: {},
  underline: {},
  code: {},
  link: {
    href: must('words'),
    title: may('words'),
    id: may('words'),
    collection: may('words'),
    occurrenceKey: may('words'),
  },
  subsup: { type: must(['sub', 'sup']) },
  textColor: { color: must('colour') },
  backgroundColor: { color: must('colour') },
  annotation: { id: must('words'), annotationType: must(['inlineComment']) },
};
