import * as z from 'zod';

/** Atlassian Document Format: https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export type AdfNode = {
  type: string;
  attrs?: Record<string, unknown>;
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: AdfNode[];
};
export type AdfDocument = { type: 'doc'; version: 1; content: AdfNode[] };

const ReadNode = z.object({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.object({ text: z.string().optional() }).optional(),
  get content(): z.ZodOptional<z.ZodArray<typeof ReadNode>> {
    return z.array(ReadNode).optional();
  },
});
type ReadNode = z.infer<typeof ReadNode>;

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote', 'tableRow', 'rule']);

/** The words of a rich-text field, a line for each block. Plain strings, as older webhooks send them, stay as they are. */
export function plainText(field: unknown): string {
  if (typeof field === 'string') return field.trim();
  const parsed = ReadNode.safeParse(field);
  return parsed.success
    ? wordsOf(parsed.data)
        .replace(/\n{2,}/g, '\n')
        .trim()
    : '';
}

function wordsOf(node: ReadNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention' || node.type === 'emoji') return node.attrs?.text ?? '';
  const words = (node.content ?? []).map(wordsOf).join('');
  return BLOCKS.has(node.type) ? `${words}\n` : words;
}
