import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { EVENTS, EventType, parseEvent } from '../../../../shared/domain/events/events.ts';
import { busDetail, RecordedEvent } from '../../../../shared/domain/events/recorded-event.ts';
import type { EventDefinition } from '../../../../shared/domain/words/event-definition.ts';
import { isIdentifier } from '../../../../shared/domain/words/marks.ts';
import { plantWords } from '../../../support/texts/plant-words.ts';
import { aPostMortemId, NOW } from '../../../support/world/records.ts';
import eventsOfVersion1 from './events-of-version-1.json' with { type: 'json' };

const told = (type: string, data: unknown, isRestricted: boolean): Record<string, unknown> =>
  busDetail(
    RecordedEvent.parse({
      id: '01KA0000000000000000000001',
      type,
      schemaVersion: 1,
      source: 'holdfast',
      occurredAt: NOW,
      actor: { kind: 'system', id: 'test' },
      correlationId: 'test',
      hops: 0,
      data,
      ...(isRestricted ? { isRestricted } : {}),
    }),
  ).data;

const withheldIn = (type: EventType): readonly string[] => {
  const { withheld = [] }: EventDefinition = EVENTS[type];
  return withheld;
};

const typeOf = (schema: z.core.$ZodType): z.ZodType => z.custom<z.ZodType>().parse(schema);

/** Fields whose texts are told whatever they say: an identifier that takes a sentence. */
function takenAtTheirWord(schema: z.ZodType, path: string): string[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, inner]) => takenAtTheirWord(typeOf(inner), `${path}.${name}`));
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((one) => takenAtTheirWord(typeOf(one), path));
  }
  if (schema instanceof z.ZodArray) return takenAtTheirWord(typeOf(schema.element), path);
  if (schema instanceof z.ZodOptional) return takenAtTheirWord(typeOf(schema.unwrap()), path);
  const sentence = 'What nobody else may know';
  return isIdentifier(schema, sentence) && schema.safeParse(sentence).success ? [path] : [];
}

describe('an event of a restricted record, on the bus', () => {
  it('takes nothing at its word but ids of people and programs, which no person types', () => {
    const fields = EventType.options.flatMap((type) => takenAtTheirWord(EVENTS[type].data, ''));
    expect(fields.filter((path) => !/\.(by|addedBy)\.id$/.test(path))).toEqual([]);
  });

  it.each(EventType.options)('tells no word of a "%s", whatever its schema lets people write', (type) => {
    const words = plantWords();
    for (const data of words.valuesOf<z.ZodType>(EVENTS[type].data, type)) {
      expect(words.foundIn(JSON.stringify(told(type, data, true)))).toEqual([]);
    }
  });

  it.each(EventType.options)('of another record tells all words of a "%s" but what the catalogue withholds', (type) => {
    const words = plantWords();
    const data = words.valuesOf<z.ZodType>(EVENTS[type].data, type).map((one) => told(type, one, false));
    const withheld = withheldIn(type).map((field) => `${type}.${field}`);
    const expected = words
      .planted()
      .map(({ path }) => path)
      .filter(
        (path) =>
          !withheld.some(
            (field) => path === field || (/^[.[{]/.test(path.slice(field.length)) && path.startsWith(field)),
          ),
      );
    expect(words.foundIn(JSON.stringify(data))).toEqual(expected);
  });

  // What workers of ours read from the bus has to keep its shape.
  it.each(EventType.options.filter((type) => withheldIn(type).length === 0))('is still read as "%s"', (type) => {
    for (const data of plantWords().valuesOf<z.ZodType>(EVENTS[type].data, type)) {
      expect(() => parseEvent(type, told(type, data, true))).not.toThrow();
    }
  });

  it.each(Object.entries(eventsOfVersion1).filter(([type]) => withheldIn(EventType.parse(type)).length === 0))(
    'is still read as "%s" of version 1, with the same ids and times',
    (type, data) => {
      const { data: read } = parseEvent(type, told(type, data, true));
      expect(Object(read).postMortemId).toBe(Object(data).postMortemId);
      expect(Object(read).dueAt).toBe(Object(data).dueAt);
    },
  );

  it('says who, when, which record and how it stands', () => {
    const postMortemId = aPostMortemId();
    const by = { kind: 'person', id: 'ben', name: 'Ben Approver', email: 'ben@example.com' };
    const data = { postMortemId, tlp: 'RED', severity: 'high', category: 'phishing', dueAt: NOW, by };
    expect(told('Record Classified', data, true)).toEqual({
      postMortemId,
      tlp: 'RED',
      severity: 'high',
      dueAt: NOW,
      by: { kind: 'person', id: 'ben', name: 'withheld: the record is restricted' },
    });
  });

  it('says nothing that people wrote, however deep it stands', () => {
    const data = JSON.stringify(
      Object.entries(eventsOfVersion1)
        .filter(([type]) => /^(Post-Mortem|Recommendation|Remediation|Lesson|Risk)/.test(type))
        .map(([type, one]) => told(type, one, true)),
    );
    const words = ['phish', 'Phish', 'filter', 'playbook', 'look-alike', 'quarantine', 'The same incident', 'spring'];
    expect(words.filter((word) => data.includes(word))).toEqual([]);
  });
});
