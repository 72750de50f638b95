import { describe, expect, it, onTestFinished } from 'vitest';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { serviceManagement } from '../../../local/jira-simulator/sites/service-management.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { SITES_IN_USE } from '../../support/jira/sites-in-use.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { openedRecord } from '../../support/world/stories.ts';
import { startWorld } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
const by = 'Mia Okafor';
const INTERNAL = [{ key: 'sd.public.comment', value: { internal: true } }];

type Jira = NonNullable<NonNullable<HoldfastConfigInput['incidents']>['jira']>;

/** A record of an incident on a site, with comments for everybody, for the team and for a role. */
async function recordOn(name: string, more: Jira = {}, tlp?: 'RED') {
  const inUse = SITES_IN_USE.find(({ site }) => site.name === name);
  if (inUse === undefined) throw new Error(`no site ${name}`);
  const { site, project, issueType, toDone } = inUse;
  const jira = { projects: [{ project, issueTypes: [issueType] }], ...more };
  const config = { incidents: { jira }, ...(tlp === undefined ? {} : { postMortem: { tlp } }) };
  const world = await startWorld(endpoint(), config, { site });
  onTestFinished(() => world.close());
  const { id: ticketId, key } = world.simulator.createIssue({ project, issueType, summary: 'Leaked key' });
  world.simulator.addComment(key, 'We are on it', { by });
  world.simulator.addComment(key, 'It was the key of the CFO', { by, properties: INTERNAL });
  world.simulator.addComment(key, 'Lawyers are told', { by, visibleTo: 'Legal' });
  for (const status of toDone) world.simulator.transition(key, status, { by });
  const record = await openedRecord(world, {
    source: 'jira',
    site: new URL(world.config.jira.site).host,
    ticketId,
    key,
  });
  const { entries } = await world.store.timelinePage(record.id, { limit: 100 });
  return { record, entries };
}

describe('a comment that only some may read', () => {
  it.each([classicEnglish, serviceManagement])('is marked in the timeline of its record: $name', async ({ name }) => {
    const { entries } = await recordOn(name);
    const said = entries.flatMap(({ what, kind, isRestricted }) =>
      kind === 'communication' ? [[what, isRestricted]] : [],
    );
    expect(said).toEqual([
      ['We are on it', undefined],
      ['It was the key of the CFO', true],
      ['Lawyers are told', true],
    ]);
  });
});

describe('an incident with a security level', () => {
  it('opens its record for those of the company who have to know', async () => {
    const { record } = await recordOn(lockedDownEnterprise.name);
    expect(record.tlp).toBe('AMBER+STRICT');
  });

  it('opens it as the configuration says', async () => {
    const { record } = await recordOn(lockedDownEnterprise.name, { tlpWithSecurityLevel: 'GREEN' });
    expect(record.tlp).toBe('AMBER');
  });

  it('opens it no less strictly than every other', async () => {
    const { record } = await recordOn(lockedDownEnterprise.name, {}, 'RED');
    expect(record.tlp).toBe('RED');
  });

  it('is told from one without, which opens as the policy says', async () => {
    const { record } = await recordOn(classicEnglish.name);
    expect(record.tlp).toBe('AMBER');
  });
});
