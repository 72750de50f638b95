import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { Alarms } from '../../../infra/capabilities/alarms.ts';
import { BusIngress } from '../../../infra/capabilities/bus-ingress.ts';
import { RecordTable } from '../../../infra/capabilities/record-table.ts';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import { BUS_RULES } from '../../support/systems/bus-source.ts';
import { referencesIn, resourcesOf, templateOf } from './synthesized.ts';

function withBusRules(): Template {
  const stack = new Stack();
  const bundles = { folderOf: () => import.meta.dirname, metafile: { inputs: {}, outputs: {} } };
  const foundation = { config: DEFAULT_CONFIG, bundles, alarms: new Alarms(stack, 'Alarms', { emails: [] }) };
  const recordTable = new RecordTable(stack, 'RecordStore', { config: DEFAULT_CONFIG });
  new BusIngress(stack, 'BusIngress', { foundation, recordTable, busRules: BUS_RULES });
  return Template.fromStack(stack);
}

describe('for a source that is heard on the bus of the account', () => {
  it('the stack has a rule on that bus, a queue, a worker, and a dead-letter queue for both', () => {
    const template = withBusRules();
    const [rule] = resourcesOf(template, 'AWS::Events::Rule');
    const [target] = Object(rule?.[1].Properties.Targets);
    expect([rule?.[1].Properties.EventBusName, rule?.[1].Properties.EventPattern]).toEqual([
      undefined,
      { source: ['test.cases'], 'detail-type': ['Case Closed', 'Case Updated'] },
    ]);
    expect([referencesIn(target.Arn)[0], referencesIn(target.DeadLetterConfig)[0]]).toEqual([
      expect.stringContaining('ReceiveBusEventQueue'),
      expect.stringContaining('ReceiveBusEventDeadLetters'),
    ]);
    template.resourceCountIs('AWS::Lambda::Function', 1);
  });

  it('and nothing while there is no such source', () => {
    expect(resourcesOf(templateOf(), 'AWS::Lambda::Function').filter(([id]) => id.includes('Bus'))).toEqual([]);
  });
});
