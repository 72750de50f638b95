import * as z from 'zod';
import { type Json, jsonValueSchema } from './json.ts';

/** https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export const adfDocumentSchema = z.object({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(z.record(z.string(), jsonValueSchema)),
});

export type SimulatedAdfDocument = z.infer<typeof adfDocumentSchema>;

/** A node inside a document, read leniently: what it lacks is simply not there. */
export type SimulatedAdfNode = {
  readonly type: string;
  readonly text: string;
  readonly attrs: Readonly<Record<string, Json>>;
  readonly marks: readonly AdfMark[];
  readonly content: readonly SimulatedAdfNode[];
};

export type AdfMark = { readonly type: string; readonly attrs: Readonly<Record<string, Json>> };

const attrsSchema = z.record(z.string(), jsonValueSchema).catch({});
const markSchema = z.object({ type: z.string(), attrs: attrsSchema });

const nodeSchema: z.ZodType<SimulatedAdfNode> = z.object({
  type: z.string().catch('unknown'),
  text: z.string().catch(''),
  attrs: attrsSchema,
  marks: z.array(markSchema).catch([]),
  get content() {
    return z.array(nodeSchema).catch([]);
  },
});

export function nodesOf(document: SimulatedAdfDocument): readonly SimulatedAdfNode[] {
  return document.content.map((node) => nodeSchema.parse(node));
}

/** One paragraph for each blank-line-separated piece of text. */
export function documentOfText(text: string): SimulatedAdfDocument {
  const paragraphs = text.split(/\n{2,}/).filter((piece) => piece.trim() !== '');
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map((piece) => ({ type: 'paragraph', content: [{ type: 'text', text: piece }] })),
  };
}

/** The words of a document, a line for each block: what version 2 of the API and webhooks carry instead of ADF. */
export function textOfDocument(document: SimulatedAdfDocument): string {
  return nodesOf(document).map(textOfNode).join('\n').trim();
}

const blockTypes = new Set(['paragraph', 'heading', 'listItem', 'tableRow', 'codeBlock', 'rule', 'taskItem']);

function textOfNode(node: SimulatedAdfNode): string {
  if (node.type === 'text') return node.text;
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention' || node.type === 'emoji' || node.type === 'status') return String(node.attrs.text ?? '');
  if (node.type === 'inlineCard' || node.type === 'blockCard') return String(node.attrs.url ?? '');
  const separator = node.content.some((child) => blockTypes.has(child.type)) ? '\n' : '';
  return node.content.map(textOfNode).join(separator);
}
