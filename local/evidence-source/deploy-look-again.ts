import {
  CloudFormationClient,
  type CloudFormationClientConfig,
  CreateStackCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { LOOK_AGAIN_FUNCTION, lookAgainCode } from './phishing-simulation.ts';

const STACK = 'PhishingSimulation';

/** Deploys the function of the simulation's team, in a stack of its own. It has no rights: nobody gave it any. */
export async function deployLookAgain(client: CloudFormationClientConfig, simulationUrl: string): Promise<void> {
  const cloudFormation = new CloudFormationClient(client);
  const TemplateBody = JSON.stringify(templateOf(await lookAgainCode(), simulationUrl));
  await cloudFormation.send(
    new CreateStackCommand({ StackName: STACK, TemplateBody, Capabilities: ['CAPABILITY_IAM'] }),
  );
  await waitUntilStackCreateComplete(
    { client: cloudFormation, maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
    { StackName: STACK },
  );
}

const templateOf = (ZipFile: string, SIMULATION_URL: string) => ({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
      },
    },
    LookAgain: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: LOOK_AGAIN_FUNCTION,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Timeout: 10,
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Code: { ZipFile },
        Environment: { Variables: { SIMULATION_URL } },
      },
    },
  },
});
