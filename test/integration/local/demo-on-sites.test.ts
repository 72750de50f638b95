import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoPlan } from '../../../local/demo/demo-plan.ts';
import { type WalkResult, walkIncident } from '../../../local/demo/walk-incident.ts';
import { hasEmbeddedEngine, NoEmbeddedEngine } from '../../../local/dynamodb-engine.ts';
import { startInProcessStack } from '../../../local/in-process/start-in-process-stack.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import type { LocalStack } from '../../../local/local-stack.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { describeUnlessMissing } from '../../support/machine/describe-unless-missing.ts';
import { silentNarrator } from '../../support/world/silent-narrator.ts';
import { configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { itEndsAsItMust } from '../../support/world/walked-incident.ts';

/** What people do with an incident there besides closing it. */
const INCIDENTS: Record<string, Pick<DemoPlan, 'incidentBack' | 'incidentPriority' | 'hasDescription'>> = {
  'classic English': { incidentBack: 'Reopened', incidentPriority: 'High' },
  'team-managed': { incidentBack: 'In Progress' },
  'German classic': { incidentBack: 'In Arbeit', incidentPriority: 'Hoch' },
  'service management': { incidentBack: 'Waiting for support', incidentPriority: 'P2' },
  'locked-down enterprise': { incidentBack: 'In Treatment' },
  'workflow without resolution': { incidentBack: 'Backlog', incidentPriority: 'High', hasDescription: false },
};

function demoOn(plan: SitePlan): DemoPlan {
  const { site, incident, incidentEnds, workEnds } = plan;
  const { remediation = {}, incidents = {} } = configOn(plan);
  return {
    ...{ site, incident, incidentEnds, workEnds, incidentBack: '', ...INCIDENTS[site.name] },
    incidents: { ...incidents, jira: { ...incidents.jira, severityOtherwise: 'high' } },
    remediation,
  };
}

const [classic] = SITE_PLANS;
if (classic === undefined) throw new Error('there are no sites');
const cloud = SITE_PLANS.map(demoOn);
const onEach = [...cloud, { ...demoOn(classic), site: onDataCenter(classic.site) }];
/** `npm run test:sites` walks on all of them. */
const SHORT_FORM = ['German classic', 'locked-down enterprise', 'classic English, Data Center'];
const plans =
  process.env.HOLDFAST_DEMO_SITES === 'all'
    ? onEach
    : onEach.filter(({ site }) => SHORT_FORM.includes(site?.name ?? ''));
const missingEngine = (await hasEmbeddedEngine()) ? undefined : new NoEmbeddedEngine().message;

describeUnlessMissing(missingEngine)('the demo', () => {
  describe.each(plans.map((plan) => [plan.site?.name ?? '', plan] as const))('on the site "%s"', (_name, plan) => {
    let folder: string;
    let stack: LocalStack;
    let walked: WalkResult;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'holdfast-demo-on-site-'));
      stack = await startInProcessStack(() => {}, { plan });
      walked = await walkIncident(stack, silentNarrator, folder);
    });
    afterAll(async () => {
      await stack?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    itEndsAsItMust(() => walked, plan.remediation.defaultRoute?.project);

    // The description of the API is that of Cloud.
    if (plan.site?.deployment === 'Data Center') return;
    it('keeps to what Jira’s API takes, in every call', () => {
      expect(problemsWithJira(stack.jira.requests())).toEqual([]);
    });
  });
});
