import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkConnectionsHandler } from '../../../functions/check-connections/handler.ts';
import { SourceName } from '../../../shared/domain/ticket/incident-policy.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    teams: {
      platform: { owner: 'a@acme.com', lead: 'b@acme.com', route: { project: 'PLAT', issueType: 'Task' } },
      gone: { owner: 'a@acme.com', lead: 'b@acme.com', route: { project: 'GONE', issueType: 'Task' } },
      identity: { owner: 'a@acme.com', lead: 'b@acme.com' },
    },
    remediation: {
      routes: {
        identity: { project: 'IAM', issueType: 'Task' },
        lost: { project: 'LOST', issueType: 'Task' },
        odd: { project: 'IAM', issueType: 'Chore "of" ours' },
      },
    },
  });
});
afterEach(() => world.close());

const check = async () => {
  const { checks } = await checkConnectionsHandler({
    ...world,
    sources: SourceName.options,
    checkAddresses: () => Promise.resolve([{ what: 'the kind of Jira', problem: undefined }]),
  })();
  return checks.map(({ system, what, problem }) => [system.replace(/on \S+$/, 'on the site'), what, problem]);
};

describe('check-connections', () => {
  it('says of everything that the configuration names whether it is shown, each once, and changes nothing', async () => {
    const tickets = 'tickets on the site';
    expect(await check()).toEqual([
      ['source jira', 'incidents of the Jira project SEC', undefined],
      ['source holdfast-json', 'it sends, and is never asked', undefined],
      ['addresses of Jira', 'the kind of Jira', undefined],
      [tickets, 'remediation tickets of the type Task in the Jira project IAM', undefined],
      [tickets, 'remediation tickets of the type Task in the Jira project LOST', expect.stringContaining('LOST')],
      [
        tickets,
        'remediation tickets of the type Chore "of" ours in the Jira project IAM',
        expect.stringContaining('Chore "of" ours'),
      ],
      [tickets, 'remediation tickets of the type Task in the Jira project PLAT', undefined],
      [tickets, 'remediation tickets of the type Task in the Jira project GONE', expect.stringContaining('GONE')],
    ]);
    const requests = world.simulator.requests();
    expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(problemsWithJira(requests)).toEqual([]);
  });

  it('says that a system does not answer, and goes on with the others', async () => {
    world.simulator.faults.add({ kind: 'status', status: 503 });
    const checks = await check();
    const silent = checks.filter(([, what]) => what === 'it answers');
    expect([silent.length, silent[0]?.[2], checks.length > silent.length]).toEqual([
      1,
      expect.stringContaining('503'),
      true,
    ]);
  });
});
