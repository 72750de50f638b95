import { InvalidArgumentError } from 'commander';
import * as z from 'zod';
import { PartId, PostMortemId, RecommendationId } from '../shared/domain/words/identifiers.ts';

/** Options of every command. */
export const CommonOptions = z.object({
  stack: z.string(),
  region: z.string().optional(),
  endpointUrl: z.string().optional(),
  json: z.boolean().default(false),
});

/** Options of a command that can take everything at once, and can first show what it would do. */
export const BulkOptions = CommonOptions.extend({
  all: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});

/** Commander hands over one word at a time, with what it made of those before. */
export function postMortemIds(text: string, before: PostMortemId[] | undefined): PostMortemId[] {
  return [...(before ?? []), postMortemId(text)];
}

export function postMortemId(text: string): PostMortemId {
  const id = PostMortemId.safeParse(text.toUpperCase());
  if (!id.success)
    throw new InvalidArgumentError('It is no id of a post-mortem: 26 digits and capitals, such as 01KA….');
  return id.data;
}

export function recommendationId(text: string): RecommendationId {
  const id = RecommendationId.safeParse(text.toUpperCase());
  if (!id.success)
    throw new InvalidArgumentError('It is no id of a remediation: 26 digits and capitals, such as 01KA….');
  return id.data;
}

export function instant(text: string): string {
  if (Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('It is no time such as 2027-01-15T12:00:00Z.');
  return new Date(text).toISOString();
}

export function partId(text: string): PartId {
  const id = PartId.safeParse(text.toUpperCase());
  if (!id.success) throw new InvalidArgumentError('It is no id: 26 digits and capitals, such as 01KA….');
  return id.data;
}

export function placeFrom0(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is no whole number from 0.');
  return Number(text);
}

/** One version, and not whatever is there, which `*` would be. */
export function etagOption(text: string): string {
  const etag = /^"?(?<bare>\w+)"?$/.exec(text)?.groups?.bare;
  if (etag === undefined) throw new InvalidArgumentError('It is no ETag, such as c0123456789abcdef.');
  return `"${etag}"`;
}

export function wholeNumber(text: string): number {
  const number = z.coerce.number().int().positive().safeParse(text);
  if (number.success) return number.data;
  throw new InvalidArgumentError('It is no whole number above 0.');
}
