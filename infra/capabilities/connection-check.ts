import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { HoldfastFunction } from '../building-blocks/function.ts';
import type { JiraWork } from '../building-blocks/jira-work.ts';
import { grantSourceCredentials, type SourceWork, sourceWorkEnvironment } from '../building-blocks/source-work.ts';

interface ConnectionCheckProps extends JiraWork, SourceWork {
  readonly foundation: Foundation;
}

/** The function behind `holdfast check`: it has the credentials, so that nobody who asks needs them. */
export class ConnectionCheck extends Construct {
  readonly function: HoldfastFunction;

  constructor(scope: Construct, id: string, { foundation, ...work }: ConnectionCheckProps) {
    super(scope, id);
    this.function = new HoldfastFunction(this, 'Worker', {
      foundation,
      name: 'check-connections',
      description: 'Looks whether the systems that the configuration names can be reached, and show what it names.',
      environment: { ...sourceWorkEnvironment(work), JIRA_API_SECRET_ARN: work.jiraApi.arn },
      timeout: Duration.minutes(2),
    });
    work.jiraApi.grantRead(this.function);
    grantSourceCredentials(work, this.function);
  }
}
