import * as z from 'zod';
import { wrongFields } from '../../shared/api/http/invalid-request.ts';
import { PART_SHAPES, type PartShape } from '../../shared/api/routes/part-shapes.ts';
import { counted } from '../../shared/document/counted.ts';
import { LIST_OF } from '../../shared/domain/record/content/parts.ts';
import { SECTION_DRAFTS } from '../../shared/domain/record/content/sections.ts';
import { TimelineEntryDraft } from '../../shared/domain/record/content/timeline.ts';
import { illFormedIn } from '../../shared/domain/words/well-formed.ts';
import { CommandFailure } from '../failure.ts';

/** Kinds of parts in the order in which they are written: what others refer to first. */
export const LISTS: readonly { list: ListName; shape: PartShape }[] = PART_SHAPES.map((shape) => ({
  list: LIST_OF[shape.kind],
  shape,
}));
export type ListName = (typeof LIST_OF)[PartShape['kind']];

/** A part that stands in the same file: `rootCauses/0`. It has its id once it is written. */
const PLACE = /^(rootCauses|contributingFactors|observations)\/(\d+)$/;
/** Stands where an id will stand. */
export const ANY_ID = '00000000000000000000000000';

/** What `record template` leaves to be filled in. */
const TO_FILL_IN = /^<.*>$/s;

export const Content = z.record(z.string(), z.unknown());
export type Content = z.infer<typeof Content>;

/** The file of a record, as `record template` gives it: its sections, and what is to be added or rewritten. */
export const RecordFile = z.strictObject({
  /** Versions that were read of sections that were there, and by their ids of parts. */
  etags: z.record(z.string(), z.string()).prefault({}),
  category: z.string().optional(),
  sections: z.record(z.string(), Content).prefault({}),
  timeline: z.array(Content).prefault([]),
  ...Object.fromEntries(LISTS.map(({ list }) => [list, z.array(Content).prefault([])])),
});
export type RecordFile = {
  etags: Record<string, string>;
  category?: string | undefined;
  sections: Record<string, Content>;
  timeline: Content[];
  parts: { [List in ListName]?: Content[] };
};

const withId = z.object({ id: z.string().optional() });
const Whole = z.strictObject({
  etags: z.record(z.string(), z.string()).optional(),
  category: z.string().optional(),
  sections: z.strictObject(SECTION_DRAFTS).partial().optional(),
  timeline: z.array(TimelineEntryDraft).optional(),
  ...Object.fromEntries(LISTS.map(({ list, shape }) => [list, z.array(shape.request).optional()])),
});

/**
 * Reads a file before anything of it is sent, so that none of it is written when something is wrong in it.
 *
 * @throws CommandFailure with everything that is wrong, each with its place
 */
export function readRecordFile(content: unknown): RecordFile {
  const unfilled = placesIn(content, (text) => TO_FILL_IN.test(text));
  if (unfilled.length > 0) {
    throw wrong(unfilled.map((pointer) => ({ pointer, detail: 'it is still to be filled in, or to be taken out' })));
  }
  const probe = withoutPlaces(content, () => ANY_ID);
  const parsed = Whole.safeParse(probe);
  if (!parsed.success) throw wrong(wrongFields(parsed.error, Whole, probe).map(pointed));
  const illFormed = illFormedIn(content);
  if (illFormed !== undefined) throw wrong([{ pointer: `/${illFormed.join('/')}`, detail: 'half of a character' }]);
  const { etags, category, sections, timeline, ...lists } = RecordFile.parse(content);
  const Lists = z.partialRecord(z.enum(LISTS.map(({ list }) => list)), z.array(Content));
  const file = { etags, category, sections, timeline, parts: Lists.parse(lists) };
  const unknown = placesIn(content, (text) => {
    const [, list = '', index = ''] = PLACE.exec(text) ?? [];
    const all = LISTS.find((one) => one.list === list)?.list;
    return all !== undefined && file.parts[all]?.[Number(index)] === undefined;
  });
  if (unknown.length > 0)
    throw wrong(unknown.map((pointer) => ({ pointer, detail: 'nothing stands there in this file' })));
  return file;
}

/** A part's id, where it was read from the record. */
export const idIn = (content: Content): string | undefined => withId.parse(content).id;

/** The same with ids instead of places in the file. */
export function withoutPlaces(value: unknown, idAt: (list: string, index: number) => string): unknown {
  if (typeof value === 'string') {
    const [, list, index] = PLACE.exec(value) ?? [];
    return list === undefined ? value : idAt(list, Number(index));
  }
  if (Array.isArray(value)) return value.map((one) => withoutPlaces(one, idAt));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutPlaces(one, idAt)]));
}

function placesIn(value: unknown, isMeant: (text: string) => boolean, path = ''): string[] {
  if (typeof value === 'string') return isMeant(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => placesIn(one, isMeant, `${path}/${name}`));
}

type Wrong = { pointer: string; detail: string };
const pointed = (one: { detail: string; pointer?: string }): Wrong => ({
  pointer: one.pointer ?? '',
  detail: one.detail,
});

export function wrong(errors: readonly Wrong[]): CommandFailure {
  const lines = errors.map(({ pointer, detail }) => `\n  ${pointer}: ${detail}`);
  return new CommandFailure(
    `the file is wrong in ${counted(errors.length, 'place')}${lines.join('')}`,
    'nothing was written: correct the file, and repeat the command',
  );
}
