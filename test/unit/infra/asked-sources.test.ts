import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { InvalidConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { resourcesOf, synthesize, templateOf } from './synthesized.ts';

const elsewhere = 'arn:aws:lambda:eu-central-1:111122223333:function:ask-edr:live';
const asking = (...functions: string[]): HoldfastConfigInput => ({
  evidenceSources: Object.fromEntries(functions.map((name, index) => [`source ${index}`, { ask: { function: name } }])),
});

/** Functions that the worker that asks may call. */
function callable(input: HoldfastConfigInput): unknown[] {
  return resourcesOf(templateOf(input), 'AWS::IAM::Policy')
    .filter(([id]) => id.includes('Ask'))
    .flatMap(([, { Properties }]) => Object(Properties.PolicyDocument).Statement)
    .filter(({ Action }) => Action === 'lambda:InvokeFunction')
    .flatMap(({ Resource }) => Resource);
}

function problemsOf(evidenceSources: unknown): readonly string[] {
  try {
    synthesize(JSON.parse(JSON.stringify({ evidenceSources })));
    return [];
  } catch (error) {
    if (error instanceof InvalidConfig) return error.problems;
    throw error;
  }
}

describe('the function that asks sources', () => {
  it('may call exactly the functions of the configuration, each once', () => {
    const beside = {
      'Fn::Join': [
        '',
        [
          'arn:',
          { Ref: 'AWS::Partition' },
          ':lambda:',
          { Ref: 'AWS::Region' },
          ':',
          { Ref: 'AWS::AccountId' },
          ':function:ask-scan',
        ],
      ],
    };
    expect(callable(asking('ask-scan', elsewhere, 'ask-scan'))).toEqual([beside, elsewhere]);
    expect(callable({})).toEqual([]);
  });

  it('has no finding of the AWS Solutions rules', () => {
    const { app } = synthesize(asking('ask-scan', elsewhere));
    expect(new AwsSolutionsChecks().validateScope(app).violations).toEqual([]);
  });
});

describe('a source that can be asked', () => {
  it.each([
    ['a name with blanks', { scan: { ask: { function: 'my function' } } }, 'evidenceSources.scan.ask.function'],
    [
      'every function',
      { scan: { ask: { function: 'arn:aws:lambda:eu-central-1:111122223333:function:*' } } },
      'evidenceSources.scan.ask.function',
    ],
    [
      'a time-out that outlasts the worker',
      { scan: { ask: { function: 'a', timeout: 'PT2M' } } },
      'evidenceSources.scan.ask.timeout',
    ],
    ['no function', { scan: { ask: {} } }, 'evidenceSources.scan.ask.function'],
    ['every source', { '*': { ask: { function: 'a' } } }, 'evidenceSources.*'],
    [
      'a field that is misspelt',
      { scan: { ask: { function: 'a', timeOut: 'PT1S' } } },
      'evidenceSources.scan.ask.timeOut',
    ],
    ['a name of two lines', { 'a\nb': { ask: { function: 'a' } } }, 'evidenceSources.a\nb'],
  ])('is refused with %s, by its path and with an example', (_, sources, path) => {
    const problems = problemsOf(sources);
    expect(problems).toEqual([expect.stringContaining(`${path}:`)]);
  });

  it('is asked earlier than its evidence is too old', () => {
    expect(() => synthesize({ verification: { evidenceMaxAge: 'P5D', failStandsFor: 'PT1H' } })).toThrow(
      'verification.askAhead: "P5D", the default, is not allowed: expected less than P5D, the evidenceMaxAge',
    );
  });
});
