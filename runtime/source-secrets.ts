import { type SecretPurpose, secretVariable } from '../shared/intake/source-secret.ts';
import { environment, Variable } from './environment.ts';

/**
 * Addresses of the secrets of these paths, from the environment.
 *
 * @throws Error at once when one is missing there, and when one is asked for that is not among them
 */
export function secretArns(paths: readonly string[], purpose: SecretPurpose): (path: string) => string {
  const shape = Object.fromEntries(paths.map((path) => [secretVariable(path, purpose), Variable]));
  const found = environment(shape);
  return (path) => {
    const arn = found[secretVariable(path, purpose)];
    if (arn === undefined) throw new Error(`the source ${path} has no secret here: ${secretVariable(path, purpose)}`);
    return arn;
  };
}
