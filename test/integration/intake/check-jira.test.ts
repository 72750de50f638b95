import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    incidents: {
      jira: {
        projects: [
          { project: 'SEC', issueTypes: ['Security Incident'] },
          { project: 'NOPE', issueTypes: ['Security Incident'] },
        ],
      },
    },
  });
});
afterEach(() => world.close());

describe('the check of Jira as a source', () => {
  it('says of each project whether Jira shows its incidents', async () => {
    expect(await world.connectionTo('jira').check()).toEqual([
      { what: 'incidents of the Jira project SEC', problems: [], notes: [] },
      {
        what: 'incidents of the Jira project NOPE',
        problems: [
          {
            code: 'not shown',
            problem: 'Jira does not show the project NOPE to our account',
            advice: expect.stringContaining('Browse projects'),
          },
        ],
        notes: [],
      },
    ]);
  });

  it('fails when Jira cannot be asked, instead of saying that all is well', async () => {
    world.simulator.faults.add({ kind: 'status', status: 503 });
    await expect(world.connectionTo('jira').check()).rejects.toThrow();
  });
});
