import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
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

  it('gives programs tokens for signals and for records, by client credentials alone', () => {
    const template = templateOf();
    template.hasResourceProperties('AWS::Cognito::UserPoolResourceServer', {
      Identifier: 'holdfast',
      Scopes: ['signals.write', 'records.read', 'records.write'].map((ScopeName) => Match.objectLike({ ScopeName })),
    });
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: Match.anyValue(),
    });
  });

  it('lets people and programs call the records, and programs alone the signals', () => {
    const template = templateOf();
    const audiences = Object.values(template.findResources('AWS::ApiGatewayV2::Authorizer')).map(
      ({ Properties }) => Properties.JwtConfiguration.Audience.length,
    );
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'POST /signals',
      AuthorizationScopes: ['holdfast/signals.write'],
    });
    expect(audiences.toSorted()).toEqual([1, 2]);
  });
});
