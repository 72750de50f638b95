import { type Inline, minute, type Section } from '../document/document.ts';
import { techniqueInWords } from '../domain/knowledge/attack.ts';
import { correctedPerson, correctedTechnique } from '../domain/record/content/correction.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { section } from './section-parts.ts';

type Corrected = Pick<PostMortem, 'incident' | 'corrections'>;

const FACT_NAMES: Readonly<Record<string, string>> = {
  'incident.title': 'Title',
  'incident.description': 'Description',
  'incident.url': 'Address',
  'incident.openedAt': 'Beginning',
  'incident.closedAt': 'End',
};

/** What the ticket or a file said, beside what is right. Both are shown: the log cannot be rewritten, and a reader may know the ticket. */
export function correctionsSection(record: Corrected): Section | undefined {
  const { corrections } = record;
  if (corrections.length === 0) return undefined;
  const rows = corrections.map(({ of, shouldBe, because }): Inline[][] => [
    [nameOf(of)],
    [originalOf(record, of)],
    [shouldBe === undefined ? 'taken back' : inForm(of, shouldBe)],
    [because],
  ]);
  const columns = [{ name: 'What' }, { name: 'As it came' }, { name: 'What is right' }, { name: 'Because' }];
  return section('corrections', 'Corrections of what the record began with', [
    { kind: 'table', caption: 'The first words stay: this stands beside them', columns, groups: [{ rows }], hidden: 0 },
  ]);
}

/** A fact as it came, with what is right instead beside it. */
export function withCorrection({ corrections }: Corrected, of: string, asItCame: Inline): Inline[] {
  const found = corrections.find((one) => one.of === of);
  return found?.shouldBe === undefined ? [asItCame] : [asItCame, ', corrected: ', inForm(of, found.shouldBe)];
}

function nameOf(of: string): string {
  if (correctedTechnique(of) !== undefined) return 'Technique';
  return correctedPerson(of) === undefined ? (FACT_NAMES[of] ?? of) : 'Person';
}

function originalOf({ incident }: Corrected, of: string): Inline {
  const [technique, place] = [correctedTechnique(of), correctedPerson(of)];
  if (technique !== undefined) return techniqueInWords(technique);
  if (place !== undefined) {
    const one = incident.people[place];
    return one === undefined ? of : `${one.person.name} (${one.role})`;
  }
  switch (of) {
    case 'incident.title':
      return incident.title;
    case 'incident.description':
      return incident.description;
    case 'incident.url':
      return incident.url;
    case 'incident.openedAt':
      return minute(incident.openedAt);
    default:
      return minute(incident.closedAt);
  }
}

function inForm(of: string, text: string): Inline {
  if (of === 'incident.openedAt' || of === 'incident.closedAt') return minute(text);
  return correctedTechnique(of) === undefined ? text : techniqueInWords(text);
}
