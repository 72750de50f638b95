import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { Occasion } from '../../shared/doctor/examination.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import type { JiraWork } from '../building-blocks/jira-work.ts';
import { ScheduledWork } from '../building-blocks/scheduled-work.ts';
import { grantSourceCredentials, type SourceWork, sourceWorkEnvironment } from '../building-blocks/source-work.ts';
import { countOf } from './alarms.ts';

interface DoctorProps extends JiraWork, SourceWork {
  readonly foundation: Foundation;
}

/**
 * The function behind `holdfast doctor`, which also runs on a schedule and after each deployment. It has the credentials, so
 * that nobody who asks needs them.
 *
 * CloudFormation tells the bus of the account that it is done, and nothing of a deployment waits for what comes of that: while Jira is
 * away, the stack can be deployed. A custom resource could fail or hang it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/event-detail-stack-status-change.html
 */
export class Doctor extends ScheduledWork {
  constructor(scope: Construct, id: string, { foundation, ...work }: DoctorProps) {
    super(scope, id, {
      foundation,
      name: 'doctor',
      description: 'Looks whether the systems of the configuration can be reached, and show and allow what it names.',
      schedule: foundation.config.schedules.doctor,
      input: JSON.stringify(called('schedule')),
      environment: { ...sourceWorkEnvironment(work), JIRA_API_SECRET_ARN: work.jiraApi.arn },
    });
    work.recordTable.grant(this.function, 'GetItem', 'PutItem');
    work.recordTable.grantSharedLimits(this.function);
    work.jiraApi.grantRead(this.function);
    grantSourceCredentials(work, this.function);
    new events.Rule(this, 'Deployed', {
      description: 'Has the doctor look after each deployment of this stack.',
      eventPattern: {
        source: ['aws.cloudformation'],
        detailType: ['CloudFormation Stack Status Change'],
        detail: {
          'stack-id': [Stack.of(this).stackId],
          'status-details': { status: ['CREATE_COMPLETE', 'UPDATE_COMPLETE'] },
        },
      },
      targets: [
        new LambdaFunction(this.function.lambda, {
          event: events.RuleTargetInput.fromObject(called('deployment')),
          deadLetterQueue: this.deadLetterQueue,
        }),
      ],
    });
    // A look counts what is there, and between two looks nothing is counted: the alarm stays as the last one left it.
    foundation.alarms.watch(this, 'SystemDrifted', {
      metric: countOf('SystemDrifted').with({ period: Duration.minutes(1), statistic: 'Maximum' }),
      description:
        'A ticketing system is not as the last deployment found it, or a token ends soon. `holdfast doctor` says what to do: ' +
        'docs/runbooks/doctor.md.',
      withoutData: cloudwatch.TreatMissingData.IGNORE,
    });
    foundation.alarms.watch(this, 'ProblemFound', {
      metric: countOf('ProblemFound'),
      description:
        'What the configuration names does not work in a ticketing system, as the doctor saw after a deployment. ' +
        '`holdfast doctor` says what to do: docs/runbooks/doctor.md.',
    });
  }
}

const called = (occasion: Occasion) => ({ occasion });
