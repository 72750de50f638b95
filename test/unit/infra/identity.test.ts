import { Match } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { templateOf } from './synthesized.ts';

describe('the user pool', () => {
  it('lets nobody change by themselves what four eyes look at', () => {
    const template = templateOf();
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: Match.anyValue(),
      WriteAttributes: ['locale'],
      ReadAttributes: Match.arrayWith(['custom:jira_account_id', 'email']),
    });
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Schema: Match.arrayWith([Match.objectLike({ Name: 'jira_account_id', AttributeDataType: 'String' })]),
    });
  });
});
