import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { programsOfAnySource } from '../shared/domain/access/program-policy.ts';
import { placeholdersIn } from '../shared/domain/policy/placeholders.ts';
import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { SOURCES } from '../shared/intake/registry.ts';
import { busRulesInUse, sourcesInUse } from '../shared/intake/sources-in-use.ts';
import { warnOfAnySource } from './building-blocks/any-source.ts';
import { refusePlaceholders } from './building-blocks/placeholders.ts';
import type { FunctionBundles } from './bundle/bundle.ts';
import { Alarms } from './capabilities/alarms.ts';
import { Anchoring } from './capabilities/anchoring.ts';
import { BusIngress } from './capabilities/bus-ingress.ts';
import { callersOfIssuer } from './capabilities/callers.ts';
import { Console } from './capabilities/console.ts';
import { Doctor } from './capabilities/doctor.ts';
import { EventBackbone } from './capabilities/event-backbone.ts';
import { EvidenceIntake } from './capabilities/evidence-intake.ts';
import { HttpApi } from './capabilities/http-api.ts';
import { Identity } from './capabilities/identity.ts';
import { PostMortemClosing } from './capabilities/post-mortem-closing.ts';
import { PostMortemIntake } from './capabilities/post-mortem-intake.ts';
import { RecordApi } from './capabilities/record-api.ts';
import { RecordExports } from './capabilities/record-exports.ts';
import { RecordLists } from './capabilities/record-lists.ts';
import { RecordTable } from './capabilities/record-table.ts';
import { RemediationWorkers } from './capabilities/remediation-workers.ts';
import { Reports } from './capabilities/reports.ts';
import { Schedules } from './capabilities/schedules.ts';
import { SignIn } from './capabilities/sign-in.ts';
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
    warnOfAnySource(this, programsOfAnySource(config.programs));
    const alarms = new Alarms(this, 'Alarms', { emails: config.notifications.alarmEmails });
    const foundation = { config, bundles, alarms };

    const recordTable = new RecordTable(this, 'RecordStore', { config });
    const sources = sourcesInUse(SOURCES, config).map((used) => new SourceSecrets(this, used, { config }));
    const jiraApi = sources.flatMap(({ apis }) => apis).find(({ path }) => path === 'jira')?.secret;
    if (jiraApi === undefined) throw new Error('Fixes become tickets in Jira, and there is no secret to call it with.');
    const backbone = new EventBackbone(this, 'EventBackbone', { foundation, recordTable, keepsArchive });
    const { bus } = backbone;

    const intake = new PostMortemIntake(this, 'PostMortemIntake', { foundation, bus, recordTable, sources });
    const closing = new PostMortemClosing(this, 'PostMortemClosing', { foundation, bus, recordTable });
    const lists = new RecordLists(this, 'RecordLists', { foundation, bus, recordTable });
    const remediation = new RemediationWorkers(this, 'Remediation', { foundation, bus, recordTable, jiraApi });
    const reports = new Reports(this, 'Reports', { foundation, bus });
    const dueFixes = remediation.judgeDue.queue;
    const schedules = new Schedules(this, 'Schedules', {
      foundation,
      recordTable,
      sources,
      jiraApi,
      reports,
      dueFixes,
    });
    // Called as it was at first: under another id an upgrade would delete its logs.
    const doctor = new Doctor(this, 'ConnectionCheck', { foundation, recordTable, sources, jiraApi });
    const anchors = new Anchoring(this, 'Anchors', { foundation, recordTable });
    const httpApi = new HttpApi(this, 'HttpApi', { foundation });
    const evidence = new EvidenceIntake(this, 'Evidence', { foundation, recordTable, httpApi });
    const { issuer } = config.signIn;
    const known =
      issuer === undefined
        ? { pool: new Identity(this, 'Identity', { config, apiUrl: httpApi.url }) }
        : { issuer: callersOfIssuer(issuer, config.programs) };
    const callers = known.pool ?? known.issuer;
    const webhooks = new WebhookIngress(this, 'WebhookIngress', { foundation, httpApi, recordTable, sources });
    const busRules = busRulesInUse(SOURCES, config);
    const busIngress =
      busRules.length === 0 ? undefined : new BusIngress(this, 'BusIngress', { foundation, recordTable, busRules });
    const signIn = new SignIn(this, 'SignIn', { foundation, httpApi, callers, recordTable });
    const recordExports = new RecordExports(this, 'RecordExports', { foundation });
    const pages = new Console(this, 'Console', { foundation, httpApi, evidence: evidence.bucket });
    new RecordApi(this, 'RecordApi', {
      foundation,
      httpApi,
      callers,
      recordTable,
      evidence,
      recordExports,
      reports,
      publishReport: schedules.publishReport.function,
    });

    addOutputs(this, {
      alarms,
      recordTable,
      jiraApi,
      backbone,
      intake,
      closing,
      lists,
      remediation,
      reports,
      schedules,
      doctor,
      anchors,
      evidence,
      callers,
      pool: known.pool,
      signIn,
      httpApi,
      pages,
      webhooks,
      busIngress,
    });
  }
}
