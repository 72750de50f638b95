import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENTS, parseEvent } from '../../../../shared/domain/events/events.ts';
import { busDetail, recorded } from '../../../../shared/domain/events/recorded-event.ts';
import type { EventDefinition } from '../../../../shared/domain/words/event-definition.ts';
import { eventsPage } from '../../../../tools/events-page.ts';
import { testIds } from '../../../support/world/ids.ts';
import { ANNA } from '../../../support/world/people.ts';
import { aPostMortemId, NOW } from '../../../support/world/records.ts';
import eventsOfVersion1 from './events-of-version-1.json' with { type: 'json' };

describe('the event catalogue', () => {
  it('is what docs/events.md shows', () => {
    const page = readFileSync(new URL('../../../../docs/events.md', import.meta.url), 'utf8');
    expect(page, 'run npm run docs').toBe(eventsPage());
  });

  it.each(Object.entries(eventsOfVersion1))('still reads a "%s" of version 1', (type, data) => {
    expect(parseEvent(type, data)).toEqual({ type, data });
  });

  it('has an old event of every type, so that a change of any shape shows', () => {
    expect(Object.keys(eventsOfVersion1).toSorted()).toEqual(Object.keys(EVENTS).toSorted());
  });

  it('withholds only fields that exist', () => {
    const strays = Object.entries<EventDefinition>(EVENTS).flatMap(([type, { data, withheld = [] }]) =>
      withheld.filter((field) => !(field in data.shape)).map((field) => `${type}: ${field}`),
    );
    expect(strays).toEqual([]);
  });
});

describe('what goes to the bus', () => {
  it('names its cause, and leaves what is for the team in the record', () => {
    const cause = { actor: ANNA, correlationId: 'api:1', causationId: 'before', hops: 2 };
    const postMortemId = aPostMortemId();
    const content = { text: 'The CFO clicked.' };
    const event = recorded(
      { type: 'Section Written', data: { postMortemId, section: 'summary', content, by: ANNA } },
      'holdfast',
      cause,
      { now: () => NOW, newId: testIds() },
    );
    expect(busDetail(event)).toEqual({
      metadata: {
        id: '01KA0000000000000000000001',
        schemaVersion: 1,
        correlationId: 'api:1',
        causationId: 'before',
        occurredAt: NOW,
        hops: 2,
      },
      data: { postMortemId, section: 'summary', by: ANNA },
    });
  });
});
