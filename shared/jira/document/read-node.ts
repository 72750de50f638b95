import * as z from 'zod';

/** A node as it is found: what it lacks, or has in a form of its own, is simply not there. */
const FoundNode = z.object({
  type: z.string().catch(''),
  text: z.string().catch(''),
  attrs: z.record(z.string(), z.unknown()).catch({}),
  marks: z.array(z.unknown()).catch([]),
  content: z.array(z.unknown()).catch([]),
});
export type FoundNode = z.infer<typeof FoundNode>;

/** Most nodes that are read of one document. So many have no room in the characters that Jira takes. */
const NODE_LIMIT = 100_000;

/** Number of nodes that may still be read. */
export type NodesLeft = { count: number };
export const nodesLeft = (): NodesLeft => ({ count: NODE_LIMIT });

/** The nodes among some content, each read by itself: one that is none costs no other. */
export function nodesIn(content: readonly unknown[], left: NodesLeft): FoundNode[] {
  const read = content.slice(0, left.count).flatMap((one) => FoundNode.safeParse(one).data ?? []);
  left.count -= read.length;
  return read;
}

/** An attribute that should be words. */
export const attribute = ({ attrs }: FoundNode, name: string): string => {
  const value = attrs[name];
  return typeof value === 'string' ? value : '';
};
