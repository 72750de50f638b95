import { Annotations, type Stack } from 'aws-cdk-lib';

/** Says at each synth which programs may speak for every source of evidence: right for a trial, and easily forgotten. */
export function warnOfAnySource(stack: Stack, programs: readonly string[]): void {
  for (const name of programs) {
    Annotations.of(stack).addWarningV2(
      `holdfast:any-source:${name}`,
      `programs.${name}.sources in holdfast.config.ts is '*', so whoever has its secret can prove or refute any fix; ` +
        'name the sources that it speaks for',
    );
  }
}
