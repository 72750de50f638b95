import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { teamIn, unknownTeam } from '../../../../shared/domain/remediation/team-directory.ts';

const people = { owner: 'fixes@acme.com', lead: 'lead@acme.com' };
const config = parseConfig({
  schedules: { timezone: 'Europe/Berlin' },
  teams: {
    network: {
      ...people,
      head: 'head@acme.com',
      route: { project: 'NET', issueType: 'Task' },
      channel: '#network',
      timezone: 'America/New_York',
    },
    'Red Team': people,
  },
});

describe('the team directory', () => {
  it('says who answers for the fixes of a team, and who comes next', () => {
    expect(teamIn(config, 'network')).toEqual({
      name: 'network',
      owner: 'fixes@acme.com',
      lead: 'lead@acme.com',
      head: 'head@acme.com',
      route: { project: 'NET', issueType: 'Task' },
      channel: '#network',
      timezone: 'America/New_York',
    });
  });

  it('takes a team to be in the time zone of the schedules, unless it says another', () => {
    expect(teamIn(config, 'Red Team')).toEqual({ name: 'Red Team', ...people, timezone: 'Europe/Berlin' });
  });

  it.each(['Network', 'network ', 'finance', 'constructor', ''])('knows no team %j', (name) => {
    expect(teamIn(config, name)).toBeUndefined();
  });

  it('names the teams that there are, and where they stand', () => {
    expect(unknownTeam('finance', config.teams)).toBe(
      '"finance" is no team of the directory (teams in holdfast.config.ts); it has "network", "Red Team"',
    );
  });

  it.each([
    ['Network', '"network"'],
    ['network ', '"network"'],
    ['red  team', '"Red Team"'],
    ['redteam', '"Red Team"'],
  ])('suggests for %j the team that is meant', (name, meant) => {
    expect(unknownTeam(name, config.teams)).toContain(`, did you mean ${meant}?`);
  });

  it('names ten of many, and says that there are more', () => {
    const names = Array.from({ length: 12 }, (_, index) => `team ${index + 1}`);
    const { teams } = parseConfig({ teams: Object.fromEntries(names.map((name) => [name, people])) });
    expect(unknownTeam('TEAM 12', teams)).toBe(
      '"TEAM 12" is no team of the directory (teams in holdfast.config.ts), did you mean "team 12"?; it has ' +
        '"team 1", "team 2", "team 3", "team 4", "team 5", "team 6", "team 7", "team 8", "team 9", "team 10" and 2 more',
    );
  });

  it('takes any team where there is none', () => {
    expect(unknownTeam('whoever', {})).toBeUndefined();
  });
});
