import { describe, expect, it } from 'vitest';
import { EVENTS, EventType, parseEvent } from '../../../../shared/domain/events/events.ts';
import { busDetail, RecordedEvent } from '../../../../shared/domain/events/recorded-event.ts';
import type { EventDefinition } from '../../../../shared/domain/words/event-definition.ts';
import { aPostMortemId, NOW } from '../../../support/records.ts';
import eventsOfVersion1 from './events-of-version-1.json' with { type: 'json' };

const ID = '01KA0000000000000000000001';
const told = (type: string, data: object): Record<string, unknown> =>
  busDetail(
    RecordedEvent.parse({
      id: ID,
      type,
      schemaVersion: 1,
      source: 'holdfast',
      occurredAt: NOW,
      actor: { kind: 'system', id: 'test' },
      correlationId: 'test',
      hops: 0,
      data,
      isRestricted: true,
    }),
  ).data;

/** What workers of ours read from the bus has to keep its shape. */
const isWhole = (type: string): boolean => {
  const { withheld = [] }: EventDefinition = EVENTS[EventType.parse(type)];
  return withheld.length === 0;
};

describe('an event of a restricted record, on the bus', () => {
  it.each(Object.entries(eventsOfVersion1).filter(([type]) => isWhole(type)))(
    'is still read as "%s", with the same ids and times',
    (type, data) => {
      const { data: read } = parseEvent(type, told(type, data));
      expect(Object(read).postMortemId).toBe(Object(data).postMortemId);
      expect(Object(read).dueAt).toBe(Object(data).dueAt);
    },
  );

  it('says nothing that people wrote, however deep it stands', () => {
    const data = JSON.stringify(
      Object.entries(eventsOfVersion1)
        .filter(([type]) => /^(Post-Mortem|Recommendation|Remediation|Lesson|Risk)/.test(type))
        .map(([type, one]) => told(type, one)),
    );
    const words = ['phish', 'Phish', 'filter', 'playbook', 'look-alike', 'quarantine', 'The same incident', 'spring'];
    expect(words.filter((word) => data.includes(word))).toEqual([]);
  });

  it('leaves the events of other records as they are', () => {
    const data = { postMortemId: aPostMortemId(), reason: 'Say more about the response' };
    const event = RecordedEvent.parse({
      id: ID,
      type: 'Post-Mortem Returned',
      schemaVersion: 1,
      source: 'holdfast',
      occurredAt: NOW,
      actor: { kind: 'system', id: 'test' },
      correlationId: 'test',
      hops: 0,
      data,
    });
    expect(busDetail(event).data).toEqual(data);
  });
});
