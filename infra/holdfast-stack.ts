import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { placeholdersIn } from '../shared/domain/policy/placeholders.ts';
import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { SOURCES } from '../shared/intake/registry.ts';
import { busRulesInUse, sourcesInUse } from '../shared/intake/sources-in-use.ts';
import { refusePlaceholders } from './building-blocks/placeholders.ts';
import type { FunctionBundles } from './bundle/bundle.ts';
import { Alarms } from './capabilities/alarms.ts';
import { Anchors } from './capabilities/anchors.ts';
import { BusIngress } from './capabilities/bus-ingress.ts';
import { ConnectionCheck } from './capabilities/connection-check.ts';
import { EventBackbone } from './capabilities/event-backbone.ts';
import { Evidence } from './capabilities/evidence.ts';
import { HttpApi } from './capabilities/http-api.ts';
import { Identity } from './capabilities/identity.ts';
import { PostMortemClosing } from './capabilities/post-mortem-closing.ts';
import { PostMortemIntake } from './capabilities/post-mortem-intake.ts';
import { RecordApi } from './capabilities/record-api.ts';
import { RecordStore } from './capabilities/record-store.ts';
import { RemediationWorkers } from './capabilities/remediation-workers.ts';
import { Reports } from './capabilities/reports.ts';
import { Schedules } from './capabilities/schedules.ts';
import { SourceSecrets } from './capabilities/source-secrets.ts';
import { WebhookIngress } from './capabilities/webhook-ingress.ts';
import { addOutputs } from './outputs.ts';

export interface HoldfastStackProps extends StackProps {
  readonly config: HoldfastConfig;
  readonly bundles: FunctionBundles;
  /** True when the bus gets an archive. The local AWS emulator's CloudFormation does not know archives. */
  readonly keepsArchive: boolean;
}

export class HoldfastStack extends Stack {
  constructor(scope: Construct, id: string, { config, bundles, keepsArchive, ...props }: HoldfastStackProps) {
    super(scope, id, props);
    refusePlaceholders(this, placeholdersIn(config));
    const alarms = new Alarms(this, 'Alarms', { emails: config.notifications.alarmEmails });
    const foundation = { config, bundles, alarms };

    const recordStore = new RecordStore(this, 'RecordStore', { config });
    const sources = sourcesInUse(SOURCES, config).map((used) => new SourceSecrets(this, used, { config }));
    const jiraApi = sources.find(({ source }) => source === 'jira')?.api;
    if (jiraApi === undefined) throw new Error('Fixes become tickets in Jira, and there is no secret to call it with.');
    const backbone = new EventBackbone(this, 'EventBackbone', { foundation, recordStore, keepsArchive });
    const { bus } = backbone;

    const intake = new PostMortemIntake(this, 'PostMortemIntake', { foundation, bus, recordStore, sources });
    const closing = new PostMortemClosing(this, 'PostMortemClosing', { foundation, bus, recordStore });
    const remediation = new RemediationWorkers(this, 'Remediation', { foundation, bus, recordStore, jiraApi });
    const reports = new Reports(this, 'Reports', { foundation, bus });
    const schedules = new Schedules(this, 'Schedules', { foundation, recordStore, sources, jiraApi, reports });
    const check = new ConnectionCheck(this, 'ConnectionCheck', { foundation, recordStore, sources, jiraApi });
    const anchors = new Anchors(this, 'Anchors', { foundation, recordStore });
    const evidence = new Evidence(this, 'Evidence', { foundation, recordStore });

    const identity = new Identity(this, 'Identity', { config });
    const httpApi = new HttpApi(this, 'HttpApi', { foundation });
    const webhooks = new WebhookIngress(this, 'WebhookIngress', { foundation, httpApi, recordStore, sources });
    const busRules = busRulesInUse(SOURCES, config);
    const busIngress =
      busRules.length === 0 ? undefined : new BusIngress(this, 'BusIngress', { foundation, recordStore, busRules });
    new RecordApi(this, 'RecordApi', { foundation, httpApi, identity, recordStore, evidence });

    addOutputs(this, {
      alarms,
      recordStore,
      jiraApi,
      backbone,
      intake,
      closing,
      remediation,
      reports,
      schedules,
      check,
      anchors,
      evidence,
      identity,
      httpApi,
      webhooks,
      busIngress,
    });
  }
}
