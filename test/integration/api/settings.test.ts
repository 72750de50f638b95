import { describe, expect, it } from 'vitest';
import { writeMemory } from '../../../shared/doctor/kept-memory.ts';
import { Duration } from '../../../shared/domain/words/duration.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { BEN } from '../../support/world/people.ts';

const { world, as, anna, ben } = apiForEachTest();
const AT = '2026-11-20T06:00:00.000Z';
const HUSHED = { owner: 'hush@example.com', lead: 'hush@example.com' };

describe('GET /settings', () => {
  it('tells what is configured by its place in the file, and whether that is the default', async () => {
    world().config.postMortem.dueWithin.critical = Duration.parse('P3D');
    const { settings } = Object((await ben('GET', '/settings')).body);
    expect(settings).toContainEqual({ path: 'postMortem.dueWithin.critical', value: 'P3D', isDefault: false });
    expect(settings).toContainEqual({ path: 'postMortem.dueWithin.high', value: 'P10D', isDefault: true });
    expect(settings).toContainEqual({ path: 'postMortem.templates[3].approvers', value: 2, isDefault: true });
    expect(settings).toContainEqual({ path: "incidents['holdfast-json'].sites", value: [], isDefault: true });
  });

  it('tells no address of a person, an account or a function, and says of a list as a whole whether it is the default', async () => {
    const { config } = world();
    config.teams = { clients: HUSHED, secretariat: HUSHED };
    config.notifications.alarmEmails = ['hush@example.com'];
    config.evidenceSources = {
      scanner: { ask: { function: 'hush-scanner', timeout: Duration.parse('PT10S') } },
    };
    config.postMortem.templates = config.postMortem.templates.slice(1);
    const { settings } = Object((await ben('GET', '/settings')).body);
    expect(JSON.stringify(settings)).not.toContain('hush');
    expect(settings).toContainEqual({ path: 'evidenceSources.scanner.ask.timeout', value: 'PT10S', isDefault: false });
    expect(settings).toContainEqual({ path: 'notifications.alarmEmails', value: 1, isDefault: false });
    expect(settings).toContainEqual({ path: 'notifications.reportEmails', value: 0, isDefault: true });
    expect(settings).toContainEqual({ path: 'teams', value: ['clients', 'secretariat'], isDefault: false });
    expect(settings).toContainEqual(
      expect.objectContaining({ path: 'postMortem.templates[0].name', isDefault: false }),
    );
    expect(settings).not.toContainEqual(expect.objectContaining({ path: 'postMortem.templates[2].appliesTo' }));
  });

  it('tells no name of a secret, and no id of a client', async () => {
    world().config.signIn.provider = {
      ...{ kind: 'oidc', name: 'Entra', issuer: 'https://login.example/v2.0', clientId: 'hush-client' },
      ...{ clientSecret: 'hush/secret', attributes: { email: 'email', name: 'name' }, roles: {}, passwordsToo: false },
    };
    const { body } = await ben('GET', '/settings');
    const told = JSON.stringify(body);
    expect(told).toContain('https://login.example/v2.0');
    expect(told).not.toContain('hush');
  });

  it('is for those who read reports', async () => {
    for (const path of ['/settings', '/doctor']) {
      expect([path, (await anna('GET', path)).status]).toEqual([path, 403]);
      expect([path, (await as(BEN, 'auditor')('GET', path)).status]).toEqual([path, 200]);
    }
  });
});

describe('GET /doctor', () => {
  it('says that it knows nothing before the first look', async () => {
    expect((await ben('GET', '/doctor')).body).toEqual({ systems: [] });
  });

  it('tells when it last looked, and of which system problems are known, since when', async () => {
    const problem = { system: 'jira', part: 'a', isDrift: false };
    await writeMemory(world().table, {
      problems: [
        { ...problem, id: '1', since: AT },
        { ...problem, id: '2', since: '2026-11-21T06:00:00.000Z', isDrift: true },
      ],
      parts: [
        { id: 'a', system: 'jira' },
        { id: 'b', system: 'finance' },
      ],
      unseen: ['finance', 'jira staging'],
      ranByItself: { at: AT, occasion: 'schedule' },
    });
    expect((await ben('GET', '/doctor')).body).toEqual({
      ranByItself: { at: AT, occasion: 'schedule' },
      systems: [
        { system: 'finance', known: 1, isUnseen: true, problems: 0, drifted: 0 },
        { system: 'jira', known: 1, isUnseen: false, problems: 2, drifted: 1, since: AT },
        { system: 'jira staging', known: 0, isUnseen: true, problems: 0, drifted: 0 },
      ],
    });
  });
});
