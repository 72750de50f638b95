import * as z from 'zod';
import { techniqueOf } from '../../knowledge/attack.ts';
import type { IncidentTicket } from '../../ticket/incident-ticket.ts';
import { Instant, PartId } from '../../words/identifiers.ts';
import type { Missing } from '../../words/refusal.ts';
import { HttpLink, STORED, type Words, WRITTEN } from '../../words/words.ts';

/** Facts of the ticket, or of an imported file, that may turn out wrong: the ticket is not ours to rewrite, and neither is the log. */
const FACTS = [
  'incident.title',
  'incident.description',
  'incident.url',
  'incident.openedAt',
  'incident.closedAt',
] as const;
const PERSON = /^incident\.people\.(0|[1-9]\d{0,2})$/;
const TECHNIQUE = /^incident\.techniques\.(T\d{4}(?:\.\d{3})?)$/;

const OF = `expected one of ${FACTS.join(', ')}, incident.people.<place from 0>, incident.techniques.<id>`;

/** Which technique a correction is about; undefined for another fact. */
export const correctedTechnique = (path: string): string | undefined => TECHNIQUE.exec(path)?.[1];
/** Place of the person that a correction is about, from 0; undefined for another fact. */
export function correctedPerson(path: string): number | undefined {
  const place = PERSON.exec(path)?.[1];
  return place === undefined ? undefined : Number(place);
}

/** It names what only a ticket says, its people and techniques: without that ticket there is nothing to set right. */
export const isAboutTicketAlone = (path: string): boolean =>
  correctedPerson(path) !== undefined || correctedTechnique(path) !== undefined;

/** Why it cannot stand beside a fact of this incident, with the field that is wrong; undefined when it can. */
export function correctionProblem(
  { people, techniques }: Pick<IncidentTicket, 'people' | 'techniques'>,
  { of, shouldBe }: Pick<Correction, 'of' | 'shouldBe'>,
): Missing | undefined {
  const [person, technique] = [correctedPerson(of), correctedTechnique(of)];
  if (!FACTS.some((one) => one === of) && person === undefined && technique === undefined) {
    return { path: 'of', message: OF };
  }
  if (person !== undefined && person >= people.length) {
    return { path: 'of', message: `the ticket names ${people.length} people, counted from 0` };
  }
  if (technique !== undefined && !techniques.includes(technique)) {
    const named = techniques.length === 0 ? 'none' : techniques.join(', ');
    return { path: 'of', message: `the ticket does not name ${technique}; it names ${named}` };
  }
  const message = misfit(of, shouldBe);
  return message === undefined ? undefined : { path: 'shouldBe', message };
}

/** What is right instead has the form of what it stands beside. */
function misfit(of: string, shouldBe: string | undefined): string | undefined {
  const technique = correctedTechnique(of);
  if (shouldBe === undefined) {
    return isAboutTicketAlone(of)
      ? undefined
      : 'say what is right instead: only a person or a technique can be taken back';
  }
  if (isTime(of) && !Instant.safeParse(shouldBe).success) return 'expected a time in UTC: 2026-11-19T08:40:00.000Z';
  if (technique !== undefined && techniqueOf(shouldBe) === undefined) return `ATT&CK has no technique ${shouldBe}`;
  if (of === 'incident.url' && !HttpLink.safeParse(shouldBe).success)
    return 'expected a URL that starts with https:// or http://';
  return undefined;
}

const isTime = (of: string): boolean => of === 'incident.openedAt' || of === 'incident.closedAt';

/** A fact as it is right: what its correction says, or what came. */
export function factNow(
  { incident, corrections }: { incident: IncidentTicket; corrections: readonly Correction[] },
  of: 'incident.title' | 'incident.openedAt' | 'incident.closedAt',
): string {
  const asItCame = {
    'incident.title': incident.title,
    'incident.openedAt': incident.openedAt,
    'incident.closedAt': incident.closedAt,
  };
  return corrections.find((one) => one.of === of)?.shouldBe ?? asItCame[of];
}

/** A fact that came from elsewhere and is wrong. The original stays as it came, and this stands beside it. */
export const correction = (words: Words) =>
  z.strictObject({
    /** Path of the fact in the record. */
    of: words.prose(1, 100),
    /** What is right instead. Absent: it is taken back, and nothing stands in its place. */
    shouldBe: words.line.optional(),
    because: words.reason,
  });

export const CorrectionDraft = correction(WRITTEN);
export const Correction = correction(STORED).extend({ id: PartId });
export type Correction = z.infer<typeof Correction>;
