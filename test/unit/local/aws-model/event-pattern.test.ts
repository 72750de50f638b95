import { describe, expect, it } from 'vitest';
import { EventPattern, matches } from '../../../../local/aws-model/event-pattern.ts';

const pattern = EventPattern.parse({
  source: ['holdfast', { prefix: 'holdfast.' }],
  'detail-type': ['Incident Ticket Closed', 'Incident Ticket Reopened'],
});

describe('an event pattern', () => {
  it.each([
    ['a listed value of each field', { source: 'holdfast', 'detail-type': 'Incident Ticket Reopened' }, true],
    ['a prefix', { source: 'holdfast.jira', 'detail-type': 'Incident Ticket Closed' }, true],
    ['a value that is not listed', { source: 'holdfast', 'detail-type': 'Report Published' }, false],
    ['a value that only begins like a listed one', { source: 'holdfasts', 'detail-type': 'Report Published' }, false],
    ['a field that is missing', { source: 'holdfast' }, false],
  ])('is asked for %s', (_, event, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  it('looks into nested fields', () => {
    const inserted = EventPattern.parse({ dynamodb: { NewImage: { outbox: { BOOL: [true] } } } });

    expect(matches(inserted, { dynamodb: { NewImage: { outbox: { BOOL: true } } } })).toBe(true);
    expect(matches(inserted, { dynamodb: { Keys: {} } })).toBe(false);
  });

  it('is refused when it has a matcher that is not played here', () => {
    expect(EventPattern.safeParse({ source: [{ 'anything-but': 'aws.ec2' }] }).success).toBe(false);
  });
});
