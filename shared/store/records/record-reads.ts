import * as z from 'zod';
import type { SectionName } from '../../domain/record/content/sections.ts';
import { Sections } from '../../domain/record/content/sections.ts';
import type { PostMortem, PostMortemHead } from '../../domain/record/post-mortem.ts';
import { Recommendation } from '../../domain/remediation/recommendation.ts';
import { Remediation } from '../../domain/remediation/remediation.ts';
import { Instant, type PostMortemId, type RecommendationId } from '../../domain/words/identifiers.ts';
import { NotFound } from '../errors.ts';
import { keys, PREFIX } from '../keys.ts';
import { type FixOfWords, fixesWithWords } from '../queues/same-words.ts';
import { getItem, getTogether, itemsUnder, type Table } from '../table.ts';
import { isRemoved } from './append.ts';
import { HeadItem, readRecord } from './read-record.ts';
import { PART_KEY } from './record-items.ts';

const RemediationItem = z.object({ remediation: Remediation, changedAt: Instant.optional() });
const RecommendationPart = z.object({ part: z.object({ kind: z.literal('recommendation'), content: Recommendation }) });
const PartItem = z.looseObject({ sk: z.string() });

/** A record and its parts, as they are now. */
export function recordReads(table: Table) {
  return {
    /** @returns the record, or undefined when there is none with this id */
    async postMortem(id: PostMortemId): Promise<PostMortem | undefined> {
      return (await loadRecord(table, id))?.record;
    },

    /** Reads what every access wants to know first: the record's mark, its status, who wrote in it. */
    async head(id: PostMortemId): Promise<PostMortemHead | undefined> {
      const item = await getItem(table, keys.record(id));
      return item === undefined ? undefined : HeadItem.parse(item).head;
    },

    /** A recommendation as it stands now. */
    async recommendation(id: PostMortemId, recommendationId: RecommendationId): Promise<Recommendation | undefined> {
      const item = await getItem(table, keys.part(id, `${PART_KEY.recommendation}#${recommendationId}`));
      return item === undefined ? undefined : RecommendationPart.parse(item).part.content;
    },

    /** One section alone. */
    async section<Name extends SectionName>(id: PostMortemId, name: Name): Promise<Sections[Name] | undefined> {
      const item = await getItem(table, keys.section(id, name));
      return item === undefined ? undefined : Sections.parse({ [name]: item.content })[name];
    },

    async remediation(id: PostMortemId, remediationId: RecommendationId): Promise<Remediation | undefined> {
      const item = await getItem(table, keys.remediation(id, remediationId));
      return item === undefined ? undefined : RemediationItem.parse(item).remediation;
    },

    remediations: (id: PostMortemId): Promise<Remediation[]> => remediationsOf(table, id),

    /** Fixes that say the same to the same team: see `fixesWithWords`. */
    fixesWithWords: (named: Pick<Remediation, 'title' | 'ownerTeam'>): AsyncIterable<FixOfWords[]> =>
      fixesWithWords(table, named),

    /** The number of the newest entry of its audit log. */
    async sequence(id: PostMortemId): Promise<number> {
      const item = await getItem(table, keys.record(id));
      if (item === undefined) throw new NotFound(`post-mortem ${id}`);
      return HeadItem.parse(item).sequence;
    },
  };
}

export type LoadedRecord = { head: HeadItem; record: PostMortem };

/**
 * The head first, then the parts: what is written in between shows as parts that are newer than the head, and an
 * append on that head is refused. The other way round, old parts would pass under a new head.
 */
export async function loadRecord(table: Table, id: PostMortemId): Promise<LoadedRecord | undefined> {
  const first = await getItem(table, keys.record(id));
  if (first === undefined) return undefined;
  const head = HeadItem.parse(first);
  const parts = (await itemsUnder(table, keys.record(id).pk, PREFIX.part)).filter((item) => !isRemoved(item));
  return { head, record: readRecord(head, z.array(PartItem).parse(parts)) };
}

/** A remediation and the head of its record, as they were at one moment. */
export async function loadRemediation(
  table: Table,
  id: PostMortemId,
  remediationId: RecommendationId,
): Promise<{ head: HeadItem; remediation: Remediation | undefined; changedAt: string | undefined }> {
  const [head, found] = await getTogether(table, [keys.record(id), keys.remediation(id, remediationId)]);
  if (head === undefined) throw new NotFound(`post-mortem ${id}`);
  const { remediation, changedAt } = found === undefined ? {} : RemediationItem.parse(found);
  return { head: HeadItem.parse(head), remediation, changedAt };
}

export async function remediationsOf(table: Table, id: PostMortemId): Promise<Remediation[]> {
  const items = await itemsUnder(table, keys.record(id).pk, PREFIX.remediation);
  return items.filter((item) => !isRemoved(item)).map((item) => RemediationItem.parse(item).remediation);
}
