import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { dayOfTeam } from '../../../shared/tickets/day-of-team.ts';

const people = { owner: 'fixes@acme.com', lead: 'lead@acme.com' };
const config = parseConfig({
  teams: { west: { ...people, timezone: 'America/Los_Angeles' }, home: people },
  remediation: { defaultRoute: { project: 'ENG', issueType: 'Task' } },
  schedules: { timezone: 'Pacific/Auckland' },
});

describe('a day in the words of a ticket', () => {
  it.each([
    ['west', '2026-12-19'],
    ['home', '2026-12-20'],
    ['nobody in the directory', '2026-12-20'],
  ])('is that of the calendar of the team %s, as the due date is', (team, day) => {
    expect(dayOfTeam(config, team, '2026-12-20T04:00:00.000Z')).toBe(day);
  });
});
