import type { SourceName } from '../shared/domain/ticket/source-names.ts';
import { type SecretPurpose, secretVariable } from '../shared/intake/source-secret.ts';
import { environment, Variable } from './environment.ts';

/**
 * Addresses of the secrets of these sources, from the environment.
 *
 * @throws Error at once when one is missing there, and when one is asked for that is not among them
 */
export function secretArns(sources: readonly SourceName[], purpose: SecretPurpose): (source: SourceName) => string {
  const shape = Object.fromEntries(sources.map((name) => [secretVariable(name, purpose), Variable]));
  const found = environment(shape);
  return (source) => {
    const arn = found[secretVariable(source, purpose)];
    if (arn === undefined)
      throw new Error(`the source ${source} has no secret here: ${secretVariable(source, purpose)}`);
    return arn;
  };
}
