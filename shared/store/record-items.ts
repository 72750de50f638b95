import type { PostMortem } from '../domain/post-mortem.ts';
import { keys, queueShard } from './keys.ts';

export type Item = Record<string, unknown> & { pk: string; sk: string };

/** Entries that came with the ticket travel in packs, so that opening a record stays one transaction. */
const ENTRIES_IN_A_PACK = 50;

/**
 * A record as items: the head, and one item for every part that can grow. A pure function of the record, so a change
 * writes the difference of two of these, and never the whole.
 */
export function partsOf(record: PostMortem): Map<string, Item> {
  const { sections, timeline, rootCauses, contributingFactors, recommendations } = record;
  const fromTicket = timeline.filter(({ origin }) => origin === 'ticket');
  const packs = Array.from({ length: Math.ceil(fromTicket.length / ENTRIES_IN_A_PACK) }, (_, pack) =>
    fromTicket.slice(pack * ENTRIES_IN_A_PACK, (pack + 1) * ENTRIES_IN_A_PACK),
  );
  const parts: [string, Record<string, unknown>][] = [
    ...Object.entries(sections).map(([name, content]) => part(`SECTION#${name}`, { name, content })),
    ...packs.map((entries, pack) => part(`TIMELINE#0#${pack}`, { entries })),
    ...timeline
      .filter(({ origin }) => origin === 'person')
      .map((entry) => part(`TIMELINE#1#${entry.id}`, { entries: [entry] })),
    ...rootCauses.map((rootCause) => part(`CAUSE#${rootCause.id}`, { rootCause })),
    ...contributingFactors.map((factor) => part(`FACTOR#${factor.id}`, { factor })),
    ...recommendations.map((recommendation) => part(`RECOMMENDATION#${recommendation.id}`, { recommendation })),
  ];
  return new Map(parts.map(([name, content]) => [name, { ...keys.part(record.id, name), ...content }]));
}

/** The head carries what every read wants, and the place of the record in the queue of reviews to finish. */
export function headFields(record: PostMortem): Record<string, unknown> {
  const { sections: _, timeline: _t, rootCauses: _r, contributingFactors: _c, recommendations: _n, ...head } = record;
  return { head };
}

export function reviewDeadline(record: PostMortem): { deadlineQueue: string; deadlineAt: string } | undefined {
  if (record.status === 'approved') return undefined;
  return { deadlineQueue: queueShard('review', record.id), deadlineAt: record.dueAt };
}

function part(name: string, content: Record<string, unknown>): [string, Record<string, unknown>] {
  return [name, content];
}
