import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { IncidentIoIncident } from '../../../../shared/intake/incident-io/incident-shape.ts';
import { incidentIoScope } from '../../../../shared/intake/incident-io/moves.ts';
import { INCIDENT_IO, statusUpdated } from '../../../support/systems/incident-io.ts';

const { acme } = parseConfig({ incidents: { 'incident-io': INCIDENT_IO } }).incidents['incident-io'];
const incident = (status: string, changes: Record<string, unknown> = {}) =>
  IncidentIoIncident.parse(
    statusUpdated('live', status, changes)['public_incident.incident_status_updated_v2'].incident,
  );
const update = (at: string, category: string) => ({
  id: at,
  created_at: at,
  message: null,
  new_incident_status: { category, name: category },
});
const WINDOW = {
  changedSince: '2026-11-21T09:00:00.000Z',
  closedSince: '2026-11-20T00:00:00.000Z',
  now: '2026-11-21T10:00:00.000Z',
};

/** What a sweep finds of one incident that has these updates. */
async function movesOf(one: IncidentIoIncident, updates: ReturnType<typeof update>[]) {
  if (acme === undefined) throw new Error('no organisation');
  const api = {
    changedSince: () => Promise.resolve({ incidents: [one], next: undefined }),
    updatesOf: () => Promise.resolve(updates),
  };
  const found = [];
  for await (const page of incidentIoScope(api, acme).moves(WINDOW)) found.push(...page);
  return found;
}

describe('the sweep of incident.io', () => {
  it('tells a closure at the time of the update that closed it, whatever was edited since', async () => {
    const updates = [update('2026-11-20T08:00:00.000Z', 'live'), update('2026-11-20T12:00:00.000Z', 'closed')];
    expect(await movesOf(incident('closed'), updates)).toMatchObject([
      { isClosed: true, at: '2026-11-20T12:00:00.000Z', changedAt: expect.stringContaining('2026-11-21T09:59:00') },
    ]);
  });

  it('passes over one that was closed long ago and is edited today', async () => {
    const updates = [update('2023-01-01T08:00:00.000Z', 'live'), update('2023-01-02T08:00:00.000Z', 'closed')];
    expect(await movesOf(incident('closed'), updates)).toEqual([]);
  });

  it.each(['test', 'tutorial'])('passes over one of the mode %s', async (mode) => {
    expect(await movesOf(incident('closed', { mode }), [])).toEqual([]);
  });
});
