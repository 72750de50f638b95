import * as z from 'zod';
import { attribute, type FoundNode } from './read-node.ts';

/** Nodes that stand within a line. All others, also those that nobody knows yet, have lines of their own. */
const IN_LINE = new Set(
  'text hardBreak mention emoji date status placeholder inlineCard inlineExtension mediaInline'.split(' '),
);

export const isInLine = ({ type }: FoundNode): boolean => IN_LINE.has(type);

/** Words of nodes within a line. What a link leads to follows its words, unless they are the address. */
export function wordsInLine(nodes: readonly FoundNode[]): string {
  const spans: { words: string; address: string | undefined }[] = [];
  for (const node of nodes) {
    const span = { words: wordsOf(node), address: addressOf(node) };
    const last = spans.at(-1);
    // Words of one link are several nodes where a part of them is bold.
    if (last !== undefined && last.address === span.address) last.words += span.words;
    else spans.push(span);
  }
  return spans.map(({ words, address }) => (address === undefined ? words : linked(words, address))).join('');
}

function wordsOf(node: FoundNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'hardBreak':
      return '\n';
    case 'mention':
      return attribute(node, 'text') || '@someone';
    case 'emoji':
      return attribute(node, 'text') || attribute(node, 'shortName');
    case 'date':
      return dayOf(attribute(node, 'timestamp'));
    case 'inlineCard':
      return cardAddress(node);
    case 'mediaInline':
      return attribute(node, 'alt');
    default:
      return attribute(node, 'text');
  }
}

/** Milliseconds since 1970, as a string. The day that people see is the one in UTC. */
function dayOf(timestamp: string): string {
  const time = new Date(timestamp === '' ? Number.NaN : Number(timestamp));
  if (Number.isNaN(time.getTime())) return '';
  const at = time.toISOString();
  return at.slice(0, 10);
}

const CardData = z.object({ url: z.string() });

/** A card has an address, or data with one: https://developer.atlassian.com/cloud/jira/platform/apis/document/nodes/inlineCard/ */
export const cardAddress = (node: FoundNode): string =>
  attribute(node, 'url') || (CardData.safeParse(node.attrs.data).data?.url ?? '');

const LinkMark = z.object({ type: z.literal('link'), attrs: z.object({ href: z.string().min(1) }) });

const addressOf = ({ marks }: FoundNode): string | undefined =>
  marks.flatMap((mark) => LinkMark.safeParse(mark).data ?? [])[0]?.attrs.href;

/** Words of a link with its address behind them, unless they are the address. */
export function linked(words: string, address: string): string {
  const bare = address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
  return words.includes(bare) ? words : `${words} (${address})`.trimStart();
}
