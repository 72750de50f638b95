import * as z from 'zod';
import { DismissedHint } from '../../domain/record/content/dismissed-hint.ts';
import { Part, type PartLists, withPart } from '../../domain/record/content/parts.ts';
import { SectionName } from '../../domain/record/content/sections.ts';
import { PostMortem, PostMortemHead } from '../../domain/record/post-mortem.ts';
import { PREFIX } from '../keys.ts';

export const HeadItem = z.object({ sequence: z.int().positive(), lastHash: z.string(), head: PostMortemHead });
export type HeadItem = z.infer<typeof HeadItem>;

const SectionItem = z.object({ name: SectionName, content: z.unknown() });
const HintsItem = z.object({ dismissedHints: z.array(DismissedHint) });
const PartItem = z.object({ part: Part });

const NOTHING: PartLists = {
  rootCauses: [],
  contributingFactors: [],
  observations: [],
  recommendations: [],
  lessons: [],
  notifications: [],
  evidence: [],
  corrections: [],
  temporaryMeasures: [],
};

/**
 * The record from its items, as `partsOf` and `headFields` made them.
 *
 * @throws ZodError when an item does not have the shape of its kind: the table was changed by another hand.
 */
export function readRecord(head: HeadItem, items: readonly { sk: string }[]): PostMortem {
  const isSection = ({ sk }: { sk: string }): boolean => sk.startsWith(PREFIX.section);
  const isHints = ({ sk }: { sk: string }): boolean => sk === PREFIX.dismissedHints;
  const sections = items.filter(isSection).map((item) => SectionItem.parse(item));
  const dismissedHints = items.filter(isHints).flatMap((item) => HintsItem.parse(item).dismissedHints);
  const parts = items.filter((item) => !isSection(item) && !isHints(item));
  let lists = NOTHING;
  for (const item of parts) lists = { ...lists, ...withPart(lists, PartItem.parse(item).part) };
  return PostMortem.parse({
    ...head.head,
    sections: Object.fromEntries(sections.map(({ name, content }) => [name, content])),
    ...lists,
    dismissedHints,
  });
}
