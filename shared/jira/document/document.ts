import * as z from 'zod';

/*
 * The Atlassian Document Format as far as we write it, by the rules of its published schema: every object is closed, no text
 * and no list is empty, and what may stand in what is listed. https://unpkg.com/@atlaskit/adf-schema/dist/json-schema/v1/full.json
 *
 * In two points it is narrower. A text has no line break: the schema allows it, and whether every Jira takes it is not on record. And
 * a list item begins with a paragraph or code, though the schema lets it begin with a list.
 */

const Link = z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.string().min(1) }) });
const Code = z.strictObject({ type: z.literal('code') });
const Look = z.strictObject({ type: z.enum(['strong', 'em', 'strike']) });

/** Marks are of different types, and code goes with a link alone. */
const Marks = z
  .union([z.array(z.union([Look, Link])).min(1), z.array(z.union([Code, Link])).min(1)])
  .refine((marks) => new Set(marks.map(({ type }) => type)).size === marks.length, { error: 'a mark stands twice' });

const words = z.string().regex(/^[^\r\n]+$/, { error: 'expected words without a line break' });
const Text = z.strictObject({ type: z.literal('text'), text: words, marks: Marks.optional() });
const HardBreak = z.strictObject({ type: z.literal('hardBreak') });
const Inline = z.discriminatedUnion('type', [Text, HardBreak]);

const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(Inline) });
const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.int().min(1).max(6) }),
  content: z.array(Inline),
});
/** The one place where a text has line breaks: they are the lines of the code. */
const CodeText = z.strictObject({ type: z.literal('text'), text: z.string().min(1) });
const CodeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  attrs: z.strictObject({ language: z.string() }).optional(),
  content: z.array(CodeText),
});
const Rule = z.strictObject({ type: z.literal('rule') });

const ListItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.tuple([z.discriminatedUnion('type', [Paragraph, CodeBlock])], InItem);
  },
});
const BulletList = z.strictObject({
  type: z.literal('bulletList'),
  get content() {
    return z.array(ListItem).min(1);
  },
});
const OrderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ order: z.int().min(0) }).optional(),
  get content() {
    return z.array(ListItem).min(1);
  },
});
const InItem = z.discriminatedUnion('type', [Paragraph, CodeBlock, BulletList, OrderedList]);
const Blockquote = z.strictObject({ type: z.literal('blockquote'), content: z.array(InItem).min(1) });

const cell = <Type extends 'tableHeader' | 'tableCell'>(type: Type) =>
  z.strictObject({ type: z.literal(type), content: z.array(Paragraph).min(1) });
const TableRow = z.strictObject({
  type: z.literal('tableRow'),
  content: z.array(z.discriminatedUnion('type', [cell('tableHeader'), cell('tableCell')])).min(1),
});
const Table = z.strictObject({ type: z.literal('table'), content: z.array(TableRow).min(1) });

const Block = z.discriminatedUnion('type', [...InItem.options, Heading, Blockquote, Table, Rule]);

export const AdfDocument = z.strictObject({ type: z.literal('doc'), version: z.literal(1), content: z.array(Block) });
export type AdfDocument = z.infer<typeof AdfDocument>;
export type AdfBlock = z.infer<typeof Block>;
export type AdfBlockInItem = z.infer<typeof InItem>;
export type AdfInline = z.infer<typeof Inline>;
export type AdfListItem = z.infer<typeof ListItem>;
export type AdfMarks = z.infer<typeof Marks>;
