import { Annotations, CfnParameter, CfnRule, Fn, type Stack } from 'aws-cdk-lib';

/**
 * Lets a stack whose configuration still has addresses of the examples be synthesized and tested, and not deployed.
 *
 * A synth knows nothing of what its template is for, so the template itself refuses: CloudFormation asserts its rules before
 * it touches a resource. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 *
 * @param placeholders a line for each, from `placeholdersIn`
 */
export function refusePlaceholders(stack: Stack, placeholders: readonly string[]): void {
  if (placeholders.length === 0) return;
  const list = placeholders.join(', ');
  Annotations.of(stack).addWarningV2(
    'holdfast:placeholders',
    `holdfast.config.ts still has addresses of the examples, so a deployment of this will be refused: ${list}`,
  );
  const isWanted = new CfnParameter(stack, 'DeployWithPlaceholders', {
    default: 'no',
    allowedValues: ['yes', 'no'],
    description: 'Whether to deploy although the configuration has addresses of the examples.',
  });
  new CfnRule(stack, 'NoPlaceholders', {
    assertions: [
      {
        assert: Fn.conditionEquals(isWanted.valueAsString, 'yes'),
        assertDescription: `Put your own addresses into holdfast.config.ts for ${list}`,
      },
    ],
  });
}
